import * as z from 'zod';

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** True for `2025`, `2025-06` and `2025-06-02` when such a day exists in the Gregorian calendar. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year = '', month, day] = match;
  if (month === undefined) return true;
  const m = Number(month);
  if (m < 1 || m > 12) return false;
  if (day === undefined) return true;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), m);
}

/** A day, month or year as printed on a text; a report is often known only to the month. */
export const partialDateSchema = z
  .string()
  .refine(isPartialDate, 'a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD');

/** A moment of an edit or review: a day, or a day with time in UTC (`2025-06-02T10:15:00Z`). */
export const momentSchema = z
  .string()
  .refine(
    (text) =>
      isPartialDate(text.slice(0, 10)) &&
      /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z)?$/.test(text),
    'a day as YYYY-MM-DD, or a moment as YYYY-MM-DDTHH:MM:SSZ',
  );

/**
 * Orders partial dates by their earliest day (`2025-06` counts as 1 June 2025); negative when `a`
 * is earlier, 0 when both begin on the same day.
 */
export function compareDates(a: string, b: string): number {
  const [x, y] = [earliestDay(a), earliestDay(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The first day a partial date can mean: `2025` is 2025-01-01. */
export const earliestDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** The last day a partial date can mean, for "as at" questions: `2025-06` is 2025-06-30. */
export function latestDay(date: string): string {
  if (date.length >= 10) return date.slice(0, 10);
  const [year = '', month = '12'] = date.split('-');
  return `${year}-${month}-${String(daysInMonth(Number(year), Number(month))).padStart(2, '0')}`;
}
