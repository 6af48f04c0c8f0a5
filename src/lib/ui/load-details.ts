import { getContext, setContext } from 'svelte';
import type { DetailsView } from './compare-view.ts';

/** Where a row stands alone, and how what it opens to is fetched. */
export interface DetailsLoader {
  readonly hrefOf: (row: string) => string;
  readonly load: (row: string) => Promise<DetailsView>;
}

const key = Symbol('what rows open to');

/** Tells the rows below where their details come from. */
export const tellDetailsLoader = (find: () => DetailsLoader): void => {
  setContext(key, find);
};

/** The loader of the page around; where there is none, nothing can be opened. */
export function findDetailsLoader(): () => DetailsLoader {
  const found = getContext<(() => DetailsLoader) | undefined>(key);
  if (found === undefined) throw new Error('rows need somebody to load what they open to');
  return found;
}
