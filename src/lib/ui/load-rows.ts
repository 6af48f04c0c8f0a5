import { getContext, setContext } from 'svelte';
import type { IssueView, RowWindow } from './compare-view.ts';

/** How rows of a very long table are fetched, and where in it a row stands. */
export interface RowLoader {
  readonly load: (stretch: Pick<RowWindow, 'from' | 'to'>) => Promise<readonly IssueView[]>;
  /** The place of a row by its id; undefined where the table does not hold it. */
  readonly find: (row: string) => Promise<number | undefined>;
}

const key = Symbol('rows of a long table');

/** Tells the table below where more rows come from. */
export const tellRowLoader = (find: () => RowLoader): void => {
  setContext(key, find);
};

/** The loader of the page around. */
export function findRowLoader(): () => RowLoader {
  const found = getContext<(() => RowLoader) | undefined>(key);
  if (found === undefined) throw new Error('a long table needs somebody to load its rows');
  return found;
}
