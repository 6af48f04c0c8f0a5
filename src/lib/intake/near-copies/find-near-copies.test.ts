import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearCopies, findRepeats, type TextUnit } from './find-near-copies.ts';

const units = (...texts: readonly string[]): readonly TextUnit[] =>
  texts.map((text, index) => ({ id: String(index), text }));

const terms = [
  'North shall withdraw its heavy weapons from the river within thirty days.',
  'South shall open both bridges for civilians and their goods every day.',
  'Prisoners shall be exchanged all for all under the eyes of the observers.',
  'The observers shall report each week to both sides and to nobody else.',
  'Electricity from the dam shall be shared in equal parts.',
];

const told = (left: readonly TextUnit[], right: readonly TextUnit[]): readonly string[] =>
  findNearCopies(left, right).map(({ a, b, isMoved }) => `${a}-${b}${isMoved ? ' moved' : ''}`);

test('clauses find their copies, and what was put elsewhere is told as moved', () => {
  const later = [terms[1], terms[2], terms[0]?.replace('thirty', 'sixty'), terms[3]].map(String);
  expect(told(units(...terms), units(...later))).toEqual(['0-2 moved', '1-0', '2-1', '3-3']);
});

test('clauses that were only numbered anew have not changed', () => {
  const [pair] = findNearCopies(units(`3.1 ${String(terms[0])}`), units(`IV. ${String(terms[0])}`));
  expect(pair?.found).toMatchObject({ similarity: 1, reason: 'same-words' });
});

test('equal clauses are paired one by one', () => {
  expect(told(units('None.', 'None.', 'None.'), units('None.', 'None.'))).toEqual(['0-0', '1-1']);
});

test('independent clauses are not paired', () => {
  expect(told(units(...terms.slice(0, 2)), units(...terms.slice(2)))).toEqual([]);
});

test('repeats inside one text are found once', () => {
  const [first = '', second = ''] = terms;
  const text = units(first, second, first.replace('shall', 'may'), second);
  expect(findRepeats(text).map(({ a, b, found }) => `${a}-${b} ${found.kind}`)).toEqual([
    '0-2 modality',
    '1-3 same',
  ]);
});

test('thousands of equal clauses make no more pairs than clauses', () => {
  const many = units(...Array.from({ length: 3000 }, () => String(terms[0])));
  expect(findNearCopies(many, many)).toHaveLength(3000);
  expect(findRepeats(many)).toHaveLength(2999);
});

test('in any order, each clause finds its copy, and those that rise together have not moved', () => {
  const order = fc.shuffledSubarray([...terms.keys()], { minLength: terms.length });
  fc.assert(
    fc.property(order, (places) => {
      const right = units(...places.map((place) => String(terms[place])));
      const pairs = findNearCopies(units(...terms), right);
      expect(pairs.map(({ a, b }) => [Number(a), places[Number(b)]])).toEqual(
        terms.map((_, index) => [index, index]),
      );
      const stayed = pairs.filter(({ isMoved }) => !isMoved).map(({ b }) => Number(b));
      expect(stayed).toEqual(stayed.toSorted((x, y) => x - y));
      expect(stayed.length).toBeGreaterThan(0);
    }),
    { seed: 3, numRuns: 40 },
  );
});
