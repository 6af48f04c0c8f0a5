import type { AmountPhrases, Measure } from '../stance-phrases.ts';

/** Units that English inflects; everything else (kilometres as "km", currencies) stays as written. */
const units: readonly (readonly [singular: string, plural: string, ...variants: string[]])[] = [
  ['minute', 'minutes'],
  ['hour', 'hours'],
  ['day', 'days'],
  ['working day', 'working days'],
  ['week', 'weeks'],
  ['month', 'months'],
  ['year', 'years'],
  ['person', 'people', 'persons'],
  ['child', 'children'],
  ['soldier', 'soldiers'],
  ['body', 'bodies'],
  ['prisoner', 'prisoners'],
  ['tank', 'tanks'],
  ['vessel', 'vessels'],
  ['metre', 'metres'],
  ['kilometre', 'kilometres'],
  ['square kilometre', 'square kilometres'],
  ['tonne', 'tonnes'],
  ['euro', 'euros'],
  ['dollar', 'dollars'],
  ['member', 'members'],
  ['shift', 'shifts'],
  ['percentage point', 'percentage points'],
];

/** A unit in the number that fits, whichever number it was written in; `%` is written out. */
export function inflectUnit(unit: string, one: boolean): string {
  if (isPercent(unit)) return 'per cent';
  const entry = units.find((pair) => pair.includes(unit));
  return entry ? entry[one ? 0 : 1] : unit;
}

const isPercent = (unit: string): boolean => /^(%|per ?cent)$/i.test(unit);

function quantity(number: string, one: boolean, { unit, per, base }: Measure): string {
  const rate = per === undefined ? '' : ` per ${inflectUnit(per, true)}`;
  const counted = `${number} ${inflectUnit(unit, one)}`;
  if (base === undefined) return counted + rate;
  return isPercent(unit) ? `${counted} of ${base}${rate}` : `${counted}${rate} (base: ${base})`;
}

/** Figures in English. */
export const amounts: AmountPhrases = {
  quantity,
  exactly: (value) => value,
  between: (min, max) => `${min} to ${max}`,
  atLeast: (min) => `at least ${min}`,
  atMost: (max) => `at most ${max}`,
  any: 'any figure',
  unset: 'a figure still to be set',
  unstated: 'no figure',
  unconvertible: 'a figure in a unit that does not convert',
  gap: (number, one, unit) =>
    `a gap of ${number} ${inflectUnit(isPercent(unit) ? 'percentage point' : unit, one)}`,
  zone: ({ min, max, point }) => {
    if (min !== undefined && point) return `textual overlap at ${min}`;
    if (min !== undefined && max !== undefined) return `textual overlap from ${min} to ${max}`;
    if (min !== undefined) return `textual overlap from ${min} upwards`;
    return max === undefined ? 'textual overlap at any figure' : `textual overlap up to ${max}`;
  },
};
