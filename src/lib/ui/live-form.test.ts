import { expect, test } from 'vitest';
import { searchOf } from './live-form.ts';

test('an address holds the filled fields in the order of the form', () => {
  const fields: [string, string][] = [
    ['col', 'a'],
    ['col', 'b'],
    ['col', ''],
    ['q', 'full peace'],
  ];
  expect(searchOf(fields)).toBe('?col=a&col=b&q=full+peace');
});

test('an empty form is the address without a search part', () => {
  expect(searchOf([['q', '']])).toBe('?');
});
