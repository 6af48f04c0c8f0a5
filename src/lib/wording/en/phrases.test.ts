import { describe, expect, test } from 'vitest';
import { modalities, type Modality } from '#lib/model/provision.ts';
import { createFigures } from '../figures.ts';
import { amounts } from './amounts.ts';
import { findings } from './findings.ts';
import { isPlural, possessive } from './grammar.ts';
import { stances } from './stances.ts';
import { window } from './windows.ts';

const self = [{ name: 'Norland', self: true }];
const mixed = [
  { name: 'Norland', self: true },
  { name: 'Sudland', self: false },
];
const act = 'cease fire';

const first: Readonly<Record<Modality, readonly [ofItself: string, ofBoth: string]>> = {
  must: [
    'Norland binds itself to cease fire (1)',
    'Norland requires Sudland and itself to cease fire (1)',
  ],
  'must-not': [
    'Norland binds itself not to cease fire (1)',
    'Norland forbids Sudland and itself to cease fire (1)',
  ],
  may: [
    'Norland states that it may cease fire (1)',
    'Norland states that Norland and Sudland may cease fire (1)',
  ],
  'need-not': [
    'Norland takes on no duty to cease fire (1)',
    'Norland places no duty on Sudland and itself to cease fire (1)',
  ],
  free: [
    'Norland leaves itself free to cease fire or not (1)',
    'Norland leaves Sudland and itself free to cease fire or not (1)',
  ],
  'to-be-regulated': [
    'Norland wants it laid down whether it must or must not cease fire (1)',
    'Norland wants it laid down whether Norland and Sudland must or must not cease fire (1)',
  ],
};

describe('a party’s norm', () => {
  test.each(modalities)('%s, on itself and on both sides', (modality) => {
    const stance = { subject: 'Norland', modality, act, locators: '(1)', sameModality: false };
    const told = [self, mixed].map((bearers) =>
      stances.norm({ ...stance, bearers, known: 'nothing' }),
    );
    expect(told).toEqual(first[modality]);
  });

  test('a plural subject takes plural verbs and pronouns', () => {
    const bearers = [{ name: 'third states', self: true }];
    const stance = { subject: 'third states', act, bearers, locators: '', sameModality: false };
    expect(
      modalities.map((modality) => stances.norm({ ...stance, modality, known: 'nothing' })),
    ).toEqual([
      'third states bind themselves to cease fire',
      'third states bind themselves not to cease fire',
      'third states state that they may cease fire',
      'third states take on no duty to cease fire',
      'third states leave themselves free to cease fire or not',
      'third states want it laid down whether they must or must not cease fire',
    ]);
  });
});

describe('names', () => {
  test.each([
    ['third states', true],
    ['France and Poland', true],
    ['the European states', true],
    ['the United States', false],
    ['Norland', false],
    ['the Netherlands', false],
    ['Україна', false],
  ])('%s stands in the plural: %s', (name, plural) => {
    expect(isPlural(name)).toBe(plural);
  });

  test.each([
    ['Norland', 'Norland’s'],
    ['the United States', 'the United States’'],
  ])('%s owns: %s', (name, owner) => {
    expect(possessive(name)).toBe(owner);
  });
});

describe('an order of two events', () => {
  test.each([
    [{ min: 0, strict: true }, '‘A’ before ‘B’'],
    [{ min: 0, strict: false }, '‘A’ no later than ‘B’'],
    [{ max: 0, strict: true }, '‘B’ before ‘A’'],
    [{ max: 0, strict: false }, '‘B’ no later than ‘A’'],
    [{ min: 0, max: 0, strict: false }, '‘A’ and ‘B’ at the same time'],
    [{ strict: false }, '‘A’ and ‘B’ in any order'],
    [{ min: 1, strict: false }, '‘B’ at least 1 day after ‘A’'],
    [{ min: 30, strict: true }, '‘B’ more than 30 days after ‘A’'],
    [{ max: 30, strict: false }, '‘B’ no later than 30 days after ‘A’'],
    [{ max: 30, strict: true }, '‘B’ less than 30 days after ‘A’'],
    [{ min: 0, max: 100, strict: false }, '‘B’ within 100 days after ‘A’'],
    [{ min: 10, max: 20, strict: false }, '‘B’ 10 to 20 days after ‘A’'],
    [{ min: 7, max: 7, strict: false }, '‘B’ exactly 7 days after ‘A’'],
    [{ min: -7, max: -7, strict: false }, '‘B’ exactly 7 days before ‘A’'],
    [{ min: -20, max: -10, strict: false }, '‘B’ 10 to 20 days before ‘A’'],
    [{ min: -20, max: 0, strict: false }, '‘B’ within 20 days before ‘A’'],
    [{ min: -5, max: 10, strict: false }, '‘B’ between 5 days before and 10 days after ‘A’'],
    [{ min: -5, strict: false }, '‘B’ no earlier than 5 days before ‘A’'],
    [{ max: -5, strict: false }, '‘B’ at least 5 days before ‘A’'],
    [{ max: -5, strict: true }, '‘B’ more than 5 days before ‘A’'],
    [{ min: -5, strict: true }, '‘B’ later than 5 days before ‘A’'],
  ])('%j', (days, told) => {
    expect(window('A', 'B', days)).toBe(told);
  });
});

describe('figures', () => {
  const figures = createFigures('en', amounts);
  test.each([
    [{ min: 1, max: 1 }, 'day', '1 day'],
    [{ min: 30, max: 30 }, 'day', '30 days'],
    [{ min: 30 }, 'days', 'at least 30 days'],
    [{ max: 1 }, 'persons', 'at most 1 person'],
    [{ min: 10, max: 20 }, '%', '10 to 20 per cent'],
    [{ min: 600000 }, 'people', 'at least 600,000 people'],
    [{ min: 1.5 }, 'km', 'at least 1.5 km'],
    [{ min: -3, max: 0 }, 'EUR', '-3 to 0 EUR'],
    [{}, 'day', 'any figure'],
    [{ min: 2 }, 'одиниці', 'at least 2 одиниці'],
  ])('%j %s', (interval, unit, told) => {
    expect(figures.interval(interval, { unit })).toBe(told);
  });

  test.each([
    ['2025-06-02', '2 June 2025'],
    ['2025-06', 'June 2025'],
    ['2025', '2025'],
    ['2025-06-02T23:30:00Z', '2 June 2025 at 23:30 UTC'],
    ['not a date', 'not a date'],
  ])('the date %s', (date, told) => {
    expect(figures.date(date)).toBe(told);
  });

  test.each([
    [{ min: 30, max: 45 }, 'textual overlap from 30 to 45 days'],
    [{ min: 30, max: 30 }, 'textual overlap at 30 days'],
    [{ min: 30 }, 'textual overlap from 30 days upwards'],
    [{ max: 45 }, 'textual overlap up to 45 days'],
    [{}, 'textual overlap at any figure'],
  ])('the zone %j', (zone, told) => {
    expect(figures.zone(zone, { unit: 'day' })).toBe(told);
  });
});

test('silence is told apart from a text that is struck out, missing or not coded', () => {
  const args = {
    subject: 'A',
    silent: ['B'],
    missing: ['C'],
    deleted: ['D'],
    uncoded: ['E'],
    elsewhere: [],
  };
  expect(findings.alone(args)).toBe(
    'A alone speaks to this in the texts at hand; C’s text is not fully available; ' +
      'E’s text is not wholly coded and reviewed yet; B’s text is fully available and silent on this; ' +
      'in D’s text the clause has been deleted',
  );
});
