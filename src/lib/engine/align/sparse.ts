/**
 * Rows of a matrix that is almost everywhere zero, one after the other: row `r` has its entries at
 * `[starts[r], starts[r + 1])` of `columns` and `values`.
 */
export interface SparseRows {
  readonly rows: number;
  /** One more than the highest column there may be. */
  readonly width: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Collects rows whose number of entries is not known beforehand. */
export class SparseBuilder {
  #columns = new Int32Array(1 << 12);
  #values = new Float64Array(1 << 12);
  #size = 0;
  readonly #starts: number[] = [0];

  /** Adds an entry to the row that is being built. */
  push(column: number, value: number): void {
    if (this.#size === this.#columns.length) this.#grow();
    this.#columns[this.#size] = column;
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  /** Ends the row; the next entry begins another. */
  endRow(): void {
    this.#starts.push(this.#size);
  }

  build(width: number): SparseRows {
    return {
      rows: this.#starts.length - 1,
      width,
      starts: Int32Array.from(this.#starts),
      columns: this.#columns.slice(0, this.#size),
      values: this.#values.slice(0, this.#size),
    };
  }

  #grow(): void {
    const columns = new Int32Array(this.#columns.length * 2);
    columns.set(this.#columns);
    this.#columns = columns;
    const values = new Float64Array(this.#values.length * 2);
    values.set(this.#values);
    this.#values = values;
  }
}

/** The rows `[from, to)` alone; they share the memory of the whole. */
export function sliceRows(matrix: SparseRows, from: number, to: number): SparseRows {
  return {
    ...matrix,
    rows: to - from,
    starts: matrix.starts.subarray(from, to + 1),
  };
}

/** The same entries read by column, each column's entries in the order of the rows. */
export function transpose({ rows, width, starts, columns, values }: SparseRows): SparseRows {
  const first = starts[0] ?? 0;
  const last = starts[rows] ?? 0;
  const places = new Int32Array(width + 1);
  for (let i = first; i < last; i++) {
    const next = (columns[i] ?? 0) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let c = 0; c < width; c++) places[c + 1] = (places[c + 1] ?? 0) + (places[c] ?? 0);
  const flipped = {
    rows: width,
    width: rows,
    starts: places.slice(),
    columns: new Int32Array(last - first),
    values: new Float64Array(last - first),
  };
  for (let row = 0; row < rows; row++)
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const column = columns[i] ?? 0;
      const place = places[column] ?? 0;
      places[column] = place + 1;
      flipped.columns[place] = row;
      flipped.values[place] = values[i] ?? 0;
    }
  return flipped;
}

/** Visits the entries of a row in their order. */
export function eachEntry(
  { starts, columns, values }: SparseRows,
  row: number,
  visit: (column: number, value: number) => void,
): void {
  for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++)
    visit(columns[i] ?? 0, values[i] ?? 0);
}

/** The value at a place; 0 where there is no entry. */
export function entryAt(
  { starts, columns, values }: SparseRows,
  row: number,
  column: number,
): number {
  const last = starts[row + 1] ?? 0;
  for (let i = starts[row] ?? 0; i < last; i++) if (columns[i] === column) return values[i] ?? 0;
  return 0;
}
