/**
 * Cross-domain similarity local scaling (Conneau and others 2018): `2 s(a, b) - r(a) - r(b)`, where
 * `r` is the mean of the k best scores. Clauses that resemble everything (hubs) lose, clauses that
 * resemble little gain, and scores of different clauses become comparable.
 */
import type { Scores } from './similarity.ts';

/** The scores after local scaling with the `k` nearest of the other side. */
export function scaleLocally(scores: Scores, k: number): Scores {
  const { rows, columns } = scores;
  const { ofRows, ofColumns } = neighbourhoods(scores, k);
  const values = new Float32Array(scores.values.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const at = r * columns + c;
      values[at] = 2 * (scores.values[at] ?? 0) - (ofRows[r] ?? 0) - (ofColumns[c] ?? 0);
    }
  return { rows, columns, values };
}

/** The means of the `k` best scores of each row and of each column. */
export function neighbourhoods(
  { rows, columns, values }: Scores,
  k: number,
): { readonly ofRows: Float64Array; readonly ofColumns: Float64Array } {
  const bestOfRows = new Best(rows, Math.min(k, columns));
  const bestOfColumns = new Best(columns, Math.min(k, rows));
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const value = values[r * columns + c] ?? 0;
      bestOfRows.offer(r, value);
      bestOfColumns.offer(c, value);
    }
  return { ofRows: bestOfRows.means(), ofColumns: bestOfColumns.means() };
}

/** The few highest values offered for each of several places, in falling order. */
class Best {
  readonly #k: number;
  readonly #places: number;
  readonly #values: Float64Array;

  constructor(places: number, k: number) {
    this.#places = places;
    this.#k = k;
    this.#values = new Float64Array(places * k).fill(-Infinity);
  }

  offer(place: number, value: number): void {
    const first = place * this.#k;
    let at = first + this.#k - 1;
    if (this.#k === 0 || value <= (this.#values[at] ?? 0)) return;
    for (; at > first && (this.#values[at - 1] ?? 0) < value; at--)
      this.#values[at] = this.#values[at - 1] ?? 0;
    this.#values[at] = value;
  }

  means(): Float64Array {
    return Float64Array.from({ length: this.#places }, (_, place) => {
      if (this.#k === 0) return 0;
      let sum = 0;
      for (let i = 0; i < this.#k; i++) sum += this.#values[place * this.#k + i] ?? 0;
      return sum / this.#k;
    });
  }
}
