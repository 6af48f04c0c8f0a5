import { expect, test } from 'vitest';
import { starterPacks } from './starter-packs.ts';
import { suggestPack } from './suggest-packs.ts';

const suggest = (...texts: string[]): string | undefined =>
  suggestPack(texts, { packs: starterPacks, language: 'en' })?.id;

test.each([
  [
    'ceasefire-and-peace',
    ['A full ceasefire takes effect.', 'All prisoners of war are exchanged.'],
  ],
  ['trade', ['Customs duties on cars are abolished.', 'Import quotas for beef double.']],
  ['labour', ['Weekly hours fall to 36.', 'No compulsory redundancies until 2028.']],
])('the texts of a case suggest the pack %s', (pack, texts) => {
  expect(suggest(...texts)).toBe(pack);
});

test('texts about something else, or none at all, suggest nothing', () => {
  expect(suggest('The library opens on Sundays.', 'Members elect a chair.')).toBeUndefined();
  expect(suggest()).toBeUndefined();
});
