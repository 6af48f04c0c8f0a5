import { expect, test } from 'vitest';
import { tellFault } from './tell-fault.ts';

const draft = { act: '', amounts: [{ of: 'term', unit: '', min: 'many' }] };

test.each([
  ['act', 'is missing'],
  ['modality', 'is missing'],
  ['amounts[0].unit', 'is missing'],
  ['amounts[1].of', 'is missing'],
  ['amounts[0].min', 'expected a number'],
  ['amounts', 'expected a number'],
])('what is wrong with %s: it %s', (path, told) => {
  expect(tellFault(draft, path, 'expected a number')).toBe(told);
});
