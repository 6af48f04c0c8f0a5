import { forEachGram } from './count-features.ts';
import type { FeatureTable } from './feature-table.ts';
import type { SparseRows } from './sparse.ts';
import { weighWords, type WeightedWord } from './text-weights.ts';

/** A word of a clause, folded, and its part in a likeness: the parts of all its words sum to 1. */
export interface TellingWord {
  readonly word: string;
  readonly share: number;
}

/** A text as a row of weighted n-grams, with the other row it was found to be like. */
export interface Likeness {
  readonly text: string;
  readonly row: number;
  readonly rows: SparseRows;
  readonly other: number;
  readonly others: SparseRows;
  readonly table: FeatureTable;
  readonly language: string;
}

const mostWords = 5;
/** Words with a smaller part explain nothing to a reader. */
const leastShare = 0.05;

/**
 * The words of the text that make it like the other, strongest first: each n-gram that both have
 * gives its product of weights to the words it lies in.
 */
export function explainLikeness(likeness: Likeness): readonly TellingWord[] {
  const words = weighWords(likeness.text, likeness.language);
  const products = sharedProducts(likeness);
  const totals = new Map<number, number>();
  eachShared(words, likeness.table, (feature, { weight }) => {
    totals.set(feature, (totals.get(feature) ?? 0) + weight);
  });
  const parts = new Map<string, number>();
  eachShared(words, likeness.table, (feature, { word, weight }) => {
    const part = ((products.get(feature) ?? 0) * weight) / (totals.get(feature) ?? 1);
    parts.set(word, (parts.get(word) ?? 0) + part);
  });
  return rank(parts);
}

function eachShared(
  words: readonly WeightedWord[],
  table: FeatureTable,
  visit: (feature: number, word: WeightedWord) => void,
): void {
  for (const word of words)
    forEachGram(word.word, (hash) => {
      visit(table.get(hash), word);
    });
}

function sharedProducts({ row, rows, other, others }: Likeness): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (let i = others.starts[other] ?? 0; i < (others.starts[other + 1] ?? 0); i++)
    weights.set(others.columns[i] ?? 0, others.values[i] ?? 0);
  const products = new Map<number, number>();
  for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i++) {
    const feature = rows.columns[i] ?? 0;
    const weight = weights.get(feature);
    if (weight !== undefined) products.set(feature, (rows.values[i] ?? 0) * weight);
  }
  return products;
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
