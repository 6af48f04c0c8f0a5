import { expect, test } from 'vitest';
import { guessParty } from './guess-party.ts';

test.each([
  ['Memorandum of Ukraine for the talks in Istanbul', 'x.docx', 'Ukraine'],
  ['Memorandum of the Russian Federation', 'x.html', 'Russian Federation'],
  ['Offer by the Harbour Board', 'offer.md', 'Harbour Board'],
  ['Stellungnahme der Gewerkschaft', 'y.txt', 'Gewerkschaft'],
  ['Principles', 'dock-union_proposal-2025.pdf', 'Dock union'],
  ['Ten points', '2025-06-01.txt', '2025-06-01'],
  ['', '.docx', 'Unnamed'],
])('%j in %j is held to be a paper of %s', (title, fileName, party) => {
  expect(guessParty({ title, fileName })).toBe(party);
});
