import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../tests/support/arbitrary-dossier.ts';
import { eachCycle, isConsistent, shortestCycle, type Constraint } from './time-network.ts';

const edge = (from: number, to: number, days: number, strict: 0 | 1 = 0): Constraint => ({
  from,
  to,
  days,
  strict,
});

/** Some network of a seed, with a contradiction in about half of the cases. */
function network(seed: number): { nodes: number; edges: Constraint[] } {
  const random = randomFrom(seed);
  const nodes = 3 + Math.floor(random() * 5);
  const node = () => Math.floor(random() * nodes);
  const edges = Array.from({ length: nodes + 3 }, () =>
    edge(node(), node(), Math.floor(random() * 7) - 2, random() < 0.3 ? 1 : 0),
  ).filter(({ from, to }) => from !== to);
  return { nodes, edges };
}

const weight = (cycle: readonly Constraint[]) => ({
  days: cycle.reduce((sum, { days }) => sum + days, 0),
  strict: cycle.reduce((sum, { strict }) => sum + strict, 0),
});

describe('simple temporal network', () => {
  test('two events cannot each come strictly before the other', () => {
    expect(isConsistent(2, [edge(0, 1, 0, 1), edge(1, 0, 0)])).toBe(false);
  });

  test('not later than each other means at the same time', () => {
    expect(isConsistent(2, [edge(0, 1, 0), edge(1, 0, 0)])).toBe(true);
  });

  test('days outweigh strictness', () => {
    expect(isConsistent(2, [edge(0, 1, 1, 1), edge(1, 0, 0, 1)])).toBe(true);
  });

  test('the shortest cycle is negative, closed, and no cycle found by enumeration is shorter', () => {
    let contradictory = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const { nodes, edges } = network(seed);
      const shortest = shortestCycle(nodes, edges);
      const lengths: number[] = [];
      const complete = eachCycle(nodes, edges, (cycle) => lengths.push(cycle.length));
      expect(complete).toBe(true);
      expect(shortest?.length ?? Infinity).toBe(Math.min(Infinity, ...lengths));
      expect(isConsistent(nodes, edges)).toBe(shortest === null);
      if (!shortest) continue;
      contradictory++;
      const { days, strict } = weight(shortest);
      expect(days < 0 || (days === 0 && strict > 0)).toBe(true);
      for (const [index, { to }] of shortest.entries()) {
        expect(shortest[(index + 1) % shortest.length]?.from).toBe(to);
      }
    }
    expect(contradictory).toBeGreaterThan(50);
  });
});
