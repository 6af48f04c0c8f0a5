import { expect, test } from 'vitest';
import { isAmendmentHeading } from './amendment-headings.ts';

test.each([
  ['Text proposed by the Commission', 'Amendment', true],
  ['Original wording', 'Proposed amendment', true],
  ['Current text', 'Proposed change', true],
  ['Geltende Fassung', 'Änderungsvorschlag', true],
  ['Texte actuel', 'Nouvelle rédaction', true],
  ['Чинна редакція', 'Пропозиція змін', true],
  ['Proposal', 'Proposal', false],
  ['The harbour opens.', 'The amendment is new.', false],
  ['Ships', 'Boats', false],
  ['', 'Amendment', false],
])('%j beside %j: %j', (left, right, expected) => {
  expect(isAmendmentHeading(left, right)).toBe(expected);
});
