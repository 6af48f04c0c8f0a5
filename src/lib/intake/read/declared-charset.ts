const latin1 = new TextDecoder('latin1');
/** Where browsers look for the declaration, with room for a long head. */
const headBytes = 4096;

/** The encoding that a page declares in its head or its XML declaration, or undefined. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = latin1.decode(bytes.subarray(0, headBytes));
  const found =
    /<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})|<meta[^>]{0,200}charset=["']?\s?([\w-]{1,40})/i.exec(
      head,
    );
  return found?.[1] ?? found?.[2];
}
