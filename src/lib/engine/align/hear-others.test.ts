import { expect, test } from 'vitest';
import { hearOthers } from './hear-others.ts';
import { entryAt, SparseBuilder, type SparseRows } from './sparse.ts';

function rowsOf(lines: readonly (readonly number[])[], width = 2): SparseRows {
  const builder = new SparseBuilder();
  for (const line of lines) {
    line.forEach((value, column) => {
      if (value > 0) builder.push(column, value);
    });
    builder.endRow();
  }
  return builder.build(width);
}

const scores = [rowsOf([[0.2, 0.1]]), rowsOf([[0, 0.5]])];
const likeness = rowsOf([[0.4]], 1);
const between = [{ sides: [0, 1] as const, likeness }];

test('an issue gains where another side, in like words, surely speaks of it', () => {
  const [own] = hearOthers(scores, [rowsOf([[0.5, 0]]), rowsOf([[0, 1]])], between);
  expect(own && entryAt(own, 0, 0)).toBe(0.2);
  expect(own && entryAt(own, 0, 1)).toBeCloseTo(0.22);
});

test('both sides hear each other', () => {
  const [, other] = hearOthers(scores, [rowsOf([[0.5, 0]]), rowsOf([[0, 1]])], between);
  expect(other && entryAt(other, 0, 0)).toBeCloseTo(0.06);
});

test('an unlikely issue of another is not heard, and a side alone hears nobody', () => {
  const [own] = hearOthers(scores, [rowsOf([[0.5, 0]]), rowsOf([[0, 0.01]])], between);
  expect(own && entryAt(own, 0, 1)).toBe(0.1);
  const alone = scores.slice(0, 1);
  expect(hearOthers(alone, [rowsOf([[1, 0]])], [])).toBe(alone);
});
