import { expect, test } from 'vitest';
import { findConflicts } from './find-conflicts.ts';
import type { TextUnit } from './find-near-copies.ts';

const contract = [
  'Seller shall deliver the pumps to the port of loading at its own expense.',
  'Buyer shall pay the invoices within thirty days of their date.',
  'Buyer may inspect the workshop once in each quarter upon written notice.',
  'Seller shall keep, label, guard and insure all spare parts until they are called for.',
  'The agreement and all orders under it end on 31 December 2030.',
];

const told = (...more: readonly string[]): readonly string[] => {
  const clauses: readonly TextUnit[] = [...contract, ...more].map((text, index) => ({
    id: String(index),
    text,
  }));
  return findConflicts(clauses).map(
    ({ a, b, kind, relation }) => `${a}-${b} ${kind} ${relation ?? ''}`,
  );
};

test('a sound contract has none', () => {
  expect(told()).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  [
    'a clause that is denied',
    'Seller shall not deliver the pumps to the port of loading at its own expense.',
    ['0-5 modality incompatible'],
  ],
  [
    'a duty that becomes a choice',
    'Buyer may pay the invoices within thirty days of their date.',
    ['1-5 modality fits-within'],
  ],
  [
    'a part that is denied in other words',
    'Seller must not insure spare parts.',
    ['3-5 structure incompatible'],
  ],
  [
    'another bare date',
    'The agreement and all orders under it end on 31 March 2030.',
    ['4-5 object incompatible'],
  ],
])('%s is found', (_, planted, expected) => {
  expect(told(planted)).toEqual(expected);
});

test.each([
  [
    'the other party is asked for',
    'Seller may inspect the workshop once in each quarter upon written notice.',
  ],
  ['the same is said again', 'Buyer shall pay the invoices within thirty days of their date.'],
  ['more is said', 'Buyer shall pay the invoices and the duties within thirty days of their date.'],
  ['something else of the same thing is forbidden', 'Buyer shall not photograph the workshop.'],
])('it is no conflict that %s', (_, added) => {
  expect(told(added)).toEqual([]);
});

test('a clause is told with the one it denies, and not with all that resemble it', () => {
  expect(
    told(
      'Seller shall keep, label and guard all spare parts until they are called for.',
      'Seller shall not keep, label and guard all spare parts until they are called for.',
    ),
  ).toEqual(['5-6 modality incompatible']);
});
