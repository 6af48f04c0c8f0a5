/**
 * The parts of a sentence that say when and on what condition, apart from what is demanded. They are
 * found first and set aside: what is left over says who must do what, and an order of steps never gets
 * into an act (a norm read as a date invents conflicts).
 */
import type { CueTables } from './cues/cue-tables.ts';
import type { Timing } from './cues/cues.ts';
import { dateAt } from './dates.ts';
import { endOfThing } from './extent.ts';
import { findBound } from './find-bound.ts';
import { misleads } from './misleading.ts';
import type { Found } from './phrase-table.ts';
import { wordAt, type Stretch, type Token } from './tokens.ts';
import { durationAt, inDays } from './units.ts';

/** `thing` is the event, the condition or the exception in the text's words. */
interface Told extends Stretch {
  readonly cue: Stretch;
  readonly thing: Stretch;
}

export interface ConditionQualifier extends Told {
  readonly kind: 'given' | 'only-if' | 'exception' | 'unconditional';
}

export interface TimeQualifier extends Told {
  readonly kind: 'time';
  readonly timing: Timing;
  /** Whether the event is a day of the calendar. */
  readonly isDate: boolean;
  readonly minDays?: number;
  readonly maxDays?: number;
  /** Months and years were counted in days. */
  readonly isRough: boolean;
}

/** An event that a length of time before it runs from: "for 30 days from the signature". */
export interface AnchorQualifier extends Told {
  readonly kind: 'anchor';
}

export type Qualifier = ConditionQualifier | TimeQualifier | AnchorQualifier;

export interface Sentence {
  readonly tokens: readonly Token[];
  readonly stretch: Stretch;
  readonly cues: CueTables;
}

/** All qualifiers of a sentence in their order; they do not overlap. */
export function findQualifiers(sentence: Sentence): readonly Qualifier[] {
  const { first, last } = sentence.stretch;
  const found: Qualifier[] = [];
  for (let at = first; at < last;) {
    const skipped = comparedTime(sentence, at);
    const next = skipped === undefined ? qualifierAt(sentence, at) : undefined;
    if (next !== undefined) found.push(next);
    at = Math.max(at + 1, skipped ?? next?.last ?? 0);
  }
  return found;
}

const qualifierAt = (sentence: Sentence, at: number): Qualifier | undefined =>
  invertedAt(sentence, at) ?? timeLimitAt(sentence, at) ?? cueAt(sentence, at);

/** "Less than 48 hours before they begin" compares a length of time; it orders no steps. */
function comparedTime({ tokens, cues }: Sentence, at: number): number | undefined {
  const bound = findBound(tokens, at, cues);
  if (bound?.value !== 'over' && bound?.value !== 'under') return undefined;
  const duration = durationAt(tokens, bound.last, cues);
  if (duration === undefined) return undefined;
  return cues.ties.findAt(tokens, duration.last)?.last ?? duration.last;
}

/** "Should either side resume shelling, …". */
function invertedAt(sentence: Sentence, at: number): Qualifier | undefined {
  const { tokens, stretch, cues } = sentence;
  const cue = at === stretch.first ? cues.inversions.findAt(tokens, at) : undefined;
  if (cue === undefined) return undefined;
  const last = endOfThing(sentence, cue);
  if (wordAt(tokens, last) !== ',') return undefined;
  return { kind: 'given', first: at, last, cue, thing: { first: cue.last, last } };
}

/** "Within 10 days of …", "at least 14 days before …", "90 days after …". */
function timeLimitAt(sentence: Sentence, at: number): Qualifier | undefined {
  const { tokens, cues } = sentence;
  const bound = cues.limitsOfTime.findAt(tokens, at);
  const start = bound?.last ?? at;
  const duration = durationAt(tokens, start, cues);
  if (duration === undefined || (bound === undefined && isArticle(wordAt(tokens, start))))
    return undefined;
  const tie = cues.ties.findAt(tokens, duration.last);
  if (tie === undefined || !mayTie(sentence, { bound, tie })) return undefined;
  const last = endOfThing(sentence, tie);
  const thing = { first: tie.last, last };
  if (last === tie.last) return undefined;
  if (bound === undefined && tie.value === 'after' && isLasting(tokens, at))
    return { kind: 'anchor', first: tie.first, last, cue: tie, thing };
  const { days, isRough } = inDays(duration.value, duration.unit);
  return {
    kind: 'time',
    timing: tie.value,
    first: isStarting(tokens, at - 1) ? at - 1 : at,
    last,
    cue: { first: at, last: tie.last },
    thing,
    isDate: dateAt(tokens, tie.last, cues) !== undefined,
    ...daysBetween(days, bound, tie),
    isRough,
  };
}

