/** Weights of features: how much of the clause they are, and in how few clauses at all. */
import type { SparseRows } from './sparse.ts';

/**
 * Powers of the weight inside the clause and of the inverse document frequency, tuned as in
 * `text-weights.ts`. A word that comes back tells more than the usual logarithm grants it (0.646
 * against 0.653), and rare ones should outweigh common ones more than linearly.
 */
const insidePower = 0.8;
const rarityPower = 1.5;

/** Inverse document frequency of each feature (Spärck Jones 1972), smoothed so that it stays positive. */
export function inverseFrequencies(counts: SparseRows): Float64Array {
  const frequencies = new Int32Array(counts.width);
  for (const column of counts.columns) frequencies[column] = (frequencies[column] ?? 0) + 1;
  return Float64Array.from(frequencies, (df) =>
    df === 0 ? 0 : Math.log((counts.rows + 1) / (df + 0.5)),
  );
}

/** Rows of weights, each of length 1, so that a product is a cosine. */
export function weighRows(counts: SparseRows, idf: Float64Array): SparseRows {
  const { rows, starts, columns } = counts;
  const rarity = idf.map((value) => value ** rarityPower);
  const values = new Float64Array(counts.values.length);
  for (let row = 0; row < rows; row++) {
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    let square = 0;
    for (let i = from; i < to; i++) {
      const weight = (counts.values[i] ?? 0) ** insidePower * (rarity[columns[i] ?? 0] ?? 0);
      values[i] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    if (length > 0) for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) / length;
  }
  return { ...counts, values };
}
