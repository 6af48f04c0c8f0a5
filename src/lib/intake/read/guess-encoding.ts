import { analyse } from 'chardet';

/** Cyrillic encodings are told from each other by the case of letters, which they put elsewhere. */
const cyrillic = ['windows-1251', 'koi8-u', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'];
/** KOI8-U reads all letters of KOI8-R, and the Ukrainian ones besides. */
const wider: Readonly<Record<string, string>> = { 'KOI8-R': 'koi8-u' };
const sampleBytes = 20_000;
/** Guesses whose share of odd places differs by less than this are equally plausible. */
const evenShare = 0.005;

interface Candidate {
  readonly encoding: string;
  /** Share of letters that stand where no writing has them; undefined where the bytes do not fit. */
  readonly odd: number;
}

/**
 * The likeliest encoding of text that is not UTF-8: the statistics of `chardet` propose, and of the
 * proposals those are kept whose words have capitals only in front. Undefined when nothing fits.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const proposed = analyse(sample)
    .filter(({ confidence }) => confidence > 0)
    .map(({ name }) => wider[name] ?? name.toLowerCase());
  const candidates = [...new Set([...proposed, ...(isMostlyHigh(sample) ? cyrillic : [])])]
    .map((encoding) => ({ encoding, odd: oddShare(sample, encoding) }))
    .filter((candidate): candidate is Candidate => candidate.odd !== undefined);
  const least = Math.min(...candidates.map(({ odd }) => odd));
  // Among equals the order of the proposals decides.
  return candidates.find(({ odd }) => odd <= least + evenShare)?.encoding;
}

/** Whether the letters are mostly outside ASCII, as those of Cyrillic words are. */
function isMostlyHigh(bytes: Uint8Array): boolean {
  let high = 0;
  let ascii = 0;
  for (const byte of bytes) {
    if (byte >= 128) high += 1;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) ascii += 1;
  }
  return high > ascii;
}

/** Share of letters followed by a capital inside a word, or by a sign that stands in no word. */
function oddShare(bytes: Uint8Array, encoding: string): number | undefined {
  let text: string;
  try {
    // A sample may end in the middle of a sign, which `stream` forgives.
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
  let letters = 0;
  let odd = 0;
  let before: SignKind = 'other';
  for (const sign of text) {
    const kind = kindOf(sign);
    if (kind === 'upper' || kind === 'lower') letters += 1;
    if (kind === 'upper' && before === 'lower') odd += 1;
    if (kind === 'strange') odd += 1;
    before = kind;
  }
  return letters === 0 ? undefined : odd / letters;
}

type SignKind = 'upper' | 'lower' | 'strange' | 'other';

function kindOf(sign: string): SignKind {
  if (/\p{Ll}|\p{Lo}/u.test(sign)) return 'lower';
  if (/\p{Lu}/u.test(sign)) return 'upper';
  // Letters of frames, currency and mathematics, and controls, are what a wrong guess turns letters into.
  const isPlain = sign < '\u007f' || /[\p{P}\p{Z}№°§©®™€]/u.test(sign);
  return isPlain ? 'other' : 'strange';
}
