/** In which order nodes stand on their levels, so that few lines cross. */

/** Nodes by level, and for each node those it is joined to on the levels next to its own. */
export interface Levels {
  readonly levels: readonly (readonly number[])[];
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
}

const sweeps = 24;

/**
 * The levels reordered by barycentres, down and up in turn a fixed number of times (Sugiyama, Tagawa
 * and Toda 1981), each time exchanging neighbours where that helps; the best of all is kept. Ties
 * keep the order that is there.
 */
export function orderLevels(graph: Levels): readonly (readonly number[])[] {
  let levels = graph.levels.map((level) => [...level]);
  let best = levels.map((level) => [...level]);
  let fewest = crossings(levels, graph.below);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    levels = sweep % 2 === 0 ? sweepOver(levels, graph.above) : sweepBack(levels, graph.below);
    exchangeNeighbours(levels, graph);
    const now = crossings(levels, graph.below);
    if (now >= fewest) continue;
    fewest = now;
    best = levels.map((level) => [...level]);
  }
  return best;
}

function sweepOver(levels: readonly number[][], joined: Levels['above']): number[][] {
  const place = new Map<number, number>();
  return levels.map((level) => {
    const wish = new Map(
      level.map((node, index) => {
        const places = (joined[node] ?? []).flatMap((other) => place.get(other) ?? []);
        const sum = places.reduce((a, b) => a + b, 0);
        return [node, places.length === 0 ? index : sum / places.length];
      }),
    );
    const sorted = [...level].sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
    for (const [index, node] of sorted.entries()) place.set(node, index);
    return sorted;
  });
}

const sweepBack = (levels: readonly number[][], below: Levels['below']): number[][] =>
  sweepOver(levels.toReversed(), below).toReversed();

function exchangeNeighbours(levels: number[][], { above, below }: Levels): void {
  const place = new Map(levels.flatMap((level) => level.map((node, index) => [node, index])));
  for (const level of levels) {
    for (let index = 0; index + 1 < level.length; index++) {
      const [a, b] = [level[index] ?? 0, level[index + 1] ?? 0];
      const cost = (x: number, y: number): number =>
        pairCrossings(above[x], above[y], place) + pairCrossings(below[x], below[y], place);
      if (cost(b, a) >= cost(a, b)) continue;
      level[index] = b;
      level[index + 1] = a;
      place.set(b, index);
      place.set(a, index + 1);
    }
  }
}

/** Crossings between the lines of two neighbours, the first standing at the left. */
function pairCrossings(
  a: readonly number[] = [],
  b: readonly number[] = [],
  place: ReadonlyMap<number, number>,
): number {
  let count = 0;
  for (const x of a) for (const y of b) if ((place.get(x) ?? 0) > (place.get(y) ?? 0)) count++;
  return count;
}

function crossings(levels: readonly number[][], below: Levels['below']): number {
  const place = new Map(levels.flatMap((level) => level.map((node, index) => [node, index])));
  let count = 0;
  for (const level of levels)
    for (const [index, a] of level.entries())
      for (const b of level.slice(index + 1)) count += pairCrossings(below[a], below[b], place);
  return count;
}
