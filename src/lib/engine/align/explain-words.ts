import { forEachGram } from './count-features.ts';
import type { FeatureTable } from './feature-table.ts';
import { eachEntry, type SparseRows } from './sparse.ts';
import { weighWords } from './text-weights.ts';

/** A word of a clause, folded, and its part in a likeness: the parts of all its words sum to 1. */
export interface TellingWord {
  readonly word: string;
  readonly share: number;
}

/** Which vectors are compared: a clause is a row of `grams`, what it is like a row of `others`. */
export interface Compared {
  readonly grams: SparseRows;
  readonly table: FeatureTable;
  /** The grams themselves unless told otherwise. */
  readonly others?: SparseRows;
}

/** The words of a clause that make it like another row, strongest first. */
export type Explain = (
  clause: { readonly text: string; readonly row: number },
  other: number,
) => readonly TellingWord[];

const mostWords = 5;
/** Words with a smaller part explain nothing to a reader. */
const leastShare = 0.05;

/** Explains likenesses: each n-gram that both have gives its product of weights to the words it lies in. */
export function explainer({ grams, table, others = grams }: Compared, language: string): Explain {
  // One place a feature, used again for each question and emptied after it.
  const products = new Float64Array(table.size);
  const totals = new Float64Array(table.size);
  return ({ text, row }, other) => {
    const words = weighWords(text, language).map(({ word, weight }) => {
      const features: number[] = [];
      forEachGram(word, (hash) => features.push(table.get(hash)));
      return { word, weight, features };
    });
    eachEntry(others, other, (feature, value) => (products[feature] = value));
    for (const { weight, features } of words)
      for (const feature of features) totals[feature] = (totals[feature] ?? 0) + weight;
    eachEntry(grams, row, (feature, value) => {
      products[feature] = ((products[feature] ?? 0) * value) / (totals[feature] ?? 1);
    });
    const parts = new Map<string, number>();
    for (const { word, weight, features } of words) {
      const part = features.reduce((sum, f) => sum + (products[f] ?? 0) * weight, 0);
      parts.set(word, (parts.get(word) ?? 0) + part);
    }
    eachEntry(others, other, (feature) => (products[feature] = 0));
    eachEntry(grams, row, (feature) => (totals[feature] = 0));
    return rank(parts);
  };
}

function rank(parts: ReadonlyMap<string, number>): readonly TellingWord[] {
  const total = [...parts.values()].reduce((sum, part) => sum + part, 0);
  if (total <= 0) return [];
  return [...parts]
    .map(([word, part]) => ({ word, share: part / total }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
    .slice(0, mostWords);
}
