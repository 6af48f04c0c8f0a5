/**
 * Texts as weights of their features: character n-grams, which see compounds, endings and names
 * written several ways as related, and stems, which see words.
 */
import { hashStart, hashStep, hashWord, type FeatureTable } from './feature-table.ts';
import { SparseBuilder, type SparseRows } from './sparse.ts';
import { stemsOf } from './stems.ts';
import { weighWords } from './text-weights.ts';

/**
 * Lengths of the character n-grams, which lie inside a word with its two edges. On German party
 * reasons 3 to 5 found more than 2 to 5, 3 to 4 and 4 to 5; n-grams over the edges of words added nothing.
 */
const shortestGram = 3;
const longestGram = 5;
const edge = 32;

/** Calls `visit` with the hash of each n-gram of a folded word. */
export function forEachGram(word: string, visit: (hash: number) => void): void {
  const last = word.length + 1;
  const unitAt = (at: number): number => (at === 0 || at === last ? edge : word.charCodeAt(at - 1));
  for (let from = 0; from + shortestGram <= last + 1; from++) {
    let hash = hashStart;
    const to = Math.min(last + 1, from + longestGram);
    for (let at = from; at < to; at++) {
      hash = hashStep(hash, unitAt(at));
      if (at - from >= shortestGram - 1) visit(hash);
    }
  }
}

/** The n-grams of each text, each with the sum of the weights of its words; `table` numbers them. */
export function countGrams(
  texts: readonly string[],
  table: FeatureTable,
  language: string,
): SparseRows {
  const counter = new RowCounter();
  const known = new Map<string, readonly number[]>();
  for (const text of texts) {
    for (const { word, weight } of weighWords(text, language)) {
      const features = known.get(word) ?? gramsOf(word, table);
      known.set(word, features);
      for (const feature of features) counter.add(feature, weight);
    }
    counter.endRow();
  }
  return counter.build(table.size);
}

function gramsOf(word: string, table: FeatureTable): readonly number[] {
  const features: number[] = [];
  forEachGram(word, (hash) => features.push(table.add(hash)));
  return features;
}

/** How often each stem stands in each text; `table` numbers them. */
export function countStems(
  texts: readonly string[],
  table: FeatureTable,
  language: string,
): SparseRows {
  const counter = new RowCounter();
  for (const text of texts) {
    for (const stem of stemsOf(text, language)) counter.add(table.add(hashWord(stem)), 1);
    counter.endRow();
  }
  return counter.build(table.size);
}

/** Sums weights of features row by row; the entries of a row stand in the order of first sight. */
class RowCounter {
  readonly #builder = new SparseBuilder();
  #sums = new Float64Array(1 << 12);
  readonly #seen: number[] = [];

  add(feature: number, weight: number): void {
    if (feature >= this.#sums.length) this.#grow(feature);
    const before = this.#sums[feature] ?? 0;
    if (before === 0) this.#seen.push(feature);
    this.#sums[feature] = before + weight;
  }

  endRow(): void {
    for (const feature of this.#seen) {
      this.#builder.push(feature, this.#sums[feature] ?? 0);
      this.#sums[feature] = 0;
    }
    this.#seen.length = 0;
    this.#builder.endRow();
  }

  build(width: number): SparseRows {
    return this.#builder.build(width);
  }

  #grow(feature: number): void {
    const sums = new Float64Array(Math.max(feature + 1, this.#sums.length * 2));
    sums.set(this.#sums);
    this.#sums = sums;
  }
}
