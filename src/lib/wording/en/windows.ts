import type { Interval } from '#lib/engine/comparison.ts';
import { label } from './grammar.ts';
import { inflectUnit } from './amounts.ts';

const numbers = new Intl.NumberFormat('en');
export const days = (value: number): string => {
  const length = Math.abs(value);
  return `${numbers.format(length)} ${inflectUnit('day', length === 1)}`;
};

/** Days from one event to another; an open end leaves out its bound. */
export type Days = Interval & { readonly strict: boolean };

/** True when only the order of the two events is stated, no number of days. */
export const windowIsBare = ({ min, max }: Days): boolean =>
  (min === 0 && max === undefined) || (max === 0 && min === undefined);

/**
 * Where the second event lies from the first, the earlier event named first where only order is
 * stated: "‘ceasefire’ before ‘talks’", "‘talks’ at least 30 days after ‘ceasefire’".
 */
export function window(first: string, second: string, span: Days): string {
  const [a, b] = [label(first), label(second)];
  const { min, max, strict } = span;
  if (min === undefined && max === undefined) return `${a} and ${b} in any order`;
  if (min === 0 && max === 0) return `${a} and ${b} at the same time`;
  if (min === 0 && max === undefined) return `${a} ${strict ? 'before' : 'no later than'} ${b}`;
  if (max === 0 && min === undefined) return `${b} ${strict ? 'before' : 'no later than'} ${a}`;
  return `${b} ${distance(span)} ${a}`;
}

/** How far behind (or ahead of) the first event the second lies: "at least 30 days after". */
export function distance({ min, max, strict }: Days): string {
  if (max === undefined) {
    if (min === undefined) return 'at any time from';
    if (min > 0) return `${strict ? 'more than' : 'at least'} ${days(min)} after`;
    return `${strict ? 'later' : 'no earlier'} than ${days(min)} before`;
  }
  if (min === undefined) {
    if (max > 0) return `${strict ? 'less than' : 'no later than'} ${days(max)} after`;
    return `${strict ? 'more than' : 'at least'} ${days(max)} before`;
  }
  if (min === max) return `exactly ${days(min)} ${min < 0 ? 'before' : 'after'}`;
  if (min === 0) return `within ${days(max)} after`;
  if (min > 0) return `${numbers.format(min)} to ${days(max)} after`;
  if (max === 0) return `within ${days(min)} before`;
  if (max < 0) return `${numbers.format(-max)} to ${days(min)} before`;
  return `between ${days(min)} before and ${days(max)} after`;
}
