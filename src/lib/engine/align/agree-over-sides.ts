/**
 * From three sides on, clauses are compared through the others too: two clauses belong together
 * when they find the same partners elsewhere. Each clause walks two steps through the probabilities
 * of all pairs of sides, and where it may have arrived is its profile; the likeness of two clauses is
 * the cosine of their profiles. This keeps what the leading eigenvectors of the matrix of all pairs
 * keep (synchronisation of matchings, Pachauri and others 2013) without their number to be chosen: on
 * the party reasons of 2017, 12 parties, accuracy 0.916 against 0.917 with the best number of
 * eigenvectors, 0.883 with eigenvectors of the likenesses themselves, and 0.761 side by side.
 */
import { nearestRows } from './candidates.ts';
import { sliceRows, SparseBuilder, type SparseRows } from './sparse.ts';

/** Less likely partners are no step of the walk. */
const leastStep = 0.002;

/** Where the rows of one side lie among the rows of all, `[from, to)`. */
export interface SideRows {
  readonly from: number;
  readonly to: number;
}

/** The probabilities of the pairs of two sides, `[first, second]` of the sides' numbers. */
export interface SidePair {
  readonly sides: readonly [number, number];
  readonly pairs: SparseRows;
}

/** The rows of all sides as profiles of length 1 over all rows. */
export function walkOverSides(sides: readonly SideRows[], pairs: readonly SidePair[]): SparseRows {
  const steps = stepsOf(sides, pairs);
  return normalise(multiply(steps, steps));
}

/** The nearest rows of the second side by profile, for each row of the first. */
export const nearestByProfile = (profiles: SparseRows, a: SideRows, b: SideRows): SparseRows =>
  nearestRows(sliceRows(profiles, a.from, a.to), sliceRows(profiles, b.from, b.to));

/** One step: to a partner on another side, or to stay. */
function stepsOf(sides: readonly SideRows[], pairs: readonly SidePair[]): SparseRows {
  const rows = Math.max(0, ...sides.map(({ to }) => to));
  const steps: (readonly [column: number, value: number])[][] = Array.from(
    { length: rows },
    (_, row) => [[row, 1]],
  );
  for (const { sides: numbers, pairs: entries } of pairs) {
    const [a, b] = numbers.map((number) => sides[number]?.from ?? 0);
    if (a === undefined || b === undefined) continue;
    for (let row = 0; row < entries.rows; row++)
      for (let i = entries.starts[row] ?? 0; i < (entries.starts[row + 1] ?? 0); i++) {
        const value = entries.values[i] ?? 0;
        if (value < leastStep) continue;
        const column = entries.columns[i] ?? 0;
        steps[a + row]?.push([b + column, value]);
        steps[b + column]?.push([a + row, value]);
      }
  }
  const builder = new SparseBuilder();
  for (const row of steps) {
    for (const [column, value] of row.sort((x, y) => x[0] - y[0])) builder.push(column, value);
    builder.endRow();
  }
  return builder.build(rows);
}

function multiply(a: SparseRows, b: SparseRows): SparseRows {
  const builder = new SparseBuilder();
  const sums = new Float64Array(b.width);
  for (let row = 0; row < a.rows; row++) {
    const touched: number[] = [];
    for (let i = a.starts[row] ?? 0; i < (a.starts[row + 1] ?? 0); i++) {
      const through = a.columns[i] ?? 0;
      const weight = a.values[i] ?? 0;
      for (let p = b.starts[through] ?? 0; p < (b.starts[through + 1] ?? 0); p++) {
        const column = b.columns[p] ?? 0;
        if (sums[column] === 0) touched.push(column);
        sums[column] = (sums[column] ?? 0) + weight * (b.values[p] ?? 0);
      }
    }
    for (const column of touched.sort((x, y) => x - y)) {
      const value = sums[column] ?? 0;
      if (value >= leastStep) builder.push(column, value);
      sums[column] = 0;
    }
    builder.endRow();
  }
  return builder.build(b.width);
}

function normalise(matrix: SparseRows): SparseRows {
  const values = matrix.values.slice();
  for (let row = 0; row < matrix.rows; row++) {
    const own = values.subarray(matrix.starts[row] ?? 0, matrix.starts[row + 1] ?? 0);
    const length = Math.hypot(...own);
    if (length > 0) own.forEach((value, at) => (own[at] = value / length));
  }
  return { ...matrix, values };
}
