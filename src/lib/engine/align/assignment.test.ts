import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBest } from './assignment.ts';
import { SparseBuilder, type SparseRows } from './sparse.ts';

/** Rows of scores; undefined is a pair that is no candidate. */
type Table = readonly (readonly (number | undefined)[])[];

function sparse(table: Table): SparseRows {
  const builder = new SparseBuilder();
  for (const row of table) {
    row.forEach((score, column) => {
      if (score !== undefined) builder.push(column, score);
    });
    builder.endRow();
  }
  return builder.build(Math.max(0, ...table.map((row) => row.length)));
}

const valueOf = (table: Table, columns: ArrayLike<number>, alone: number): number =>
  table.reduce((sum, row, at) => sum + (row[columns[at] ?? -1] ?? alone), 0);

/** The best value by trying everything. */
function bestValue(table: Table, alone: number, taken: ReadonlySet<number> = new Set()): number {
  const [row, ...rest] = table;
  if (row === undefined) return 0;
  const choices = row.flatMap((score, column) =>
    score === undefined || taken.has(column)
      ? []
      : [score + bestValue(rest, alone, new Set([...taken, column]))],
  );
  return Math.max(alone + bestValue(rest, alone, taken), ...choices);
}

describe('assigning rows to columns', () => {
  const cases: readonly (readonly [string, Table, number, readonly number[]])[] = [
    [
      'takes what is best over all, not row by row',
      [
        [5, 4],
        [5, 1],
      ],
      0,
      [1, 0],
    ],
    [
      'leaves a row alone that nobody suits',
      [
        [5, 4],
        [0.1, 0.2],
      ],
      1,
      [0, -1],
    ],
    ['leaves the weaker of two rivals alone', [[3], [4]], 1, [-1, 0]],
    [
      'gives equal scores to the lower column',
      [
        [2, 2],
        [2, 2],
      ],
      0,
      [0, 1],
    ],
    [
      'keeps to the candidates',
      [
        [undefined, 1],
        [undefined, 2],
      ],
      0.5,
      [-1, 1],
    ],
    ['knows rows without candidates', [[], [1]], 0, [-1, 0]],
    ['moves a chain of rows along', [[9, 8], [undefined, 9, 8], [9]], 0, [1, 2, 0]],
  ];
  test.each(cases)('%s', (_name, table, alone, expected) => {
    expect([...assignBest(sparse(table), alone)]).toEqual(expected);
  });

  test('no other assignment is worth more', () => {
    const score = fc.option(fc.integer({ min: -3, max: 9 }), { nil: undefined });
    const tables = fc
      .integer({ min: 0, max: 6 })
      .chain((columns) =>
        fc.array(fc.array(score, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
      );
    fc.assert(
      fc.property(tables, fc.integer({ min: -2, max: 5 }), (table, alone) => {
        const columns = assignBest(sparse(table), alone);
        const used = [...columns].filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        used.forEach((column) => expect(table.some((row) => row[column] !== undefined)).toBe(true));
        expect(valueOf(table, columns, alone)).toBe(bestValue(table, alone));
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
