import { expect, test } from 'vitest';
import { guessParty } from './guess-party.ts';

test.each([
  ['Memorandum of Ukraine for the talks in Istanbul', 'x.docx', 'Ukraine'],
  ['Memorandum of the Russian Federation', 'x.html', 'Russian Federation'],
  ['Proposal of the Republic of Kestria', 'x.md', 'Republic of Kestria'],
  [
    'Reply by the Government of the Democratic Republic of Kestria',
    'x.md',
    'Government of the Democratic Republic of Kestria',
  ],
  ['Offer by the Harbour Board', 'offer.md', 'Harbour Board'],
  ['Stellungnahme der Gewerkschaft', 'y.txt', 'Gewerkschaft'],
  ['Principles', 'dock-union_proposal-2025.pdf', 'Dock union'],
  ['Ten points', '2025-06-01.txt', '2025-06-01'],
  ['', '.docx', 'Unnamed'],
])('%j in %j is held to be a paper of %s', (title, fileName, party) => {
  expect(guessParty({ title, fileName })).toBe(party);
});
