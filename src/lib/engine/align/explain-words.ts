import { gramText, longestGram, shortestGram } from './count-features.ts';
import { hashStart, hashStep, type FeatureTable } from './feature-table.ts';
import { foldText, splitWords } from './fold-text.ts';
import { stopWords } from './stop-words.ts';
import { primaryLanguage } from './stems.ts';
import type { SparseRows } from './sparse.ts';

/** A word of a clause, folded, and its part in a likeness: the parts of all words sum to 1. */
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
 * gives its product of weights to the words it lies on. Function words are left out.
 */
export function explainLikeness(likeness: Likeness): readonly TellingWord[] {
  const { text, table, language } = likeness;
  const products = productsByFeature(likeness);
  const words = splitWords(foldText(text));
  const folded = gramText(text);
  const wordAt = wordOfUnit(words, folded.length);
  const parts = new Float64Array(words.length);
  const counts = new Map<number, number>();
  const occurrences: (readonly [feature: number, from: number, to: number])[] = [];
  forEachGram(folded, (hash, from, to) => {
    const feature = table.get(hash);
    if (!products.has(feature)) return;
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
    occurrences.push([feature, from, to]);
  });
  for (const [feature, from, to] of occurrences) {
    const part = (products.get(feature) ?? 0) / (counts.get(feature) ?? 1) / (to - from);
    for (let at = from; at < to; at++) {
      const word = wordAt[at] ?? -1;
      if (word >= 0) parts[word] = (parts[word] ?? 0) + part;
    }
  }
  return rank(words, parts, stopWords(primaryLanguage(language)));
}

function forEachGram(text: string, visit: (hash: number, from: number, to: number) => void): void {
  for (let from = 0; from <= text.length - shortestGram; from++) {
    let hash = hashStart;
    for (let at = from; at < Math.min(text.length, from + longestGram); at++) {
      hash = hashStep(hash, text.charCodeAt(at));
      if (at - from >= shortestGram - 1) visit(hash, from, at + 1);
    }
  }
}

function productsByFeature({ row, rows, other, others }: Likeness): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (let i = others.starts[other] ?? 0; i < (others.starts[other + 1] ?? 0); i++)
    weights.set(others.columns[i] ?? 0, others.values[i] ?? 0);
  const products = new Map<number, number>();
  for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i++) {
    const feature = rows.columns[i] ?? 0;
    const product = (rows.values[i] ?? 0) * (weights.get(feature) ?? 0);
    if (product > 0) products.set(feature, product);
  }
  return products;
}

/** The index of the word each unit of the gram text lies on; -1 for the spaces. */
function wordOfUnit(words: readonly string[], length: number): Int32Array {
  const wordAt = new Int32Array(length).fill(-1);
  let at = 1;
  words.forEach((word, index) => {
    wordAt.fill(index, at, at + word.length);
    at += word.length + 1;
  });
  return wordAt;
}

function rank(
  words: readonly string[],
  parts: Float64Array,
  stops: ReadonlySet<string>,
): readonly TellingWord[] {
  const sums = new Map<string, number>();
  words.forEach((word, index) => {
    if (!stops.has(word)) sums.set(word, (sums.get(word) ?? 0) + (parts[index] ?? 0));
  });
  const total = [...sums.values()].reduce((sum, part) => sum + part, 0);
  if (total <= 0) return [];
  return [...sums]
    .map(([word, part]) => ({ word, share: part / total }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
    .slice(0, mostWords);
}
