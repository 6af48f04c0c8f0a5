/** How two columns scroll together: related clauses side by side, and evenly between them. */
import { longestRise } from '#lib/model/longest-rise.ts';
import { furthestScroll, middleOf, type Pane, type PanePair } from './pane.ts';

/** A place in the text of one column and the place in the other that belongs to it. */
export interface Anchor {
  readonly a: number;
  readonly b: number;
}

/**
 * The related places of two columns that rise in both, as many as there can be, between the two beginnings
 * and the two ends. `pairs` are in the order in which they count: of one clause only the first is used.
 */
export function anchorsOf(pairs: readonly PanePair[], a: Pane, b: Pane): readonly Anchor[] {
  const seen = new Set<string>();
  const places = pairs.flatMap((pair): readonly Anchor[] => {
    const [inA, inB] = [middleOf(a, pair.a), middleOf(b, pair.b)];
    if (inA === undefined || inB === undefined) return [];
    if (seen.has(`a ${pair.a}`) || seen.has(`b ${pair.b}`)) return [];
    seen.add(`a ${pair.a}`).add(`b ${pair.b}`);
    return [{ a: inA, b: inB }];
  });
  const sorted = places.toSorted((x, y) => x.a - y.a || x.b - y.b);
  const rise = longestRise(sorted.map((place) => place.b));
  return [
    { a: 0, b: 0 },
    ...sorted.filter((_, index) => rise.has(index)),
    { a: a.content, b: b.content },
  ];
}

/** The anchors as the second column sees them. */
export const turned = (anchors: readonly Anchor[]): readonly Anchor[] =>
  anchors.map(({ a, b }) => ({ a: b, b: a }));

/** The place in the second column that belongs to a place in the first. */
export function mapPlace(anchors: readonly Anchor[], place: number): number {
  const after = anchors.findIndex(({ a }) => a >= place);
  const [from, to] = [anchors[after - 1], anchors[after]];
  if (to === undefined) return anchors.at(-1)?.b ?? 0;
  if (from === undefined || to.a === from.a) return to.b;
  return from.b + ((place - from.a) / (to.a - from.a)) * (to.b - from.b);
}

/**
 * Where the second column scrolls when the first has been scrolled. What is aligned moves from the upper
 * edge of the view at the beginning to the lower edge at the end, so that both reach their ends together.
 */
export function followScroll(
  anchors: readonly Anchor[],
  [a, b]: readonly [Pane, Pane],
  scroll: number,
): number {
  const most = furthestScroll(a);
  const place = most === 0 ? 0 : (scroll / most) * a.content;
  const other = mapPlace(anchors, place);
  return b.content === 0 ? 0 : (other / b.content) * furthestScroll(b);
}
