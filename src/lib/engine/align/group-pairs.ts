import type { AlignedGroup, AlignedPair, AlignedSide } from './align-papers.ts';

/**
 * Groups of clauses that stand side by side, from pairs: the surest first, and never two clauses of
 * one side unless the second was attached. What is in no pair stays alone.
 */
export function groupPairs(
  sides: readonly AlignedSide[],
  pairs: readonly AlignedPair[],
): {
  readonly groups: readonly AlignedGroup[];
  readonly alone: readonly string[];
} {
  const sideOf = new Map(sides.flatMap((s) => s.clauses.map(({ id }) => [id, s.id] as const)));
  const groupOf = new Map([...sideOf.keys()].map((id) => [id, [id]]));
  const join = ({ clauses: [a, b], kind }: AlignedPair): void => {
    const [one, two] = [groupOf.get(a), groupOf.get(b)];
    if (one === undefined || two === undefined || one === two) return;
    const taken = new Set(one.map((id) => sideOf.get(id)));
    if (kind === 'matched' && two.some((id) => taken.has(sideOf.get(id)))) return;
    one.push(...two);
    for (const id of two) groupOf.set(id, one);
  };
  const surestFirst = pairs.toSorted((x, y) => y.confidence - x.confidence || y.score - x.score);
  for (const pair of surestFirst) if (pair.kind === 'matched') join(pair);
  for (const pair of surestFirst) if (pair.kind === 'attached') join(pair);
  const order = new Map([...sideOf.keys()].map((id, place) => [id, place]));
  const all = [...new Set(groupOf.values())].map((ids) =>
    ids.toSorted((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0)),
  );
  const placeOf = (ids: readonly string[]): number => order.get(ids[0] ?? '') ?? 0;
  const sorted = all.toSorted((x, y) => placeOf(x) - placeOf(y));
  return {
    groups: sorted
      .filter((ids) => ids.length > 1)
      .map((ids) => ({ clauses: ids, confidence: confidenceIn(ids, pairs) })),
    alone: sorted.filter((ids) => ids.length === 1).flat(),
  };
}

/** A group is as sure as the best pair of its least sure clause. */
function confidenceIn(ids: readonly string[], pairs: readonly AlignedPair[]): number {
  const members = new Set(ids);
  const inside = pairs.filter(({ clauses: [a, b] }) => members.has(a) && members.has(b));
  const best = new Map<string, number>();
  for (const { clauses, confidence } of inside)
    for (const id of clauses) best.set(id, Math.max(best.get(id) ?? 0, confidence));
  return Math.min(...best.values());
}
