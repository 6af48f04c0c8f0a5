/** Values that were asked for lately, so that they need not be made again. */
export interface Recent<T> {
  /** The value of a key, when it is still here. */
  readonly find: (key: string) => T | undefined;
  readonly keep: (key: string, value: T) => T;
}

/**
 * Remembers so many values that their weights together stay under the bound; the one asked for
 * longest ago goes first. What it forgets is made anew, so that nothing depends on it.
 */
export function rememberRecent<T>(most: number, weigh: (value: T) => number): Recent<T> {
  const kept = new Map<string, { readonly value: T; readonly weight: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    find(key) {
      const found = kept.get(key);
      if (found === undefined) return undefined;
      // The order of a map is that of insertion: what is asked for goes to the end.
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    keep(key, value) {
      drop(key);
      const weight = weigh(value);
      kept.set(key, { value, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= most || oldest === key) break;
        drop(oldest);
      }
      return value;
    },
  };
}
