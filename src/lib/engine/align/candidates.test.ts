import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../../tests/support/arbitrary-dossier.ts';
import { keptNearest, nearestRows } from './candidates.ts';
import { entryAt, SparseBuilder, type SparseRows } from './sparse.ts';

/** Rows of a few random features each, of length 1. */
function randomRows(count: number, width: number, seed: number): SparseRows {
  const random = randomFrom(seed);
  const builder = new SparseBuilder();
  for (let row = 0; row < count; row++) {
    const columns = new Set(Array.from({ length: 9 }, () => Math.floor(random() ** 2 * width)));
    for (const column of columns) builder.push(column, 1 / Math.sqrt(columns.size));
    builder.endRow();
  }
  return builder.build(width);
}

function product(a: SparseRows, row: number, [b, other]: readonly [SparseRows, number]): number {
  let sum = 0;
  for (let column = 0; column < a.width; column++)
    sum += entryAt(a, row, column) * entryAt(b, other, column);
  return sum;
}

describe('the nearest rows', () => {
  test('of short lists are all that share something, with their exact products', () => {
    const [a, b] = [randomRows(12, 60, 1), randomRows(15, 60, 2)];
    const nearest = nearestRows(a, b);
    for (let row = 0; row < a.rows; row++)
      for (let other = 0; other < b.rows; other++)
        expect(entryAt(nearest, row, other)).toBeCloseTo(product(a, row, [b, other]), 10);
  });

  test('of long lists are the best, as many as are kept, in the order of the list', () => {
    const [a, b] = [randomRows(5, 40, 3), randomRows(40, 40, 4)];
    const many = { ...b, rows: 40 };
    const long = repeat(many, 4);
    const nearest = nearestRows(a, long);
    for (let row = 0; row < a.rows; row++) {
      const kept = [...nearest.columns.subarray(nearest.starts[row], nearest.starts[row + 1])];
      expect(kept).toEqual(kept.toSorted((x, y) => x - y));
      expect(kept.length).toBeLessThanOrEqual(keptNearest);
      const all = Array.from({ length: long.rows }, (_, c) => product(a, row, [long, c]));
      const last = Math.min(...kept.map((c) => all[c] ?? 0));
      const better = all.filter((score) => score > last + 1e-9).length;
      expect(better).toBeLessThanOrEqual(keptNearest);
      expect(Math.max(...kept.map((c) => all[c] ?? 0))).toBeCloseTo(Math.max(...all), 10);
    }
  });

  test('passing over common features loses no more than their part of the row', () => {
    const builder = new SparseBuilder();
    for (let row = 0; row < 200; row++) {
      builder.push(0, 0.2);
      builder.push(1 + (row % 100), Math.sqrt(0.96));
      builder.endRow();
    }
    const rows = builder.build(101);
    const nearest = nearestRows(rows, rows);
    expect(entryAt(nearest, 7, 107)).toBeGreaterThan(0.95);
    expect(entryAt(nearest, 7, 8)).toBe(0);
  });
});

function repeat({ rows, width, starts, columns, values }: SparseRows, times: number): SparseRows {
  const builder = new SparseBuilder();
  for (let time = 0; time < times; time++)
    for (let row = 0; row < rows; row++) {
      for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++)
        builder.push(columns[i] ?? 0, values[i] ?? 0);
      builder.endRow();
    }
  return builder.build(width);
}
