/** Which arrows have to run against the rest so that no circle is left. */
import { components } from '#lib/engine/time-network.ts';

/** An arrow between nodes, by number. */
export interface Arc {
  readonly from: number;
  readonly to: number;
}

/**
 * A small set of arcs (by index) that leave no circle when turned: each of them closes one. Within
 * every circular part the greedy sequence of Eades, Lin and Smyth (1993) tells most arcs that run
 * forward; of the others each is kept that closes no circle. Ties go to the lower number.
 */
export function turnedArcs(nodes: number, arcs: readonly Arc[]): ReadonlySet<number> {
  const part = components(
    nodes,
    arcs.map((arc) => ({ ...arc, days: 0, strict: 0 })),
  );
  const place = greedySequence(
    nodes,
    arcs.filter(({ from, to }) => part[from] === part[to]),
  );
  const isForward = ({ from, to }: Arc): boolean =>
    part[from] !== part[to] || (place[from] ?? 0) < (place[to] ?? 0);
  const kept = arcs.filter(isForward);
  const turned = new Set<number>();
  for (const [index, arc] of arcs.entries()) {
    if (isForward(arc)) continue;
    if (reaches(kept, arc.to, arc.from)) turned.add(index);
    else kept.push(arc);
  }
  return turned;
}

function reaches(arcs: readonly Arc[], start: number, end: number): boolean {
  const seen = new Set([start]);
  for (const node of seen) for (const { from, to } of arcs) if (from === node) seen.add(to);
  return seen.has(end);
}

/** The place of every node in a line along which most arcs run forward. */
function greedySequence(nodes: number, arcs: readonly Arc[]): readonly number[] {
  const left = new Set(Array.from({ length: nodes }, (_, node) => node));
  const first: number[] = [];
  const last: number[] = [];
  while (left.size > 0) {
    const now = arcs.filter(({ from, to }) => left.has(from) && left.has(to));
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
