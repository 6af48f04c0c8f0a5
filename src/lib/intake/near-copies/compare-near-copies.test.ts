import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNearCopies, type NearCopy } from './compare-near-copies.ts';

const parties = ['Seller', 'Buyer', 'North', 'South'];
const compare = (a: string, b: string, language = 'en'): NearCopy | undefined =>
  compareNearCopies(a, b, { parties, language });

const long = 'The parties shall withdraw their forces from the zone';

describe('near copies', () => {
  test.each<[string, string, string, NearCopy['kind'], NearCopy['relation'], NearCopy['reason']]>([
    ['equal words', `${long}.`, `2.1 ${long}`, 'same', 'same-terms', 'same-words'],
    [
      'other articles and fillers',
      `${long}.`,
      'The parties shall also withdraw their forces from such zone.',
      'same',
      'same-terms',
      'wording-changed',
    ],
    [
      'a duty that is denied',
      `${long}.`,
      'The parties shall not withdraw their forces from the zone.',
      'modality',
      'incompatible',
      'modality-changed',
    ],
    [
      'a duty that becomes a permission',
      `${long}.`,
      'The parties may withdraw their forces from the zone.',
      'modality',
      'fits-within',
      'modality-changed',
    ],
    [
      'a permission and a release',
      'Buyer may return the crates at its own cost.',
      'Buyer need not return the crates at its own cost.',
      'modality',
      'partial-overlap',
      'modality-changed',
    ],
    [
      'another word of the same force',
      `${long}.`,
      'The parties must withdraw their forces from the zone.',
      'object',
      'same-terms',
      'modality-changed',
    ],
    [
      'another bearer',
      'Seller shall insure the goods during the whole voyage.',
      'Buyer shall insure the goods during the whole voyage.',
      'object',
      undefined,
      'bearer-changed',
    ],
    [
      'another bare figure',
      'North shall deliver 40 vehicles at the northern gate.',
      'North shall deliver 60 vehicles at the northern gate.',
      'object',
      'incompatible',
      'figure-changed',
    ],
    [
      'another bound',
      'North shall deliver at least 40 vehicles at the northern gate.',
      'North shall deliver at least 60 vehicles at the northern gate.',
      'object',
      'partial-overlap',
      'figure-changed',
    ],
    [
      'another month, which is no permission',
      'South shall open the crossing for civilians on 1 May 2027.',
      'South shall open the crossing for civilians on 1 June 2027.',
      'object',
      'incompatible',
      'date-changed',
    ],
    [
      'a condition put in',
      'South shall open the crossing for civilians and their goods.',
      'South shall open the crossing for civilians and their goods unless mines remain.',
      'conditional',
      'partial-overlap',
      'condition-changed',
    ],
    [
      'something else asked for',
      'North shall open the eastern bridge for civilians and goods.',
      'North shall open the western bridge for civilians and goods.',
      'object',
      undefined,
      'object-changed',
    ],
    [
      'words put in',
      'North shall open the eastern bridge for civilians.',
      'North shall open the eastern bridge for civilians and their goods.',
      'object',
      'partial-overlap',
      'words-added',
    ],
    [
      'none in the place of all, which counts things and denies nothing',
      'Hansen & Sons will take part in no inspections of the northern depots.',
      'Hansen & Sons will take part in all inspections of the northern depots.',
      'object',
      undefined,
      'object-changed',
    ],
  ])('%s', (_, a, b, kind, relation, reason) => {
    expect(compare(a, b)).toMatchObject({ kind, reason });
    expect(compare(a, b)?.relation).toBe(relation);
  });

  test.each([
    [
      'uk',
      'Сторони повинні відвести війська від лінії.',
      'Сторони можуть відвести війська від лінії.',
    ],
    ['ru', 'Стороны должны отвести войска от линии.', 'Стороны могут отвести войска от линии.'],
    [
      'de',
      'Die Parteien müssen ihre Truppen abziehen.',
      'Die Parteien dürfen ihre Truppen abziehen.',
    ],
    [
      'fr',
      'Les parties doivent retirer leurs forces.',
      'Les parties peuvent retirer leurs forces.',
    ],
  ])('are understood in %s too', (language, a, b) => {
    expect(compare(a, b, language)).toMatchObject({
      kind: 'modality',
      relation: 'fits-within',
      reason: 'modality-changed',
    });
  });

  test('name the words on both sides that a suggestion rests on', () => {
    const [a, b] = ['1. North shall hand over 40 boats.', '7. North shall hand over 60 boats.'];
    const found = compare(a, b);
    expect(found?.rests.a.map(({ from, to }) => a.slice(from, to))).toEqual(['40']);
    expect(found?.rests.b.map(({ from, to }) => b.slice(from, to))).toEqual(['60']);
  });

  test('are no texts that only speak of the same', () => {
    expect(
      compare('North shall open the eastern bridge.', 'The bridge in the east is to stay shut.'),
    ).toBeUndefined();
    expect(compare('', '')).toBeUndefined();
    expect(compare('!', '?')).toBeUndefined();
  });
});

const words = fc.array(
  fc.constantFrom(
    ...'North South shall may not withdraw forces from zone 40 if unless all , .'.split(' '),
  ),
  { maxLength: 14 },
);

test('exchanging the texts changes neither how alike they are nor the relation', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [a, b] = [left.join(' '), right.join(' ')];
      const [there, back] = [compare(a, b), compare(b, a)];
      expect(back?.similarity).toBe(there?.similarity);
      expect(back?.confidence).toBe(there?.confidence);
    }),
    { seed: 9 },
  );
});

test('what differs and what is left make each text', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [a, b] = [left.join(' '), right.join(' ')];
      const found = compare(a, b);
      if (found === undefined) return;
      const rest = (text: string, side: 'a' | 'b'): string => {
        const signs = text.split('');
        for (const difference of found.differences)
          signs.fill(' ', difference[side].from, difference[side].to);
        return signs.join('').replace(/[\s,.]+/g, '');
      };
      expect(rest(a, 'a').toLowerCase()).toBe(rest(b, 'b').toLowerCase());
    }),
    { seed: 9 },
  );
});

test('texts of thousands of equal words are compared like others', () => {
  const text = 'North shall withdraw. '.repeat(5000);
  expect(compare(text, text)?.relation).toBe('same-terms');
  expect(compare(text, 'South may stay here. '.repeat(5000))).toBeUndefined();
});
