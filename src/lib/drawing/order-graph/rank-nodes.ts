/** Which node stands on which level, so that arrows run down as far as circles allow. */

/** An arrow between nodes, by number. */
export interface Arc {
  readonly from: number;
  readonly to: number;
}

/**
 * A level for every node, from 0 at the top. Arcs from a lower level to a higher one are those that
 * had to be turned to break circles: few of them, found by the greedy sequence of Eades, Lin and
 * Smyth (1993). No arc joins two nodes of a level. Ties go to the lower number.
 */
export function rankNodes(nodes: number, arcs: readonly Arc[]): readonly number[] {
  const place = greedySequence(nodes, arcs);
  const order = Array.from({ length: nodes }, (_, node) => node);
  order.sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0));
  const down = arcs.map(({ from, to }) =>
    (place[from] ?? 0) < (place[to] ?? 0) ? { from, to } : { from: to, to: from },
  );
  const ranks = Array.from({ length: nodes }, () => 0);
  for (const node of order)
    for (const { from, to } of down)
      if (from === node) ranks[to] = Math.max(ranks[to] ?? 0, (ranks[node] ?? 0) + 1);
  // What nothing precedes moves down to what it precedes; long arrows become short.
  for (const node of order.toReversed()) {
    if (down.some(({ to }) => to === node)) continue;
    const next = down.filter(({ from }) => from === node).map(({ to }) => ranks[to] ?? 0);
    if (next.length > 0) ranks[node] = Math.min(...next) - 1;
  }
  return ranks;
}

/** The place of every node in a line along which most arcs run forward. */
function greedySequence(nodes: number, arcs: readonly Arc[]): readonly number[] {
  const left = new Set(Array.from({ length: nodes }, (_, node) => node));
  const first: number[] = [];
  const last: number[] = [];
  const open = (): readonly Arc[] => arcs.filter(({ from, to }) => left.has(from) && left.has(to));
  while (left.size > 0) {
    const now = open();
    const out = (node: number): number => now.filter(({ from }) => from === node).length;
    const into = (node: number): number => now.filter(({ to }) => to === node).length;
    const rest = [...left];
    const sink = rest.findLast((node) => out(node) === 0);
    const source = rest.find((node) => into(node) === 0);
    const surplus = (node: number): number => out(node) - into(node);
    const next = source ?? sink ?? rest.reduce((a, b) => (surplus(b) > surplus(a) ? b : a));
    if (source === undefined && sink !== undefined) last.unshift(next);
    else first.push(next);
    left.delete(next);
  }
  const place = Array.from({ length: nodes }, () => 0);
  for (const [index, node] of [...first, ...last].entries()) place[node] = index;
  return place;
}
