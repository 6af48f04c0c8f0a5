import type { Extent, Pane } from './pane.ts';

/** Reads where everything in a column stands, in one go. */
export function measureColumn(column: HTMLElement): Pane {
  const extents = new Map<string, Extent>();
  for (const clause of clausesIn(column))
    extents.set(clause.dataset['clause'] ?? '', {
      top: clause.offsetTop,
      height: clause.offsetHeight,
    });
  return { view: column.clientHeight, content: column.scrollHeight, extents };
}

/** The clauses of a column, in their order. */
export const clausesIn = (column: HTMLElement): readonly HTMLElement[] => [
  ...column.querySelectorAll<HTMLElement>('[data-clause]'),
];

/** The columns inside an element, as they stand in the page. */
export const columnsIn = (root: HTMLElement): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-column]'),
];
