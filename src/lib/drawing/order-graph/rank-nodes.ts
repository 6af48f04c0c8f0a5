/** Which node stands on which level, so that arrows run down as far as circles allow. */
import { turnedArcs, type Arc } from './turned-arcs.ts';

/**
 * A level for every node, from 0 at the top. Arcs from a lower level to a higher one are those that
 * had to be turned to break circles. No arc joins two nodes of a level.
 */
export function rankNodes(nodes: number, arcs: readonly Arc[]): readonly number[] {
  const turned = turnedArcs(nodes, arcs);
  const down = arcs.map(({ from, to }, index) =>
    turned.has(index) ? { from: to, to: from } : { from, to },
  );
  const ranks = Array.from({ length: nodes }, () => 0);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to } of down) {
      const least = (ranks[from] ?? 0) + 1;
      if ((ranks[to] ?? 0) >= least) continue;
      ranks[to] = least;
      changed = true;
    }
  }
  // What nothing precedes moves down to what it precedes; long arrows become short.
  for (let node = 0; node < nodes; node++) {
    if (down.some(({ to }) => to === node)) continue;
    const next = down.filter(({ from }) => from === node).map(({ to }) => ranks[to] ?? 0);
    if (next.length > 0) ranks[node] = Math.min(...next) - 1;
  }
  return ranks;
}
