// Figures, ranges and figures left open, with a currency before them.
import type { Sentence } from './qualifiers.ts';
import { readNumber } from './numbers.ts';
import { wordAt, type Token } from './tokens.ts';
import { isMoney } from './units.ts';

/** A figure, a range of figures or an open figure, with the currency before it. */
export interface ReadValue {
  readonly low?: number;
  readonly high?: number;
  readonly last: number;
  readonly currency?: string;
  readonly isShare: boolean;
}

/** What a figure between "from" and "to" is: a range, or what changes and what it becomes. */
export type FromTo = 'range' | 'change';

/** The figure or range that begins at a token. */
export function valueAt(sentence: Sentence, at: number, isBetween = false): ReadValue | undefined {
  const { tokens, cues } = sentence;
  const sign = cues.units.findAt(tokens, at);
  const currency = sign !== undefined && isMoney(sign.value) ? sign : undefined;
  const start = currency?.last ?? at;
  const own = currency === undefined ? {} : { currency: currency.value };
  const open = openFigureAt(sentence, start);
  if (open !== undefined) return { ...own, last: open, isShare: false };
  const low = readNumber(tokens, start, cues);
  if (low === undefined) return undefined;
  const high = rangeEnd(sentence, low.last, isBetween);
  const isShare = low.isShare === true;
  if (high === undefined || high.value < low.value)
    return { ...own, low: low.value, high: low.value, last: low.last, isShare };
  const scale = magnitudeOf(low.value, high.value);
  return { ...own, low: low.value * scale, high: high.value, last: high.last, isShare };
}

/** In "2 to 3 million" the magnitude is said once and meant twice. */
function magnitudeOf(low: number, high: number): number {
  for (const factor of [1e9, 1e6, 1e3])
    if (low < 1000 && high >= factor && high % (factor / 10) === 0) return factor;
  return 1;
}

function rangeEnd({ tokens, cues }: Sentence, at: number, isBetween: boolean) {
  const unit = cues.units.findAt(tokens, at);
  const start = unit?.value === 'percent' ? unit.last : at;
  const to = cues.to.findAt(tokens, start);
  if (to === undefined) return undefined;
  const isAnd = cues.and.findAt(tokens, start) !== undefined;
  return isAnd && !isBetween ? undefined : readNumber(tokens, to.last, cues);
}

const openWords: ReadonlySet<string> = new Set([
  'x',
  'y',
  'z',
  'n',
  'xx',
  'tbd',
  '…',
  '.',
  '_',
  '-',
  '–',
  'х',
]);

/** The token behind a figure that is left open: `[X]`, `[…]`, `[ ]`, `X %`. */
function openFigureAt({ tokens, cues }: Sentence, at: number): number | undefined {
  if (wordAt(tokens, at) === '[') {
    let last = at + 1;
    while (last < at + 6 && openWords.has(wordAt(tokens, last))) last += 1;
    return wordAt(tokens, last) === ']'
      ? behindMagnitude(tokens, last + 1, cues.magnitudes)
      : undefined;
  }
  const isLetter = ['x', 'y', 'n'].includes(wordAt(tokens, at));
  return isLetter && cues.units.findAt(tokens, at + 1) !== undefined ? at + 1 : undefined;
}

const behindMagnitude = (
  tokens: readonly Token[],
  at: number,
  magnitudes: ReadonlyMap<string, number>,
): number => (magnitudes.has(wordAt(tokens, at)) ? at + 1 : at);
