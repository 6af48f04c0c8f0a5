import { expect, test } from 'vitest';
import { findAnnouncedParty, fullName, nameKey, partyNamed } from './party-names.ts';

const known = [
  { id: 'ua', names: ['Ukraine', 'Kyiv'] },
  { id: 'wu', names: ['Dockworkers’ Union', 'the union'] },
];

test.each([
  ['Ukraine proposes:', 'Ukraine'],
  ['The Ukrainian side also proposes:', 'Ukraine'],
  ['Kyiv’s proposals', 'Ukraine'],
  ['According to the union’s paper,', 'Dockworkers’ Union'],
  ['What the company offers', 'company'],
  [
    'Counter-proposal of Estmark, Vallonia and the Northern Isles',
    'Estmark, Vallonia and the Northern Isles',
  ],
  ['Changes put forward by the Growers’ Association', 'Growers’ Association'],
  ['Estmark proposals for talks', 'Estmark'],
  ['Позиція профспілки', 'профспілки'],
])('%s: %s', (sentence, name) => {
  expect(findAnnouncedParty(sentence, known)?.name).toBe(name);
});

test.each([
  'This paper proposes a council:',
  'The parties propose to meet again:',
  'Placement proposal: to be moved to article 4',
  'Amendments proposed to the regulation',
  'Position paper on the draft regulation',
  'An employee transfers to another position in state service',
  'The proposal of General Trade Regulation',
  'Option 2: also requests the body to report',
  'It demands patience.',
])('no words of this say whose paper it is: %s', (sentence) => {
  expect(findAnnouncedParty(sentence, known)).toBeUndefined();
});

test.each([
  ['Ukraine', 'Ukrainian', true],
  ['Russia', 'the Russian side', true],
  ['Україна', 'України', true],
  ['Austria', 'Australia', false],
  ['union', 'company', false],
])('%s and %s are one: %s', (a, b, isOne) => {
  expect(nameKey(a) === nameKey(b)).toBe(isOne);
});

test('an adjective becomes the name that the text has elsewhere', () => {
  const party = partyNamed('Estmarkian', []);
  expect(fullName(party, 'The ministers of Estmark met.')).toBe('Estmark');
  expect(fullName(party, 'The ministers met.')).toBe('Estmarkian');
});
