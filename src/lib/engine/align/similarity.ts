import { transpose, type SparseRows } from './sparse.ts';

/** A full matrix of scores, row by row: the score of `(r, c)` is at `r * columns + c`. */
export interface Scores {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/**
 * Products of every row of `a` with every row of `b`, by an inverted index: only features that both
 * have cost anything.
 */
export function multiplyRows(a: SparseRows, b: SparseRows): Scores {
  const index = transpose(b);
  const columns = b.rows;
  const values = new Float32Array(a.rows * columns);
  const sums = new Float64Array(columns);
  for (let row = 0; row < a.rows; row++) {
    sums.fill(0);
    for (let i = a.starts[row] ?? 0; i < (a.starts[row + 1] ?? 0); i++) {
      const feature = a.columns[i] ?? 0;
      const weight = a.values[i] ?? 0;
      const last = index.starts[feature + 1] ?? 0;
      for (let p = index.starts[feature] ?? 0; p < last; p++) {
        const column = index.columns[p] ?? 0;
        sums[column] = (sums[column] ?? 0) + weight * (index.values[p] ?? 0);
      }
    }
    values.set(sums, row * columns);
  }
  return { rows: a.rows, columns, values };
}
