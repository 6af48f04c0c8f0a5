import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../tests/support/arbitrary-dossier.ts';
import { eventWindows, type EventWindow } from './event-windows.ts';
import type { OrderStatement } from './order-statements.ts';

const says = (
  before: string,
  after: string,
  days: { minDays?: number; maxDays?: number; strict?: boolean } = {},
): OrderStatement => ({
  before,
  after,
  minDays: days.minDays,
  maxDays: days.maxDays,
  strict: days.strict ?? false,
  source: { kind: 'provision', provision: `${before}-${after}`, column: 'a' },
  columns: ['a'],
});

const from = (origin: string, statements: readonly OrderStatement[], events = 'abcd') =>
  eventWindows(statements, { events: events.split(''), origin });

describe('when events can happen', () => {
  test('days add up along a chain', () => {
    const windows = from('a', [
      says('a', 'b', { minDays: 10, maxDays: 20 }),
      says('b', 'c', { minDays: 5, maxDays: 5 }),
    ]);
    expect(windows?.[2]).toEqual({
      event: 'c',
      named: true,
      min: 15,
      max: 25,
      minOpen: false,
      maxOpen: false,
    });
  });

  test('a step strictly before the origin lies on the open side below day 0', () => {
    expect(from('b', [says('a', 'b', { strict: true })])?.[0]).toEqual({
      event: 'a',
      named: true,
      max: 0,
      minOpen: false,
      maxOpen: true,
    });
  });

  test('no date follows for a step that nothing ties to the origin', () => {
    const windows = from('a', [says('a', 'b'), says('c', 'd')]);
    expect(windows?.[2]).toEqual({ event: 'c', named: true, minOpen: false, maxOpen: false });
    expect(from('a', [says('a', 'b')])?.[3]?.named).toBe(false);
  });

  test('two latest days meet in the earlier one', () => {
    expect(
      from('a', [says('a', 'b', { maxDays: 30 }), says('a', 'c'), says('c', 'b', { minDays: 10 })]),
    ).toMatchObject([{ min: 0, max: 0 }, { min: 10, max: 30 }, { min: 0, max: 20 }, {}]);
  });

  test('statements that contradict each other leave no window at all', () => {
    expect(from('a', [says('a', 'b', { strict: true }), says('b', 'a')])).toBeNull();
    expect(from('c', [says('a', 'b', { maxDays: 3 }), says('a', 'b', { minDays: 4 })])).toBeNull();
  });
});

/**
 * Three events with whole-numbered bounds, the origin at 0 and another on a half day: then the third
 * finds its place on quarters of a day if at all, and not more than eight days away.
 */
const grid = 4;
const reach = 8;

function bruteForce(statements: readonly OrderStatement[], events: readonly string[]) {
  const placings: number[][] = [[0]];
  for (let i = 1; i < events.length; i++) {
    const longer: number[][] = [];
    for (const placing of placings)
      for (let t = -reach * grid; t <= reach * grid; t++) {
        const next = [...placing, t];
        if (statements.every((s) => holds(s, events, next))) longer.push(next);
      }
    placings.splice(0, placings.length, ...longer);
  }
  return placings;
}

function holds(s: OrderStatement, events: readonly string[], times: readonly number[]): boolean {
  const [a, b] = [times[events.indexOf(s.before)], times[events.indexOf(s.after)]];
  if (a === undefined || b === undefined) return true;
  const days = b - a;
  const least = (s.minDays ?? 0) * grid;
  if (days < least || (s.strict && days === least)) return false;
  return s.maxDays === undefined || days <= s.maxDays * grid;
}

const contains = ({ min, max, minOpen, maxOpen }: EventWindow, quarter: number): boolean => {
  const [low, high] = [(min ?? -Infinity) * grid, (max ?? Infinity) * grid];
  return (
    quarter >= low &&
    quarter <= high &&
    !(minOpen && quarter === low) &&
    !(maxOpen && quarter === high)
  );
};

test('windows hold exactly the days that can be completed, as found by trying all', () => {
  const events = ['a', 'b', 'c'];
  let contradictory = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const pick = (n: number) => Math.floor(random() * n);
    const statements = Array.from({ length: 2 + pick(4) }, () => {
      const before = pick(3);
      const min = pick(3);
      return says(events[before] ?? '', events[(before + 1 + pick(2)) % 3] ?? '', {
        ...(random() < 0.5 ? { minDays: min } : {}),
        ...(random() < 0.5 ? { maxDays: min + pick(3) } : {}),
        strict: random() < 0.4,
      });
    }).filter((s) => (s.minDays ?? 0) < (s.maxDays ?? Infinity) || !s.strict);
    const windows = eventWindows(statements, { events, origin: 'a' });
    const placings = bruteForce(statements, events);
    if (windows === null) contradictory++;
    expect([seed, windows === null]).toEqual([seed, placings.length === 0]);
    for (const [index, window] of (windows ?? []).entries()) {
      const found = new Set(placings.map((placing) => placing[index]));
      for (let t = -2 * grid; t <= 2 * grid; t += 2) {
        expect([seed, window.event, t, contains(window, t)]).toEqual([
          seed,
          window.event,
          t,
          found.has(t),
        ]);
      }
    }
  }
  expect(contradictory).toBeGreaterThan(30);
});
