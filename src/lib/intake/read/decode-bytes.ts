// Which letters the bytes of a text file stand for. A byte order mark is believed, then strict UTF-8
// (no other encoding passes for it by chance), then what the file declares; only then is guessed.
import { guessEncoding } from './guess-encoding.ts';

/** The text of some bytes, the encoding it was read by, and whether that had to be guessed. */
export interface DecodedBytes {
  readonly text: string;
  readonly encoding: string;
  readonly guessed: boolean;
}

/** More control signs than this share of a text, and it is no text. */
const mostControls = 0.01;

/**
 * Reads bytes as text, without a byte order mark. `declared` is the name of an encoding that the file
 * itself gives. Undefined where the bytes are no text in any encoding.
 */
export function decodeBytes(bytes: Uint8Array, declared?: string): DecodedBytes | undefined {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked, false);
  if (bytes.includes(0)) {
    const wide = guessWide(bytes);
    return wide === undefined ? undefined : decodeAs(bytes, wide, true);
  }
  return (
    decodeAs(bytes, 'utf-8', false) ??
    (declared === undefined ? undefined : decodeAs(bytes, declared, false)) ??
    decodeAs(bytes, guessEncoding(bytes), true)
  );
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Decodes strictly; undefined for an unknown encoding, wrong bytes or what reads as no text. */
export function decodeAs(
  bytes: Uint8Array,
  encoding: string | undefined,
  guessed: boolean,
): DecodedBytes | undefined {
  if (encoding === undefined) return undefined;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isText(text) ? { text, encoding, guessed } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * UTF-16 without a mark: spaces, line ends and Latin letters have an empty byte, and always on the
 * same side.
 */
function guessWide(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 65_536);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  // Of words with spaces between them, at least one sign in twenty has an empty byte.
  if (even + odd < sample.length / 40) return undefined;
  if (odd > even * 20) return 'utf-16le';
  return even > odd * 20 ? 'utf-16be' : undefined;
}

function isText(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0 || code === 0xfffe || code === 0xffff) return false;
    const isControl = (code < 32 && (code < 9 || code > 13)) || (code >= 127 && code < 160);
    if (isControl) controls += 1;
  }
  return controls <= text.length * mostControls;
}
