/**
 * BM25 (Robertson and Zaragoza 2009): how well clauses answer the words of a query. Here the queries
 * are issues, described in a few words, and the documents are clauses.
 */
import { SparseBuilder, transpose, type SparseRows } from './sparse.ts';

/** The usual constants: `k1` says how soon repetition stops counting, `b` how much length is held against a clause. */
const k1 = 1.2;
const b = 0.75;

/**
 * The score of each document (row) for each query (column), as the share of the highest score that
 * the query's words could bring: 0 without a common word, near 1 where all are there, rare ones above all.
 */
export function scoreBm25(
  documents: SparseRows,
  queries: SparseRows,
  idf: Float64Array,
): SparseRows {
  const lengths = rowSums(documents, () => 1);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.rows);
  const best = rowSums(queries, (feature) => (idf[feature] ?? 0) * (k1 + 1));
  const index = transpose(queries);
  const builder = new SparseBuilder();
  const sums = new Float64Array(queries.rows);
  for (let row = 0; row < documents.rows; row++) {
    sums.fill(0);
    const norm = k1 * (1 - b + (b * (lengths[row] ?? 0)) / Math.max(1, meanLength));
    for (let i = documents.starts[row] ?? 0; i < (documents.starts[row + 1] ?? 0); i++) {
      const feature = documents.columns[i] ?? 0;
      const count = documents.values[i] ?? 0;
      const weight = ((idf[feature] ?? 0) * count * (k1 + 1)) / (count + norm);
      for (let p = index.starts[feature] ?? 0; p < (index.starts[feature + 1] ?? 0); p++) {
        const query = index.columns[p] ?? 0;
        sums[query] = (sums[query] ?? 0) + weight * (index.values[p] ?? 0);
      }
    }
    sums.forEach((sum, query) => {
      if (sum > 0) builder.push(query, sum / (best[query] ?? 1));
    });
    builder.endRow();
  }
  return builder.build(queries.rows);
}

function rowSums(
  { rows, starts, columns, values }: SparseRows,
  weightOf: (feature: number) => number,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++)
      sum += (values[i] ?? 0) * weightOf(columns[i] ?? 0);
    return sum;
  });
}
