/** Which of two columns' terms lie inside the other's, read from the slots of a finding. */
import type { Finding, Interval, Slot } from '#lib/engine/comparison.ts';
import { relateStatuses } from '#lib/engine/status.ts';
import type { Voice } from './voice.ts';

/** "What satisfies A's text here also satisfies B's"; nothing when the slots do not say. */
export function nesting({ names, phrases }: Voice, f: Finding): readonly string[] {
  const [a, b] = f.columns;
  if (f.relation !== 'fits-within' || a === undefined || b === undefined) return [];
  const sides = f.slots.map(innerSide).filter((side) => side !== 'neither');
  const [side] = sides;
  if (side === undefined || sides.some((other) => other !== side)) return [];
  const [inner, outer] = side === 'first' ? [a, b] : [b, a];
  return [phrases.findings.inside(names.column(inner), names.column(outer))];
}

type Side = 'first' | 'second' | 'neither';

function innerSide(slot: Slot): Side {
  switch (slot.slot) {
    case 'status': {
      const [a = [], b = []] = slot.values;
      const relation = relateStatuses(a, b);
      return relation === 'inside' ? 'first' : relation === 'contains' ? 'second' : 'neither';
    }
    case 'amount': {
      const [a, b] = slot.values;
      return typeof a === 'object' && typeof b === 'object' ? innerInterval(a, b) : 'neither';
    }
    case 'window': {
      const [a, b] = slot.values;
      return a && b ? innerInterval(a, b) : 'neither';
    }
    case 'conditions':
    case 'claim':
      return 'neither';
  }
}

function innerInterval(a: Interval, b: Interval): Side {
  const within = (x: Interval, y: Interval): boolean =>
    (x.min ?? -Infinity) >= (y.min ?? -Infinity) && (x.max ?? Infinity) <= (y.max ?? Infinity);
  if (within(a, b)) return within(b, a) ? 'neither' : 'first';
  return within(b, a) ? 'second' : 'neither';
}
