import { decodeText } from '#lib/formats/decode-text.ts';
import type { Parsed } from '#lib/model/parsed.ts';

/**
 * Reads the text of a file that somebody chose. A text is never changed afterwards, so one in another
 * encoding is refused instead of being stored with signs that are none.
 */
export function readTextFile(bytes: Uint8Array): Parsed<string> {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return decodeText(hasMark ? bytes.subarray(3) : bytes);
}
