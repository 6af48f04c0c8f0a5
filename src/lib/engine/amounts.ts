/**
 * Amounts as closed intervals of acceptable values. Units of one family are converted to the unit
 * first met in provision order; units of different families cannot be compared and say so.
 */
import type { Amount, Norm } from '#lib/model/provision.ts';
import type { Interval } from './comparison.ts';
import type { SetRelation } from './status.ts';

interface Unit {
  readonly family: string;
  readonly factor: number;
}

/** Exact conversions only: a month has no fixed number of days, and currencies no fixed rate. */
const families: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  time: { second: 1 / 86400, minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 },
  months: { month: 1, quarter: 3, year: 12 },
  length: { m: 1, metre: 1, meter: 1, km: 1000, kilometre: 1000, kilometer: 1000, mile: 1609.344 },
  area: { m2: 1, ha: 10_000, hectare: 10_000, km2: 1_000_000 },
  mass: { kg: 1, kilogram: 1, t: 1000, tonne: 1000 },
};

const units: ReadonlyMap<string, Unit> = new Map(
  Object.entries(families).flatMap(([family, factors]) =>
    Object.entries(factors).map(([name, factor]) => [name, { family, factor }] as const),
  ),
);

/** The unit behind a printed name; plural forms in -s are the same unit, unknown names their own. */
export function unitOf(name: string): Unit {
  const key = name.trim().toLowerCase();
  const singular = key.endsWith('s') ? key.slice(0, -1) : key;
  return units.get(key) ?? units.get(singular) ?? { family: ` ${singular}`, factor: 1 };
}

/** What one position accepts of one term, and the provisions that say so. */
export interface AmountPosition {
  readonly value: Interval | 'unset' | 'unconvertible';
  /** True when the intervals of the position's own provisions have no value in common. */
  readonly contradictory: boolean;
  readonly bounds: readonly { readonly provision: string; readonly interval: Interval }[];
  /** Events the amount is measured from. */
  readonly at: ReadonlySet<string>;
}

/** Key under which amounts are comparable at all: the same term, per the same, of the same base. */
export const amountKey = (amount: Amount): string =>
  JSON.stringify([amount.of, amount.per ?? null, amount.base ?? null]);

/** The interval of an amount in the given unit, or null when the units are of different families. */
export function intervalIn(amount: Amount, unit: string): Interval | null {
  const from = unitOf(amount.unit);
  const to = unitOf(unit);
  if (from.family !== to.family) return null;
  const convert = (value: number): number =>
    from.factor === to.factor ? value : round((value * from.factor) / to.factor);
  return {
    ...(amount.min === undefined ? {} : { min: convert(amount.min) }),
    ...(amount.max === undefined ? {} : { max: convert(amount.max) }),
  };
}

/** Conversion is exact on paper; twelve significant digits hide what floating point adds. */
const round = (value: number): number => Number(value.toPrecision(12));

/** Conjunction of all amounts under one key in a position; null when the position has none. */
export function amountPosition(
  norms: readonly Norm[],
  key: string,
  unit: string,
): AmountPosition | null {
  const bounds: { provision: string; interval: Interval }[] = [];
  const at = new Set<string>();
  let unset = false;
  let unconvertible = false;
  let some = false;
  for (const norm of norms) {
    for (const amount of norm.amounts) {
      if (amountKey(amount) !== key) continue;
      some = true;
      if (amount.at !== undefined) at.add(amount.at);
      const interval = intervalIn(amount, unit);
      if (amount.unset) unset = true;
      else if (!interval) unconvertible = true;
      else bounds.push({ provision: norm.id, interval });
    }
  }
  if (!some) return null;
  const value = intersect(bounds.map((bound) => bound.interval));
  return {
    value: unconvertible ? 'unconvertible' : unset ? 'unset' : (value ?? {}),
    contradictory: value === null,
    bounds,
    at,
  };
}

/** The values common to all intervals, or null when there are none. */
export function intersect(intervals: readonly Interval[]): Interval | null {
  const min = Math.max(...intervals.map((i) => i.min ?? -Infinity));
  const max = Math.min(...intervals.map((i) => i.max ?? Infinity));
  if (min > max) return null;
  return {
    ...(min === -Infinity ? {} : { min }),
    ...(max === Infinity ? {} : { max }),
  };
}

/** Compares two closed intervals as sets. */
export function relateIntervals(a: Interval, b: Interval): SetRelation {
  if (intersect([a, b]) === null) return 'disjoint';
  const [aMin, aMax] = [a.min ?? -Infinity, a.max ?? Infinity];
  const [bMin, bMax] = [b.min ?? -Infinity, b.max ?? Infinity];
  if (aMin === bMin && aMax === bMax) return 'equal';
  if (aMin >= bMin && aMax <= bMax) return 'inside';
  if (bMin >= aMin && bMax <= aMax) return 'contains';
  return 'crossing';
}

/** Distance between two disjoint intervals, in their unit. */
export function gapBetween(a: Interval, b: Interval): number {
  const below = (b.min ?? -Infinity) - (a.max ?? Infinity);
  const above = (a.min ?? -Infinity) - (b.max ?? Infinity);
  return round(Math.max(below, above));
}
