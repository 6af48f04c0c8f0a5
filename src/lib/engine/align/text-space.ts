import { countGrams, countStems } from './count-features.ts';
import { FeatureTable } from './feature-table.ts';
import type { SparseRows } from './sparse.ts';
import { inverseFrequencies, weighRows } from './tf-idf.ts';

/** Texts that are compared with each other, as vectors in one space; row `i` is the text `i`. */
export interface TextSpace {
  /** Weighted character n-grams, each row of length 1. */
  readonly grams: SparseRows;
  readonly table: FeatureTable;
}

/** Texts as counts of their stems, with how telling each stem is. */
export interface StemSpace {
  readonly counts: SparseRows;
  readonly idf: Float64Array;
}

/** The space that some texts of one language span. */
export function buildTextSpace(texts: readonly string[], language: string): TextSpace {
  const table = new FeatureTable();
  const counts = countGrams(texts, table, language);
  return { grams: weighRows(counts, inverseFrequencies(counts)), table };
}

/** The stems of some texts of one language. */
export function buildStemSpace(texts: readonly string[], language: string): StemSpace {
  const counts = countStems(texts, new FeatureTable(), language);
  return { counts, idf: inverseFrequencies(counts) };
}
