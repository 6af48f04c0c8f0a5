import { expect, test } from 'vitest';
import { countBrackets } from './count-brackets.ts';

/** text, pairs, unbalanced, depth, signs inside */
const cases: readonly [string, number, number, number, number][] = [
  ['The Parties shall meet.', 0, 0, 0, 0],
  ['The Parties [shall][should] meet.', 2, 0, 1, 11],
  ['[not fewer than [30][40] crossings]', 3, 0, 2, 25],
  ['a fee of [X] crowns', 1, 0, 1, 1],
  ['one [two', 0, 1, 0, 0],
  ['one] two [three]', 1, 1, 1, 5],
  ['[one [two]', 1, 1, 1, 3],
  ['left out […] and [...] here', 0, 0, 0, 0],
  ['', 0, 0, 0, 0],
];

test.each(cases)('counts the brackets of “%s”', (text, pairs, unbalanced, depth, inside) => {
  expect(countBrackets(text)).toMatchObject({ pairs, unbalanced, depth, inside });
});

test('loses no bracket: pairs and those without counterpart are all there are', () => {
  const text = '[[a][b]]] [c [d] e';
  const { pairs, unbalanced } = countBrackets(text);
  expect(2 * pairs + unbalanced).toBe(text.replace(/[^[\]]/g, '').length);
});

test('counts thousands of nested brackets in one walk', () => {
  const deep = `${'['.repeat(20_000)}x${']'.repeat(20_000)}`;
  expect(countBrackets(deep)).toMatchObject({ pairs: 20_000, depth: 20_000, inside: 1 });
});
