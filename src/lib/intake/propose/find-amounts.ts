/**
 * Figures with their units as a text has them, before it is asked which values they leave acceptable.
 * What looks like an amount but counts printed things (articles, years, options) is left alone.
 */
import type { Bound } from './cues/cues.ts';
import { baseAt, perAt, unitAt, unnamed, type ReadUnit } from './amount-units.ts';
import { findBound } from './find-bound.ts';
import { readNumber } from './numbers.ts';
import type { Found } from './phrase-table.ts';
import { skipNumbered } from './numbered-things.ts';
import { valueAt, type ReadValue } from './read-value.ts';
import type { Sentence } from './qualifiers.ts';
import { wordAt, type Stretch } from './tokens.ts';
import { durationAt, isTimeUnit } from './units.ts';

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
    const isShared = amount?.unit !== unnamed || found.length > 0;
    if (amount !== undefined && amount.last <= last && isShared)
      found.push(sharing(sentence, amount, found.at(-1)));
    at = skipped ?? amount?.last ?? at + 1;
  }
  return found;
}

/**
 * What an amount has of the one before it: its bound ("no more than 60,000 soldiers and 200 tanks"), or
 * its unit ("25 days for all, 30 for shift workers").
 */
function sharing(
  { tokens }: Sentence,
  amount: FoundAmount,
  before: FoundAmount | undefined,
): FoundAmount {
  if (before === undefined) return amount;
  const own =
    amount.unit === unnamed ? { ...amount, unit: before.unit, noun: before.noun } : amount;
  if (before.bound === undefined || amount.bound !== undefined || amount.low !== amount.high)
    return own;
  const between = tokens.slice(before.last, amount.first);
  const isJoined =
    between.length > 0 && between.every(({ word }) => [',', 'and', 'or'].includes(word));
  const { bound, isUpTo, isLimit } = before;
  return isJoined ? { ...own, bound, isUpTo, isLimit } : own;
}

function amountAt(sentence: Sentence, at: number): FoundAmount | undefined {
  const { tokens, cues } = sentence;
  const changed = changedAt(sentence, at);
  if (changed !== undefined) return changed;
  const between = cues.between.findAt(tokens, at);
  if (between !== undefined) {
    const range = valueAt(sentence, between.last, true);
    if (range?.low !== undefined && range.low !== range.high)
      return withUnit(sentence, { first: at, value: range });
  }
  const bound = findBound(tokens, at, cues);
  if (bound !== undefined) {
    const start = behindBound(sentence, bound.last);
    const value = start === undefined ? undefined : valueAt(sentence, start);
    if (value !== undefined)
      return withUnit(sentence, { first: at, value, ...boundAt(sentence, bound, value) });
    const often = frequencyAt(sentence, bound.last);
    if (often !== undefined) return { ...often, first: at, bound: bound.value };
    const one = durationAt(tokens, bound.last, cues);
    if (one !== undefined) return oneUnit(at, bound.value, one);
  }
  const often = frequencyAt(sentence, at);
  if (often !== undefined) return often;
  const value = isDefinite(sentence, at) ? undefined : valueAt(sentence, at);
  return value === undefined ? undefined : withUnit(sentence, { first: at, value });
}

/** "Over four years" is during them, no bound. */
function boundAt(
  { tokens, cues }: Sentence,
  bound: Found<Bound>,
  { last }: ReadValue,
): Pick<Measured, 'bound' | 'boundEnd'> {
  const isPlain = bound.last === bound.first + 1 && bound.value === 'over';
  const unit = isPlain ? cues.units.findAt(tokens, last) : undefined;
  return unit !== undefined && isTimeUnit(unit.value)
    ? {}
    : { bound: bound.value, boundEnd: bound.last };
}

/** Verbs of change: of "reduced from 60 to 45" only what it becomes is demanded. */
const changing =
  /^(?:reduc|rais|increas|decreas|cut|lower|extend|shorten|rise|rises|fall|falls|grow|grows|expand|chang)/;

/** How many tokens before "from" the verb of change stands at most. */
const changeWithin = 4;

function changedAt(sentence: Sentence, at: number): FoundAmount | undefined {
  const { tokens } = sentence;
  if (wordAt(tokens, at) !== 'from') return undefined;
  const before = tokens.slice(Math.max(sentence.stretch.first, at - changeWithin), at);
  if (!before.some(({ word }) => changing.test(word))) return undefined;
  const old = readNumber(tokens, at + 1, sentence.cues);
  if (old === undefined) return undefined;
  const unit = sentence.cues.units.findAt(tokens, old.last);
  const to = unit?.last ?? old.last;
  const value = wordAt(tokens, to) === 'to' ? valueAt(sentence, to + 1) : undefined;
  return value === undefined ? undefined : withUnit(sentence, { first: at, value });
}

/** "Twice a year": how often counts only with what it is counted in. */
function frequencyAt(sentence: Sentence, at: number): FoundAmount | undefined {
  const times = sentence.cues.times.get(wordAt(sentence.tokens, at));
  const per = times === undefined ? undefined : perAt(sentence, at + 1);
  if (times === undefined || per === undefined) return undefined;
  return {
    ...{ first: at, last: per.last, low: times, high: times, per: per.label },
    ...{ isUpTo: false, isLimit: false, unit: 'times', noun: 'times' },
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
  const of = [0, 1, 2, 3].find((step) => ['of', ':'].includes(wordAt(tokens, start + step)));
  return of === undefined ? undefined : start + of + 1;
}

/** "The two ports" names ports, and "one" or "eine" before a noun is an article: neither counts. */
function isDefinite({ tokens, cues }: Sentence, at: number): boolean {
  const previous = wordAt(tokens, at - 1);
  const isSpelled = tokens[at]?.kind === 'word';
  const isAdjective = wordAt(tokens, at + 1) === '-';
  const isArticle = isSpelled && cues.numbers.get(wordAt(tokens, at)) === 1;
  return (
    (isArticle && cues.units.findAt(tokens, at + 1) === undefined) ||
    (isSpelled &&
      ['the', 'these', 'those', 'its', 'their', 'both', 'die', 'les', 'last'].includes(previous)) ||
    (isAdjective && ['any', 'each', 'every'].includes(previous))
  );
}

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
  const unit = unitOf(sentence, joined ?? value, bound);
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
  const upper = and === undefined ? undefined : findBound(tokens, and.last, cues);
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
  bound: Bound | undefined,
): ReadUnit | undefined {
  if (currency !== undefined) return { value: currency, noun: currency, last };
  if (isShare) return { value: 'percent', noun: 'share', last };
  return unitAt(sentence, { at: last, isBounded: bound === 'min' || bound === 'max' });
}
