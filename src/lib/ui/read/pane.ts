/** Where a clause stands in the text of its column, in pixels. */
export interface Extent {
  readonly top: number;
  readonly height: number;
}

/** A column that scrolls, as measured: its view, its whole text and its clauses by id. */
export interface Pane {
  readonly view: number;
  readonly content: number;
  readonly extents: ReadonlyMap<string, Extent>;
}

/** Two clauses that are related, by id. */
export interface PanePair {
  readonly a: string;
  readonly b: string;
}

/** The middle of a clause; undefined when it is not in the column. */
export function middleOf(pane: Pane, clause: string): number | undefined {
  const extent = pane.extents.get(clause);
  return extent === undefined ? undefined : extent.top + extent.height / 2;
}

/** How far a column can be scrolled. */
export const furthestScroll = ({ content, view }: Pane): number => Math.max(0, content - view);

/** A scroll that the column can have. */
export const withinScroll = (pane: Pane, scroll: number): number =>
  Math.min(furthestScroll(pane), Math.max(0, scroll));

/** The scroll at which a clause stands `offset` pixels below the upper edge of the view. */
export function scrollTo(pane: Pane, clause: string, offset: number): number {
  const top = pane.extents.get(clause)?.top ?? 0;
  return withinScroll(pane, top - offset);
}
