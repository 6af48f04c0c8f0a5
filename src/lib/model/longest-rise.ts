/**
 * The places of a longest rising subsequence: which entries may stay where they are when the others
 * are put between them (patience sorting, n log n). Undefined entries are never part of it.
 */
export function longestRise(values: readonly (number | undefined)[]): ReadonlySet<number> {
  // For each length the place of the smallest last entry, and for each place the one before it.
  const lasts: number[] = [];
  const before = new Map<number, number | undefined>();
  values.forEach((value, place) => {
    if (value === undefined) return;
    let [low, high] = [0, lasts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((values[lasts[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(place, lasts[low - 1]);
    lasts[low] = place;
  });
  const rise = new Set<number>();
  for (let place = lasts.at(-1); place !== undefined; place = before.get(place)) rise.add(place);
  return rise;
}
