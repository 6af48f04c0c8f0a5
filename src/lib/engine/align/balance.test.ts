import { describe, expect, test } from 'vitest';
import { balance, type Balanced } from './balance.ts';
import { entryAt, SparseBuilder, type SparseRows } from './sparse.ts';

function scores(...rows: readonly (readonly number[])[]): SparseRows {
  const builder = new SparseBuilder();
  for (const row of rows) {
    row.forEach((score, column) => builder.push(column, score));
    builder.endRow();
  }
  return builder.build(rows[0]?.length ?? 0);
}

const options = { temperature: 0.1, background: 1 };

/** The chances of a row, then of staying alone. */
const chancesOf = ({ pairs, rowsAlone }: Balanced, row: number): readonly number[] => [
  ...Array.from({ length: pairs.width }, (_, column) => entryAt(pairs, row, column)),
  rowsAlone[row] ?? 0,
];

describe('balancing chances', () => {
  test('the chances of a row, with that to stay alone, sum to one', () => {
    const balanced = balance(scores([0.5, 0.1, 0], [0.4, 0.3, 0.1]), options);
    for (const row of [0, 1])
      expect(chancesOf(balanced, row).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 3);
  });

  test('a column that suits everybody goes to the row that has nothing else', () => {
    const { pairs } = balance(scores([0.6, 0.5], [0.6, 0.1]), options);
    expect(entryAt(pairs, 0, 1)).toBeGreaterThan(entryAt(pairs, 0, 0));
    expect(entryAt(pairs, 1, 0)).toBeGreaterThan(entryAt(pairs, 1, 1));
  });

  test('a row like nothing most likely stays alone', () => {
    const { rowsAlone } = balance(scores([0.9, 0], [0, 0]), options);
    expect(rowsAlone[1]).toBeGreaterThan(0.5);
    expect(rowsAlone[0]).toBeLessThan(0.1);
  });

  test('exchanging rows and columns exchanges the chances', () => {
    const one = balance(scores([0.5, 0.2, 0.1], [0.3, 0.4, 0]), options);
    const two = balance(scores([0.5, 0.3], [0.2, 0.4], [0.1, 0]), options);
    for (const row of [0, 1])
      for (const column of [0, 1, 2])
        expect(entryAt(one.pairs, row, column)).toBeCloseTo(entryAt(two.pairs, column, row), 4);
  });

  test('a column with room for two serves two', () => {
    const rivals = scores([0.6], [0.6]);
    const chance = (capacity: number): number =>
      entryAt(balance(rivals, { ...options, capacity }).pairs, 0, 0);
    expect(chance(1)).toBeLessThan(0.5);
    expect(chance(2)).toBeGreaterThan(0.9);
  });

  test('nothing to compare is no trouble', () => {
    expect(balance(scores(), options).pairs.rows).toBe(0);
  });
});
