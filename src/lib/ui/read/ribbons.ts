/** Where the ribbons between two columns run; numbers only, the page draws them. */
import type { Extent, Pane, PanePair } from './pane.ts';

/** A ribbon across the gutter, from the left column to the right one. */
export interface Ribbon<T extends PanePair> {
  readonly link: T;
  readonly path: string;
  /** Where its sign stands. */
  readonly x: number;
  readonly y: number;
}

/** Two columns beside each other, how far each is scrolled, and the gutter between them. */
export interface Gutter {
  readonly panes: readonly [Pane, Pane];
  readonly scrolls: readonly [number, number];
  readonly width: number;
}

/** A link with the heights in both texts at which its ribbon ends. */
export interface Pinned<T extends PanePair> {
  readonly link: T;
  readonly ends: readonly [number, number];
}

/** Where on a ribbon the sign stands of which one end is not seen. */
const nearEnd = 0.28;
/** Signs keep this much apart. */
const signGap = 22;

/** Pins links to their clauses; once for a layout, however much is scrolled. */
export function pinRibbons<T extends PanePair>(
  links: readonly T[],
  panes: readonly [Pane, Pane],
): readonly Pinned<T>[] {
  const [left, right] = [endsOf(links, panes, 0), endsOf(links, panes, 1)];
  return links.flatMap((link) => {
    const [from, to] = [left.get(link), right.get(link)];
    return from === undefined || to === undefined ? [] : [{ link, ends: [from, to] }];
  });
}

/** The ribbons of which at least one end is seen; an end that is not seen lies at the edge it went over. */
export function layRibbons<T extends PanePair>(
  pinned: readonly Pinned<T>[],
  { panes, scrolls, width }: Gutter,
): readonly Ribbon<T>[] {
  const seen = pinned.flatMap(({ link, ends }) => {
    const from = place(ends[0] - scrolls[0], panes[0].view);
    const to = place(ends[1] - scrolls[1], panes[1].view);
    if (!from.isSeen && !to.isSeen) return [];
    // Where one end is out of sight, the sign stands nearer to the other.
    const at = from.isSeen === to.isSeen ? 0.5 : from.isSeen ? nearEnd : 1 - nearEnd;
    const sign = pointOn(at, [from.y, to.y], width);
    return [{ link, path: line(from.y, to.y, width), ...sign }];
  });
  const height = Math.min(panes[0].view, panes[1].view);
  const ys = spread(
    seen.map(({ y }) => y),
    height,
  );
  return seen.map((ribbon, index) => ({ ...ribbon, y: ys[index] ?? ribbon.y }));
}

/** Where each link ends on one side: several of one clause stand below each other over its height. */
function endsOf<T extends PanePair>(
  links: readonly T[],
  panes: readonly [Pane, Pane],
  side: 0 | 1,
): ReadonlyMap<T, number> {
  const [own, other] = side === 0 ? panes : [panes[1], panes[0]];
  const clauseOf = (link: T): string => (side === 0 ? link.a : link.b);
  const across = (link: T): number => other.extents.get(side === 0 ? link.b : link.a)?.top ?? 0;
  const groups = new Map<string, T[]>();
  for (const link of links)
    groups.set(clauseOf(link), [...(groups.get(clauseOf(link)) ?? []), link]);
  const ends = new Map<T, number>();
  for (const [clause, group] of groups) {
    const extent = own.extents.get(clause);
    if (extent === undefined) continue;
    group
      .toSorted((x, y) => across(x) - across(y))
      .forEach((link, index) => ends.set(link, share(extent, index, group.length)));
  }
  return ends;
}

const share = ({ top, height }: Extent, index: number, of: number): number =>
  top + (height * (index + 1)) / (of + 1);

const place = (y: number, view: number) => ({
  y: Math.min(view, Math.max(0, y)),
  isSeen: y >= 0 && y <= view,
});

/** A line that leaves and arrives level. */
function line(from: number, to: number, width: number): string {
  const [middle, y0, y1] = [round(width / 2), round(from), round(to)];
  return `M0 ${y0}C${middle} ${y0} ${middle} ${y1} ${round(width)} ${y1}`;
}

/** A point of such a line, from 0 at the left to 1 at the right. */
const pointOn = (at: number, [from, to]: readonly [number, number], width: number) => ({
  x: width * (1.5 * at * (1 - at) + at ** 3),
  y: from + (to - from) * at ** 2 * (3 - 2 * at),
});

const round = (value: number): number => Math.round(value * 10) / 10;

/** Moves signs apart that would lie on each other, as little as it takes, in their order. */
export function spread(ys: readonly number[], height: number): readonly number[] {
  const order = ys.map((_, index) => index).toSorted((i, j) => (ys[i] ?? 0) - (ys[j] ?? 0));
  const gap = Math.min(signGap, height / Math.max(1, ys.length));
  const moved = [...ys];
  let least = gap / 2;
  for (const index of order) {
    moved[index] = Math.max(moved[index] ?? 0, least);
    least = (moved[index] ?? 0) + gap;
  }
  let most = height - gap / 2;
  for (const index of order.toReversed()) {
    moved[index] = Math.min(moved[index] ?? 0, most);
    most = (moved[index] ?? 0) - gap;
  }
  return moved;
}
