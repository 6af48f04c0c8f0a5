import { expect, test } from 'vitest';
import { idSchema } from './id.ts';
import { makeId, slugOf } from './make-id.ts';

test.each([
  ['Lift sanctions', 'lift-sanctions'],
  ['II. Conditions', 'ii.-conditions'],
  ['  Été à Genève — 2025 ', 'ete-a-geneve-2025'],
  ['Припинення вогню', ''],
  ['x'.repeat(59) + '-long', 'x'.repeat(59)],
])('%j is called %j', (words, slug) => {
  expect(slugOf(words)).toBe(slug);
});

test('an id is counted up until it is free, and words without letters take the fallback', () => {
  const taken = new Set(['be-neutral', 'be-neutral-2']);
  const isTaken = (id: string): boolean => taken.has(id);
  expect(makeId('Be neutral', { fallback: 'act', isTaken })).toBe('be-neutral-3');
  const made = makeId('…', { fallback: 'act', isTaken });
  expect(made).toBe('act');
  expect(idSchema.safeParse(made).success).toBe(true);
});
