/** How far to the right nodes stand: near what they are joined to, in their order, never too close. */
import type { Levels } from './order-levels.ts';

export interface Across extends Levels {
  readonly widths: readonly number[];
  /** True for the places where a line only passes through; these are kept straight. */
  readonly passing: readonly boolean[];
}

const rounds = 16;
const between = 22;
const betweenLines = 12;

/** The middle of every node; the leftmost edge is at 0. */
export function placeAcross(graph: Across): readonly number[] {
  const { levels, above, below, widths } = graph;
  const x: number[] = [];
  for (const level of levels) {
    let right = 0;
    for (const [index, node] of level.entries()) {
      x[node] = index === 0 ? half(widths, node) : right + apart(graph, level[index - 1], node);
      right = x[node] ?? 0;
    }
  }
  for (let round = 0; round < rounds; round++) {
    const down = round % 2 === 0;
    for (const level of down ? levels : levels.toReversed()) {
      const joined = (node: number): readonly number[] => {
        const own = (down ? above : below)[node] ?? [];
        const other = (down ? below : above)[node] ?? [];
        // Towards the end both sides count, so that nothing hangs aslant from one of them.
        return round < rounds - 4 ? (own.length > 0 ? own : other) : [...own, ...other];
      };
      settleLevel(graph, { level, x, wish: (node) => meanOf(joined(node), x, x[node] ?? 0) });
    }
  }
  const least = Math.min(...x.map((at, node) => at - half(widths, node)));
  return x.map((at) => at - least);
}

const half = (widths: readonly number[], node: number): number => (widths[node] ?? 0) / 2;

function apart({ widths, passing }: Across, a: number | undefined, b: number): number {
  if (a === undefined) return 0;
  const room = passing[a] === true && passing[b] === true ? betweenLines : between;
  return half(widths, a) + half(widths, b) + room;
}

function meanOf(nodes: readonly number[], x: readonly number[], otherwise: number): number {
  if (nodes.length === 0) return otherwise;
  return nodes.reduce((sum, node) => sum + (x[node] ?? 0), 0) / nodes.length;
}

interface Settling {
  readonly level: readonly number[];
  readonly x: number[];
  readonly wish: (node: number) => number;
}

/**
 * The places on a level that come closest to what is wished (least squares) without exchanging or
 * overlapping nodes: after taking off the room each needs, a monotone regression by pooling.
 */
function settleLevel(graph: Across, { level, x, wish }: Settling): void {
  const pools: { sum: number; weight: number; members: number }[] = [];
  const offsets: number[] = [];
  for (const [index, node] of level.entries()) {
    const before = index === 0 ? undefined : level[index - 1];
    const offset = (offsets[index - 1] ?? 0) + apart(graph, before, node);
    offsets.push(offset);
    const weight = graph.passing[node] === true ? 4 : 1;
    let pool = { sum: weight * (wish(node) - offset), weight, members: 1 };
    for (let last = pools.at(-1); last && mean(last) > mean(pool); last = pools.at(-1)) {
      pools.pop();
      pool = {
        sum: pool.sum + last.sum,
        weight: pool.weight + last.weight,
        members: pool.members + last.members,
      };
    }
    pools.push(pool);
  }
  let index = 0;
  for (const pool of pools)
    for (let i = 0; i < pool.members; i++, index++) {
      const node = level[index];
      if (node !== undefined) x[node] = mean(pool) + (offsets[index] ?? 0);
    }
}

const mean = ({ sum, weight }: { readonly sum: number; readonly weight: number }): number =>
  sum / weight;
