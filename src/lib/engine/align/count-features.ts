/**
 * Texts as counts of their features: character n-grams, which see compounds, endings and names written
 * several ways as related, and stems, which see words.
 */
import { hashStart, hashStep, hashWord, type FeatureTable } from './feature-table.ts';
import { foldText, splitWords } from './fold-text.ts';
import { SparseBuilder, type SparseRows } from './sparse.ts';
import { stemsOf } from './stems.ts';

/**
 * Lengths of the character n-grams. On German party reasons 3 to 5 found more than 4 to 6 and 5 to 7;
 * n-grams run over the spaces between words, and so know a little of their order.
 */
export const shortestGram = 3;
export const longestGram = 5;

/** The form of a text that its n-grams are taken of: folded words with one space around each. */
export const gramText = (text: string): string => ` ${splitWords(foldText(text)).join(' ')} `;

/** Counts of the character n-grams of each text; `table` numbers them. */
export function countGrams(texts: readonly string[], table: FeatureTable): SparseRows {
  const counter = new RowCounter();
  for (const text of texts) {
    const folded = gramText(text);
    for (let from = 0; from <= folded.length - shortestGram; from++) {
      let hash = hashStart;
      const to = Math.min(folded.length, from + longestGram);
      for (let at = from; at < to; at++) {
        hash = hashStep(hash, folded.charCodeAt(at));
        if (at - from >= shortestGram - 1) counter.count(table.add(hash));
      }
    }
    counter.endRow();
  }
  return counter.build(table.size);
}

/** Counts of the stems of each text; `table` numbers them. */
export function countStems(
  texts: readonly string[],
  table: FeatureTable,
  language: string,
): SparseRows {
  const counter = new RowCounter();
  for (const text of texts) {
    for (const stem of stemsOf(text, language)) counter.count(table.add(hashWord(stem)));
    counter.endRow();
  }
  return counter.build(table.size);
}

/** Counts features row by row; the entries of a row stand in the order of first sight. */
class RowCounter {
  readonly #builder = new SparseBuilder();
  #counts = new Int32Array(1 << 12);
  readonly #seen: number[] = [];

  count(feature: number): void {
    if (feature >= this.#counts.length) this.#grow(feature);
    const before = this.#counts[feature] ?? 0;
    if (before === 0) this.#seen.push(feature);
    this.#counts[feature] = before + 1;
  }

  endRow(): void {
    for (const feature of this.#seen) {
      this.#builder.push(feature, this.#counts[feature] ?? 0);
      this.#counts[feature] = 0;
    }
    this.#seen.length = 0;
    this.#builder.endRow();
  }

  build(width: number): SparseRows {
    return this.#builder.build(width);
  }

  #grow(feature: number): void {
    const counts = new Int32Array(Math.max(feature + 1, this.#counts.length * 2));
    counts.set(this.#counts);
    this.#counts = counts;
  }
}
