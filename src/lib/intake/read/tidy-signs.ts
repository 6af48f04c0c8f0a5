/**
 * A text with `\n` as line end, and a space for each control sign and half sign that no database or
 * export would keep. Lengths change by the line ends alone, so that offsets can be followed.
 */
export function tidySigns(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.toWellFormed().replace(/[^\P{Cc}\n\t\f]|[\ufffe\uffff]/gu, ' ');
}

/** Whether a text has a sign that can be seen: neither white space nor a mark without width. */
export const hasVisibleSign = (text: string): boolean => /[^\s\p{Cf}\p{Cc}]/u.test(text);
