import type { Parsed } from '#lib/model/parsed.ts';

/** Reads bytes as UTF-8 without a byte order mark; anything else is refused with the reason. */
export function decodeText(bytes: Uint8Array): Parsed<string> {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse('not_utf8', 'the file is in UTF-16; save it as UTF-8');
  }
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return refuse(
      'byte_order_mark',
      'the file begins with a byte order mark; save it as UTF-8 without one',
    );
  }
  if (bytes.length === 0) return refuse('file_empty', 'the file is empty');
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    return refuse(
      'nul_character',
      `the file holds a NUL byte (number ${nul + 1}); is it a text file?`,
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, value: text };
  } catch {
    return refuse('not_utf8', 'the file is not UTF-8; save it as UTF-8');
  }
}

const refuse = (code: string, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ code, path: '(whole)', message }],
});
