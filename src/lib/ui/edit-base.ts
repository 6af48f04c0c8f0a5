import { getContext, setContext } from 'svelte';

const key = Symbol('where records are edited');

type FindBase = () => string | undefined;

/** Tells everything below where records are edited; undefined for a reader who may not. */
export const tellEditBase = (find: FindBase): FindBase => setContext(key, find);

/** Where records are edited, when whoever reads may. */
export function findEditBase(): FindBase {
  return getContext<FindBase | undefined>(key) ?? (() => undefined);
}

/** Where the provisions of clauses are coded, when whoever reads may: `…/edit` beside `…/code`. */
export function findCodeBase(): FindBase {
  const findBase = findEditBase();
  return () => findBase()?.replace(/\/edit$/, '/code');
}
