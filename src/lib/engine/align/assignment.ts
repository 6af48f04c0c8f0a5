/**
 * The best one-to-one assignment of rows to columns in which anybody may stay alone: shortest
 * augmenting paths with dual prices, row by row (Jonker and Volgenant 1987, in the form for sparse
 * scores). Staying alone is a private column of each row, at the price `alone`, so that the search
 * never leaves the few columns that are worth having.
 */
import type { SparseRows } from './sparse.ts';

/**
 * The column of each row, or -1 for a row that stays alone. The sum of the scores of the pairs plus
 * `alone` for each row without one is the highest possible; only pairs that `scores` holds can come.
 * Ties go to the lower column. Cost O(rows · entries · log entries) at worst, far less where scores differ.
 */
export function assignBest(scores: SparseRows, alone: number): Int32Array {
  const search = new PathSearch(scores, alone);
  for (let row = 0; row < scores.rows; row++) search.augment(row);
  return search.columnOf;
}

/** Dijkstra's search over reduced costs, with the prices that keep these from being negative. */
class PathSearch {
  readonly columnOf: Int32Array;
  readonly #rowOf: Int32Array;
  readonly #scores: SparseRows;
  readonly #alone: number;
  readonly #rowPrices: Float64Array;
  readonly #columnPrices: Float64Array;
  readonly #distances: Float64Array;
  /** The row from which a column was reached. */
  readonly #from: Int32Array;
  readonly #isClosed: Uint8Array;
  /** Columns that have a distance in this search. */
  readonly #reached: number[] = [];
  readonly #open = new Queue();

  constructor(scores: SparseRows, alone: number) {
    this.columnOf = new Int32Array(scores.rows).fill(-1);
    this.#rowOf = new Int32Array(scores.width).fill(-1);
    this.#scores = scores;
    this.#alone = alone;
    this.#rowPrices = new Float64Array(scores.rows);
    this.#columnPrices = new Float64Array(scores.width);
    this.#distances = new Float64Array(scores.width).fill(Infinity);
    this.#from = new Int32Array(scores.width);
    this.#isClosed = new Uint8Array(scores.width);
  }

  /** Adds one row to the matching, moving or displacing others where that is better over all. */
  augment(start: number): void {
    let row = start;
    let travelled = 0;
    // The cheapest way so far to leave somebody alone: who, and the cost of getting there.
    let loner = -1;
    let lonerDistance = Infinity;
    for (;;) {
      const distance = travelled - this.#alone - (this.#rowPrices[row] ?? 0);
      if (distance < lonerDistance) [loner, lonerDistance] = [row, distance];
      this.#relax(row, travelled);
      const column = this.#nearest();
      const next = column < 0 ? Infinity : (this.#distances[column] ?? Infinity);
      if (lonerDistance <= next) {
        this.#reprice(start, lonerDistance);
        this.#leaveAlone(loner, start);
        break;
      }
      this.#isClosed[column] = 1;
      const holder = this.#rowOf[column] ?? -1;
      if (holder < 0) {
        this.#reprice(start, next);
        this.#flip(column, start);
        break;
      }
      [row, travelled] = [holder, next];
    }
    this.#forget();
  }

  #relax(row: number, travelled: number): void {
    const { starts, columns, values } = this.#scores;
    const base = travelled - (this.#rowPrices[row] ?? 0);
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const column = columns[i] ?? 0;
      const distance = base - (values[i] ?? 0) - (this.#columnPrices[column] ?? 0);
      const known = this.#distances[column] ?? Infinity;
      if (this.#isClosed[column] === 1 || distance >= known) continue;
      if (known === Infinity) this.#reached.push(column);
      this.#distances[column] = distance;
      this.#from[column] = row;
      this.#open.push(distance, column);
    }
  }

  /** The open column with the smallest distance, or -1 when none is left. */
  #nearest(): number {
    for (;;) {
      const column = this.#open.pop();
      if (column < 0 || this.#isClosed[column] === 0) return column;
    }
  }

  #reprice(start: number, length: number): void {
    this.#rowPrices[start] = (this.#rowPrices[start] ?? 0) + length;
    for (const column of this.#reached) {
      const slack = length - (this.#distances[column] ?? 0);
      if (this.#isClosed[column] === 0 || slack <= 0) continue;
      this.#columnPrices[column] = (this.#columnPrices[column] ?? 0) - slack;
      const holder = this.#rowOf[column] ?? -1;
      if (holder >= 0) this.#rowPrices[holder] = (this.#rowPrices[holder] ?? 0) + slack;
    }
  }

  /** Gives the column to the row that reached it, that row's column to the one before, back to `start`. */
  #flip(column: number, start: number): void {
    for (let free = column; ;) {
      const row = this.#from[free] ?? start;
      const left = this.columnOf[row] ?? -1;
      this.#rowOf[free] = row;
      this.columnOf[row] = free;
      if (row === start) return;
      free = left;
    }
  }

  #leaveAlone(loner: number, start: number): void {
    if (loner === start) return;
    const left = this.columnOf[loner] ?? -1;
    this.columnOf[loner] = -1;
    this.#flip(left, start);
  }

  #forget(): void {
    for (const column of this.#reached) {
      this.#distances[column] = Infinity;
      this.#isClosed[column] = 0;
    }
    this.#reached.length = 0;
    this.#open.clear();
  }
}

/** Columns by distance, the lower column first among equals: a binary heap. */
class Queue {
  readonly #distances: number[] = [];
  readonly #columns: number[] = [];

  push(distance: number, column: number): void {
    let at = this.#columns.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(distance, column, above)) break;
      this.#put(at, this.#distances[above] ?? 0, this.#columns[above] ?? 0);
      at = above;
    }
    this.#put(at, distance, column);
  }

  /** The first column, taken out; -1 when there is none. */
  pop(): number {
    const first = this.#columns[0];
    const distance = this.#distances.pop();
    const column = this.#columns.pop();
    if (first === undefined || distance === undefined || column === undefined) return -1;
    if (this.#columns.length > 0) this.#sink(distance, column);
    return first;
  }

  clear(): void {
    this.#distances.length = 0;
    this.#columns.length = 0;
  }

  #sink(distance: number, column: number): void {
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= this.#columns.length) break;
      const right = this.#columns[below + 1];
      if (right !== undefined && this.#isBefore(this.#distances[below + 1] ?? 0, right, below))
        below += 1;
      if (this.#isBefore(distance, column, below)) break;
      this.#put(at, this.#distances[below] ?? 0, this.#columns[below] ?? 0);
      at = below;
    }
    this.#put(at, distance, column);
  }

  #isBefore(distance: number, column: number, at: number): boolean {
    const other = this.#distances[at] ?? 0;
    return distance < other || (distance === other && column < (this.#columns[at] ?? 0));
  }

  #put(at: number, distance: number, column: number): void {
    this.#distances[at] = distance;
    this.#columns[at] = column;
  }
}
