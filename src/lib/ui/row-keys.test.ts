import { expect, test } from 'vitest';
import { stepRow } from './row-keys.ts';

test.each([
  ['from nowhere down to the first row', -1, 1, 3, 0],
  ['from nowhere up to the last row', -1, -1, 3, 2],
  ['one on', 0, 1, 3, 1],
  ['stays on the last row', 2, 1, 3, 2],
  ['stays on the first row', 0, -1, 3, 0],
  ['nowhere in an empty table', -1, 1, 0, -1],
])('%s', (_name, ...numbers) => {
  const [at, step, length, expected] = numbers;
  expect(stepRow(at, step, length)).toBe(expected);
});
