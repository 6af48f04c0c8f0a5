import type { CueTables } from './cues/cue-tables.ts';
import type { Found } from './phrase-table.ts';
import { readNumber } from './numbers.ts';
import { wordAt, type Token } from './tokens.ts';

/**
 * Days in a unit of time. Orders of events are counted in days; a month is taken as 30 and a year as
 * 365, which `isRough` tells.
 */
const daysIn: Readonly<Record<string, number>> = {
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
  'working days': 1,
  weeks: 7,
  fortnights: 14,
  months: 30,
  quarters: 91,
  years: 365,
};

const exact: ReadonlySet<string> = new Set(['minutes', 'hours', 'days', 'weeks', 'fortnights']);

export const isTimeUnit = (unit: string): boolean => unit in daysIn;

const currencies: ReadonlySet<string> = new Set([
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'JPY',
  'UAH',
  'RUB',
  'francs',
  'crowns',
  'cents',
]);

export const isMoney = (unit: string): boolean => currencies.has(unit);

/** A length of time in days, and whether the calendar may make it a little more or less. */
export const inDays = (value: number, unit: string) => ({
  days: Number((value * (daysIn[unit] ?? 1)).toPrecision(12)),
  isRough: !exact.has(unit),
});

/** A length of time in the text: how many of which unit. */
export interface Duration {
  readonly value: number;
  readonly unit: string;
  readonly last: number;
}

/** The length of time that begins at a token: "30 days", "a week", "two calendar months", "3-day". */
export function durationAt(
  tokens: readonly Token[],
  first: number,
  cues: CueTables,
): Duration | undefined {
  const number = readNumber(tokens, first, cues) ?? onlyOne(tokens, first);
  if (number === undefined || number.isShare === true) return undefined;
  const unit = timeUnitAt(tokens, number.last, cues);
  return unit === undefined
    ? undefined
    : { value: number.value, unit: unit.value, last: unit.last };
}

const ones: ReadonlySet<string> = new Set(['a', 'an', 'the']);

const onlyOne = (tokens: readonly Token[], first: number) =>
  ones.has(wordAt(tokens, first)) ? { value: 1, last: first + 1, isShare: undefined } : undefined;

function timeUnitAt(
  tokens: readonly Token[],
  at: number,
  cues: CueTables,
): Found<string> | undefined {
  const start = wordAt(tokens, at) === '-' ? at + 1 : at;
  const unit = cues.units.findAt(tokens, start);
  return unit !== undefined && isTimeUnit(unit.value) ? unit : undefined;
}