/** "Of" ties only what is within: "within 10 days of signature", but not "40 hours of overtime". */
function mayTie(
  { tokens }: Sentence,
  { bound, tie }: { readonly bound: Found<string> | undefined; readonly tie: Found<string> },
): boolean {
  if (wordAt(tokens, tie.first) !== 'of' || tie.last > tie.first + 1) return true;
  return bound !== undefined && bound.value === 'max';
}

const isArticle = (word: string): boolean => word === 'the' || word === 'a' || word === 'an';

const isLasting = (tokens: readonly Token[], at: number): boolean =>
  ['for', 'of', 'lasting', 'lasts', 'pendant', 'für', 'на'].includes(wordAt(tokens, at - 1));

const isStarting = (tokens: readonly Token[], at: number): boolean =>
  ['starting', 'beginning', 'exactly', 'only'].includes(wordAt(tokens, at));

/** How many days lie between the event and the act, whichever comes first. */
function daysBetween(
  days: number,
  bound: Found<'min' | 'max'> | undefined,
  tie: Found<'after' | 'before'>,
): { readonly minDays?: number; readonly maxDays?: number } {
  if (tie.value === 'before') return { minDays: days };
  if (bound === undefined) return { minDays: days, maxDays: days };
  return bound.value === 'max' ? { minDays: 0, maxDays: days } : { minDays: days };
}

/** A word of time or of condition; of two at one place the longer is meant. */
function cueAt(sentence: Sentence, at: number): Qualifier | undefined {
  const { tokens, cues, stretch } = sentence;
  const timing = cues.timings.findAt(tokens, at, stretch.last);
  const condition = cues.conditions.findAt(tokens, at, stretch.last);
  if (condition !== undefined && condition.last >= (timing?.last ?? 0))
    return conditionOf(sentence, condition);
  return timing === undefined ? undefined : timeOf(sentence, timing);
}

function conditionOf(
  sentence: Sentence,
  cue: Found<ConditionQualifier['kind']>,
): Qualifier | undefined {
  if (misleads(sentence, cue)) return undefined;
  const { tokens, cues } = sentence;
  const own = { kind: cue.value, first: cue.first, cue };
  if (cue.value === 'unconditional')
    return { ...own, last: cue.last, thing: { first: cue.last, last: cue.last } };
  const last = endOfThing(sentence, cue);
  const assent = cue.last - 2;
  const isAssent = assent >= cue.first && cues.assents.findAt(tokens, assent) !== undefined;
  const thing = { first: isAssent ? assent : cue.last, last };
  return last === cue.last && !endsInAssent(sentence, cue) ? undefined : { ...own, last, thing };
}

const endsInAssent = ({ tokens, cues }: Sentence, { last }: Stretch): boolean =>
  cues.assents.findAt(tokens, last - 1) !== undefined;

function timeOf(sentence: Sentence, cue: Found<Timing>): Qualifier | undefined {
  const { tokens, cues } = sentence;
  const date = dateAt(tokens, cue.last, cues);
  const own = { kind: 'time', timing: cue.value, first: cue.first, cue, isRough: false } as const;
  const exactly = cue.value === 'on' ? { minDays: 0, maxDays: 0 } : {};
  if (date !== undefined) return { ...own, ...exactly, isDate: true, last: date.last, thing: date };
  if ((needsDate(cue) && !namesTime(sentence, cue)) || misleads(sentence, cue)) return undefined;
  const last = endOfThing(sentence, cue);
  if (last === cue.last) return undefined;
  return { ...own, ...exactly, isDate: false, last, thing: { first: cue.last, last } };
}

/** "By the end of the transition", "from the start of talks". */
const namesTime = ({ tokens }: Sentence, { last }: Stretch): boolean =>
  wordAt(tokens, last) === 'the' &&
  ['end', 'start', 'beginning', 'time', 'date', 'moment', 'day'].includes(wordAt(tokens, last + 1));

/** Short words like "from" and "by" speak of time only where a date follows. */
const needsDate = ({ value, first, last }: Found<Timing>): boolean =>
  last === first + 1 && (value === 'from' || value === 'by' || value === 'on');
