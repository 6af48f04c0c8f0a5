/**
 * Figures with their units as a text has them, before it is asked which values they leave acceptable.
 * What looks like an amount but counts printed things (articles, years, options) is left alone.
 */
import type { Bound } from './cues/cues.ts';
import { dateAt } from './dates.ts';
import { baseAt, perAt, unitAt, type ReadUnit } from './amount-units.ts';
import { readNumber } from './numbers.ts';
import type { Sentence } from './qualifiers.ts';
import { wordAt, type Stretch, type Token } from './tokens.ts';
import { durationAt, isMoney } from './units.ts';

/** `low` and `high` are equal for a bare figure, and missing where the figure is left open. */
export interface FoundAmount extends Stretch {
  readonly low?: number;
  readonly high?: number;
  readonly bound?: Bound;
  /** The bound was said as "up to", which reads two ways. */
  readonly isUpTo: boolean;
  /** It only says how far something may go: "shall not exceed", "is limited to". */
  readonly isLimit: boolean;
  readonly unit: string;
  /** The words of the unit as they stand, for naming the term. */
  readonly noun: string;
  /** Tokens inside that name what is counted or limited, and so belong to the act as well. */
  readonly kept?: Stretch;
  readonly per?: string;
  readonly base?: string;
}

/** A figure, a range of figures or an open figure, with the currency before it. */
interface ReadValue {
  readonly low?: number;
  readonly high?: number;
  readonly last: number;
  readonly currency?: string;
  readonly isShare: boolean;
}

/** The amounts of a stretch in their order; `isTaken` says which tokens belong to something else. */
export function findAmounts(
  sentence: Sentence,
  isTaken: (index: number) => boolean,
): readonly FoundAmount[] {
  const found: FoundAmount[] = [];
  const { first, last } = sentence.stretch;
  for (let at = first; at < last;) {
    const skipped = isTaken(at) ? at + 1 : skipNumbered(sentence, at);
    const amount = skipped === undefined ? amountAt(sentence, at) : undefined;
    if (amount !== undefined && amount.last <= last)
      found.push(sharingBound(sentence, amount, found.at(-1)));
    at = skipped ?? amount?.last ?? at + 1;
  }
  return found;
}

/** "No more than 60,000 soldiers and 200 tanks": one bound for both. */
function sharingBound(
  { tokens }: Sentence,
  amount: FoundAmount,
  before: FoundAmount | undefined,
): FoundAmount {
  if (before?.bound === undefined || amount.bound !== undefined || amount.low !== amount.high)
    return amount;
  const between = tokens.slice(before.last, amount.first);
  const isJoined =
    between.length > 0 && between.every(({ word }) => [',', 'and', 'or'].includes(word));
  const { bound, isUpTo, isLimit } = before;
  return isJoined ? { ...amount, bound, isUpTo, isLimit } : amount;
}

/** The token behind a date, a numbered thing or an ordinal that begins here. */
function skipNumbered({ tokens, cues }: Sentence, at: number): number | undefined {
  const token = tokens[at];
  const reference = cues.references.findAt(tokens, at);
  if (reference !== undefined && tokens[reference.last]?.kind === 'figure')
    return behindList(tokens, reference.last);
  if (token?.kind === 'figure') {
    const date = dateAt(tokens, at, cues);
    if (date !== undefined) return date.last;
    if (isOrdinal(tokens, at) || isNegated(tokens, at)) return at + 2;
  }
  if (token?.kind === 'word' && tokens[at + 1]?.kind === 'figure') {
    const date = cues.months.findAt(tokens, at) && dateAt(tokens, at, cues);
    if (date !== undefined) return date.last;
  }
  return undefined;
}

/** "Articles 5, 6 and 9". */
function behindList(tokens: readonly Token[], first: number): number {
  let at = first + 1;
  while (
    ['and', 'or', ',', 'to', '-', '–', 'und', 'et', 'и', 'і', 'та'].includes(wordAt(tokens, at))
  ) {
    if (tokens[at + 1]?.kind !== 'figure') break;
    at += 2;
  }
  return at;
}

const ordinalEndings: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'er', 'e']);

const isOrdinal = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.to === tokens[at + 1]?.from && ordinalEndings.has(wordAt(tokens, at + 1));

/** "61 %, not 74 %": what is denied is no figure of the text. */
const isNegated = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at - 1) === 'not' && wordAt(tokens, at - 2) === ',';

function amountAt(sentence: Sentence, at: number): FoundAmount | undefined {
  const { tokens, cues } = sentence;
  const between = cues.between.findAt(tokens, at);
  if (between !== undefined) {
    const range = valueAt(sentence, between.last, true);
    if (range?.low !== undefined && range.low !== range.high)
      return withUnit(sentence, { first: at, value: range });
  }
  const bound = cues.bounds.findAt(tokens, at);
  if (bound !== undefined) {
    const start = behindBound(sentence, bound.last);
    const value = start === undefined ? undefined : valueAt(sentence, start);
    if (value !== undefined)
      return withUnit(sentence, { first: at, value, bound: bound.value, boundEnd: bound.last });
    const one = durationAt(tokens, bound.last, cues);
    if (one !== undefined) return oneUnit(at, bound.value, one);
  }
  const times = cues.times.get(wordAt(tokens, at));
  if (times !== undefined && isFrequency(sentence, at + 1)) return timesAt(sentence, at, times);
  const value = isDefinite(sentence, at) ? undefined : valueAt(sentence, at);
  return value === undefined ? undefined : withUnit(sentence, { first: at, value });
}

/** "Once" and "twice" count only with what they are counted in: "twice a year". */
const isFrequency = (sentence: Sentence, at: number): boolean => perAt(sentence, at) !== undefined;

