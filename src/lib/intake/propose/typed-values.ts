/**
 * Amounts and times as a person types them into a form, read by the rules that read them in clauses:
 * "at least 30 days", "2–3 %", "up to 1.5 bn EUR", "within 30 days of the signature".
 */
import { findAmounts } from './find-amounts.ts';
import { cuesFor } from './cues/cue-tables.ts';
import { findOpenAmounts } from './open-amounts.ts';
import { comesFirst } from './propose-order.ts';
import { findQualifiers, type TimeQualifier } from './qualifiers.ts';
import { settleAmount } from './settle-amounts.ts';
import { spanOf, tokenise } from './tokens.ts';

/** Acceptable values with their unit; a person who types means the bound as it is typed. */
export interface TypedAmount {
  readonly min?: number;
  readonly max?: number;
  readonly unset: boolean;
  readonly unit: string;
  readonly per?: string;
  readonly base?: string;
}

const longestInput = 300;

/** The first amount in what was typed, or undefined where there is none. */
export function readTypedAmount(typed: string, language: string): TypedAmount | undefined {
  const cues = cuesFor(language);
  const tokens = tokenise(typed.slice(0, longestInput));
  const sentence = { tokens, cues, stretch: { first: 0, last: tokens.length } };
  const [found] = [...findAmounts(sentence, () => false), ...findOpenAmounts(sentence)];
  if (found === undefined) return undefined;
  const { min, max } = settleAmount(found, { modality: 'must', side: 'unknown' });
  const { unit, per, base } = found;
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    unset: min === undefined && max === undefined,
    unit,
    ...(per === undefined ? {} : { per }),
    ...(base === undefined ? {} : { base }),
  };
}

/** An order as typed: which event, whether it comes first, and the days between. */
export interface TypedTime {
  readonly event: string;
  readonly isBefore: boolean;
  readonly minDays?: number;
  readonly maxDays?: number;
}

/** The first time or deadline in what was typed, or undefined where no event or date is named. */
export function readTypedTime(typed: string, language: string): TypedTime | undefined {
  const cues = cuesFor(language);
  const text = typed.slice(0, longestInput);
  const tokens = tokenise(text);
  const qualifiers = findQualifiers({ tokens, cues, stretch: { first: 0, last: tokens.length } });
  const time = qualifiers.find((one): one is TimeQualifier => one.kind === 'time');
  if (time === undefined) return undefined;
  const { from, to } = spanOf(tokens, time.thing);
  const { minDays, maxDays } = time;
  return {
    event: text.slice(from, to),
    isBefore: comesFirst(time),
    ...(minDays === undefined ? {} : { minDays }),
    ...(maxDays === undefined ? {} : { maxDays }),
  };
}
