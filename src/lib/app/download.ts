/**
 * How a download is named (RFC 6266): every character that could end the header or the name is left
 * out of the plain name; the whole name follows encoded (RFC 8187).
 */
export function nameDownload(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, '_').slice(0, 120) || 'download';
  const whole = encodeURIComponent(name.normalize().slice(0, 120)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