function timesAt(sentence: Sentence, at: number, times: number): FoundAmount {
  const per = perAt(sentence, at + 1);
  return {
    first: at,
    last: per?.last ?? at + 1,
    low: times,
    high: times,
    ...{ isUpTo: false, isLimit: false },
    unit: 'times',
    noun: 'times',
    ...(per === undefined ? {} : { per: per.label }),
  };
}

/** "Within a fortnight", "at least a year". */
const oneUnit = (
  first: number,
  bound: Bound,
  { value, unit, last }: { readonly value: number; readonly unit: string; readonly last: number },
): FoundAmount => {
  const [size, name] = unit === 'fortnights' ? [14 * value, 'days'] : [value, unit];
  const said = { low: size, high: size, bound, isUpTo: false, isLimit: false };
  return { first, last, ...said, unit: name, noun: name };
};

/** Where the figure of a bound begins: at once, or behind "level of" ("a minimum level of 62 m"). */
function behindBound(sentence: Sentence, start: number): number | undefined {
  const { tokens, cues } = sentence;
  let at = start;
  for (let step = 0; step < 2; step += 1) at = cues.fillers.findAt(tokens, at)?.last ?? at;
  if (valueAt(sentence, at) !== undefined) return at;
  if (!['minimum', 'maximum', 'ceiling', 'cap'].includes(wordAt(tokens, start - 1)))
    return undefined;
  const of = [start + 1, start + 2, start + 3].find((index) => wordAt(tokens, index) === 'of');
  return of === undefined ? undefined : of + 1;
}

/** "The two ports" names ports; it says nothing of how many there shall be. */
function isDefinite({ tokens }: Sentence, at: number): boolean {
  const previous = wordAt(tokens, at - 1);
  const isSpelled = tokens[at]?.kind === 'word';
  const isAdjective = wordAt(tokens, at + 1) === '-';
  return (
    (isSpelled &&
      ['the', 'these', 'those', 'its', 'their', 'both', 'die', 'les', 'last'].includes(previous)) ||
    (isAdjective && ['any', 'each', 'every'].includes(previous))
  );
}

function valueAt(sentence: Sentence, at: number, isBetween = false): ReadValue | undefined {
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

interface Measured {
  readonly first: number;
  readonly value: ReadValue;
  readonly bound?: Bound;
  /** The token behind the bound. */
  readonly boundEnd?: number;
}

function withUnit(sentence: Sentence, measured: Measured): FoundAmount | undefined {
  const { tokens, cues } = sentence;
  const { first, value, bound } = measured;
  const joined = joinedAt(sentence, measured);
  const { last } = joined ?? value;
  const unit = unitOf(sentence, joined ?? value, bound !== undefined);
  if (unit === undefined) return undefined;
  const behind = cues.boundsBehind.findAt(tokens, unit.last);
  const per = perAt(sentence, behind?.last ?? unit.last);
  const end = per?.last ?? behind?.last ?? unit.last;
  const base = unit.value === 'percent' ? baseAt(sentence, end) : undefined;
  const limits = joined ?? value;
  return {
    first,
    last: Math.max(last, base?.last ?? end),
    ...(limits.low === undefined ? {} : { low: limits.low }),
    ...(limits.high === undefined ? {} : { high: limits.high }),
    ...boundOf(bound ?? behind?.value, limits),
    isUpTo: cues.upTo.findAt(tokens, first) !== undefined,
    isLimit: bound !== undefined && cues.limiters.findAt(tokens, first) !== undefined,
    unit: unit.value,
    noun: unit.noun,
    ...keptOf(sentence, measured, unit),
    ...(per === undefined ? {} : { per: per.label }),
    ...(base === undefined ? {} : { base: base.label }),
  };
}

/** "A minimum level of 62 m" keeps the level, "25 members" the members. */
function keptOf(
  { tokens }: Sentence,
  { boundEnd }: Measured,
  unit: ReadUnit,
): { readonly kept?: Stretch } {
  if (unit.counted !== undefined) return { kept: unit.counted };
  if (boundEnd === undefined) return {};
  const of = [boundEnd + 1, boundEnd + 2, boundEnd + 3].find((at) => wordAt(tokens, at) === 'of');
  return of === undefined || of >= unit.last ? {} : { kept: { first: boundEnd, last: of } };
}

const boundOf = (bound: Bound | undefined, { low, high }: ReadValue): { readonly bound?: Bound } =>
  bound === undefined || low !== high ? {} : { bound };

/** "Not less than two and not more than five years": two bounds make a range. */
function joinedAt(sentence: Sentence, { value, bound }: Measured): ReadValue | undefined {
  const { tokens, cues } = sentence;
  if (bound !== 'min' || value.low === undefined) return undefined;
  const and = cues.and.findAt(tokens, behindUnit(sentence, value.last));
  const upper = and === undefined ? undefined : cues.bounds.findAt(tokens, and.last);
  if (upper?.value !== 'max') return undefined;
  const high = valueAt(sentence, upper.last);
  if (high?.high === undefined || high.high < value.low) return undefined;
  const second = cues.units.findAt(tokens, high.last);
  const first = cues.units.findAt(tokens, value.last);
  if (first !== undefined && second?.value !== first.value) return undefined;
  return { ...high, low: value.low };
}

const behindUnit = ({ tokens, cues }: Sentence, at: number): number =>
  cues.units.findAt(tokens, at)?.last ?? at;

function unitOf(
  sentence: Sentence,
  { currency, last, isShare }: ReadValue,
  isBounded: boolean,
): ReadUnit | undefined {
  if (currency !== undefined) return { value: currency, noun: currency, last };
  if (isShare) return { value: 'percent', noun: 'share', last };
  return unitAt(sentence, { at: last, isBounded });
}
