/** The middle one of some numbers, the lower of two; `otherwise` where there are none. */
export function medianOf(numbers: readonly number[], otherwise: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? otherwise;
}

/** The number that most of the numbers are near to, within `reach`, and how many those are. */
export function commonest(
  numbers: readonly number[],
  reach: number,
): { readonly value: number; readonly count: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  let best = { value: sorted[0] ?? 0, count: 0 };
  let from = 0;
  for (const [i, last] of sorted.entries()) {
    while (last - (sorted[from] ?? last) > 2 * reach) from += 1;
    const count = i - from + 1;
    if (count > best.count) best = { value: sorted[from + ((count - 1) >> 1)] ?? last, count };
  }
  return best;
}
