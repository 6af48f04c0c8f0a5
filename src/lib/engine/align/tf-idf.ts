/** Weights of features: how often in the clause (sublinear), and in how few clauses at all. */
import type { SparseRows } from './sparse.ts';

/** In how many rows each feature occurs. */
export function documentFrequencies(counts: SparseRows): Int32Array {
  const frequencies = new Int32Array(counts.width);
  for (const column of counts.columns) frequencies[column] = (frequencies[column] ?? 0) + 1;
  return frequencies;
}

/** Inverse document frequency of each feature (Spärck Jones 1972), smoothed so that it stays positive. */
export function inverseFrequencies(frequencies: Int32Array, rows: number): Float64Array {
  return Float64Array.from(frequencies, (df) => (df === 0 ? 0 : Math.log((rows + 1) / (df + 0.5))));
}

/** Rows of weights `(1 + ln count) · idf`, each of length 1, so that a product is a cosine. */
export function weighRows(counts: SparseRows, idf: Float64Array): SparseRows {
  const { rows, starts, columns } = counts;
  const values = new Float64Array(counts.values.length);
  for (let row = 0; row < rows; row++) {
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    let square = 0;
    for (let i = from; i < to; i++) {
      const weight = (1 + Math.log(counts.values[i] ?? 1)) * (idf[columns[i] ?? 0] ?? 0);
      values[i] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    if (length > 0) for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) / length;
  }
  return { ...counts, values };
}
