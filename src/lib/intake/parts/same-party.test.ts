import { expect, test } from 'vitest';
import { isSameParty, nameAmong } from './same-party.ts';

test.each([
  ['Kestria', 'Kestrian Federation'],
  ['Kestria', 'the Republic of Kestria'],
  ['Kestria', 'Government of Kestria'],
  ['Kestria', 'The Kestrian side'],
  ['Kestria', 'Government of the Republic of Kestria'],
  ['Kestrian Federation', 'Kestrian Government'],
  ['Estmark', 'Estmarkian Confederation'],
  ['Ukraine', 'Ukrainian delegation'],
  ['North Kestria', 'North Kestrian Republic'],
  ['Chile', 'Chilean Government'],
  ['Poland', 'Polish Republic'],
  ['France', 'French Republic'],
  ['Росія', 'Російська Федерація'],
  ['России', 'Российская Федерация'],
  ['Кестрія', 'Уряд Кестрії'],
  ['Україна', 'Українська сторона'],
  ['Кестрия', 'Правительство Кестрийской Республики'],
])('%s and %s are one party', (one, other) => {
  expect([isSameParty(one, other), isSameParty(other, one)]).toEqual([true, true]);
});

test.each([
  ['Kestrian Federation', 'Vallonian Federation'],
  ['Republic of Kestria', 'Republic of Vallonia'],
  ['Government of Kestria', 'Government of Vallonia'],
  ['Government', 'Republic'],
  ['The Government', 'The Government of Kestria'],
  ['North Kestria', 'Kestria'],
  ['North Kestria', 'South Kestria'],
  ['Republic of Kestria', 'Kestrian Federation'],
  ['Republic of Kestria', 'Democratic Republic of Kestria'],
  ['Islamic Republic of Kestria', 'Islamic Emirate of Kestria'],
  ['Provisional Government of Kestria', 'Kestria'],
  ['Kestrian Workers', 'Kestria'],
  ['Federal Government', 'Federal Republic'],
  ['United Kingdom', 'United States'],
  ['Austria', 'Australia'],
  ['Niger', 'Nigeria'],
  ['Niger', 'Nigerian Federation'],
  ['Dominica', 'Dominican Republic'],
  ['Slovakia', 'Republic of Slovenia'],
  ['Estmark, Vallonia and the Northern Isles', 'Estmark'],
  ['Harbour Board', 'Dockers’ Union'],
  ['Нігерія', 'Нігер'],
  ['Народна Республіка', 'Народна Держава'],
  ['Північна Кестрія', 'Кестрія'],
  ['Російська Федерація', 'Українська Федерація'],
  ['', ''],
])('%s and %s are two parties', (one, other) => {
  expect([isSameParty(one, other), isSameParty(other, one)]).toEqual([false, false]);
});

test('a party is named as it is there already, by whichever of its names', () => {
  const parties = [{ names: ['Vallonia'] }, { names: ['The East', 'Kestria'] }];
  expect(nameAmong('Kestrian Federation', parties)).toBe('The East');
  expect(nameAmong('Estmark', parties)).toBe('Estmark');
  expect(nameAmong('Kestrian', [...parties, { names: ['Kestrian'] }])).toBe('Kestrian');
});
