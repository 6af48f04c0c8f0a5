import { countGrams, countStems } from './count-features.ts';
import { FeatureTable } from './feature-table.ts';
import type { SparseRows } from './sparse.ts';
import { documentFrequencies, inverseFrequencies, weighRows } from './tf-idf.ts';

/** Texts that are compared with each other, as vectors in one space; row `i` is the text `i`. */
export interface TextSpace {
  /** Weighted character n-grams, each row of length 1. */
  readonly grams: SparseRows;
  readonly gramTable: FeatureTable;
  /** Plain counts of stems, with how telling each stem is. */
  readonly stemCounts: SparseRows;
  readonly stemIdf: Float64Array;
}

/** The space that some texts of one language span. */
export function buildTextSpace(texts: readonly string[], language: string): TextSpace {
  const gramTable = new FeatureTable();
  const gramCounts = countGrams(texts, gramTable);
  const stemCounts = countStems(texts, new FeatureTable(), language);
  return {
    grams: weighRows(gramCounts, idfOf(gramCounts)),
    gramTable,
    stemCounts,
    stemIdf: idfOf(stemCounts),
  };
}

const idfOf = (counts: SparseRows): Float64Array =>
  inverseFrequencies(documentFrequencies(counts), counts.rows);
