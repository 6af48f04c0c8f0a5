/**
 * The best one-to-one assignment of rows to columns in which anybody may stay alone: shortest
 * augmenting paths with dual prices, row by row (Jonker and Volgenant 1987, without their
 * initialisation). Staying alone is a private column of each row, at the price `alone`.
 */
import type { Scores } from './similarity.ts';

/**
 * The column of each row, or -1 for a row that stays alone. The sum of the scores of the pairs plus
 * `alone` for each row without one is the highest possible; pairs below `alone` never occur. Ties go
 * to the lower column. Cost O(rows² · columns) at worst, far less where scores differ.
 */
export function assignBest(scores: Scores, alone: number): Int32Array {
  const { rows, columns } = scores;
  const rowOf = new Int32Array(columns).fill(-1);
  const columnOf = new Int32Array(rows).fill(-1);
  const search = new PathSearch(scores, alone, { rowOf, columnOf });
  for (let row = 0; row < rows; row++) search.augment(row);
  return columnOf;
}

interface Matching {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
}

/** Dijkstra's search over reduced costs, with the prices that keep them from being negative. */
class PathSearch {
  readonly #scores: Scores;
  readonly #alone: number;
  readonly #matching: Matching;
  readonly #rowPrices: Float64Array;
  readonly #columnPrices: Float64Array;
  readonly #distances: Float64Array;
  readonly #from: Int32Array;
  /** Columns: those before `#scanned` have their final distance, the others are open. */
  readonly #order: Int32Array;

  constructor(scores: Scores, alone: number, matching: Matching) {
    this.#scores = scores;
    this.#alone = alone;
    this.#matching = matching;
    this.#rowPrices = new Float64Array(scores.rows);
    this.#columnPrices = new Float64Array(scores.columns);
    this.#distances = new Float64Array(scores.columns);
    this.#from = new Int32Array(scores.columns);
    this.#order = Int32Array.from({ length: scores.columns }, (_, c) => c);
  }

  /** Adds one row to the matching, moving others where that is better over all. */
  augment(start: number): void {
    const { rowOf } = this.#matching;
    const { columns } = this.#scores;
    this.#distances.fill(Infinity);
    let row = start;
    let reached = 0;
    let closed = 0;
    // The cheapest way to leave somebody alone: a row reached, and the cost of getting there.
    let loner = -1;
    let lonerDistance = Infinity;
    for (;;) {
      const alone = reached - this.#alone - (this.#rowPrices[row] ?? 0);
      if (alone < lonerDistance) {
        lonerDistance = alone;
        loner = row;
      }
      this.#relax(row, reached, closed);
      const next = this.#nearest(closed);
      const distance = next < 0 ? Infinity : (this.#distances[this.#order[next] ?? 0] ?? Infinity);
      if (lonerDistance <= distance) {
        this.#reprice(start, closed, lonerDistance);
        this.#leaveAlone(loner, start);
        return;
      }
      const column = this.#order[next] ?? 0;
      this.#order[next] = this.#order[closed] ?? 0;
      this.#order[closed] = column;
      closed += 1;
      const holder = rowOf[column] ?? -1;
      if (holder < 0) {
        this.#reprice(start, closed, distance);
        this.#flip(column, start);
        return;
      }
      row = holder;
      reached = distance;
      if (closed > columns) return;
    }
  }

  #relax(row: number, reached: number, closed: number): void {
    const { columns, values } = this.#scores;
    const base = reached - (this.#rowPrices[row] ?? 0);
    for (let i = closed; i < columns; i++) {
      const column = this.#order[i] ?? 0;
      const cost = base - (values[row * columns + column] ?? 0) - (this.#columnPrices[column] ?? 0);
      if (cost < (this.#distances[column] ?? 0)) {
        this.#distances[column] = cost;
        this.#from[column] = row;
      }
    }
  }

  /** The place in `#order` of the open column with the smallest distance, the lowest among equals. */
  #nearest(closed: number): number {
    let best = -1;
    let bestColumn = -1;
    let bestDistance = Infinity;
    for (let i = closed; i < this.#order.length; i++) {
      const column = this.#order[i] ?? 0;
      const distance = this.#distances[column] ?? Infinity;
      if (distance < bestDistance || (distance === bestDistance && column < bestColumn)) {
        best = i;
        bestColumn = column;
        bestDistance = distance;
      }
    }
    return best;
  }

  #reprice(start: number, closed: number, length: number): void {
    const { rowOf } = this.#matching;
    this.#rowPrices[start] = (this.#rowPrices[start] ?? 0) + length;
    for (let i = 0; i < closed; i++) {
      const column = this.#order[i] ?? 0;
      const slack = length - (this.#distances[column] ?? 0);
      if (slack <= 0) continue;
      this.#columnPrices[column] = (this.#columnPrices[column] ?? 0) - slack;
      const holder = rowOf[column] ?? -1;
      if (holder >= 0) this.#rowPrices[holder] = (this.#rowPrices[holder] ?? 0) + slack;
    }
  }

  /** Gives the free column to the row that reached it, and so on back to `start`. */
  #flip(column: number, start: number): void {
    const { rowOf, columnOf } = this.#matching;
    for (let free = column; ;) {
      const row = this.#from[free] ?? start;
      const left = columnOf[row] ?? -1;
      rowOf[free] = row;
      columnOf[row] = free;
      if (row === start) return;
      free = left;
    }
  }

  #leaveAlone(loner: number, start: number): void {
    const { columnOf } = this.#matching;
    if (loner === start) return;
    const left = columnOf[loner] ?? -1;
    columnOf[loner] = -1;
    this.#flip(left, start);
  }
}
