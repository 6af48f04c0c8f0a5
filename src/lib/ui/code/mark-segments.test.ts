import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markSegments, placeWords, trimWords } from './mark-segments.ts';

const span = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

test('whatever is marked, no sign of the clause is lost, doubled or moved', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.option(span, { nil: undefined }),
      fc.array(span, { maxLength: 4 }),
      fc.nat({ max: 40 }),
      (text, chosen, others, ownLength) => {
        const segments = markSegments(text, { chosen, others, ownLength });
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        let at = 0;
        for (const segment of segments) {
          const isChosen = chosen !== undefined && chosen.from <= at && at < chosen.to;
          expect(segment.mark === 'chosen').toBe(isChosen);
          expect(segment.own).toBe(at < ownLength);
          at += segment.text.length;
        }
      },
    ),
  );
});

test('the words in hand stand out where they share words with another provision', () => {
  const text = 'leave the bay and open the port';
  const segments = markSegments(text, {
    chosen: { from: 6, to: 13 },
    others: [{ from: 0, to: 9 }],
    ownLength: text.length,
  });
  expect(segments.map(({ text: words, mark }) => [words, mark])).toEqual([
    ['leave ', 'other'],
    ['the', 'chosen'],
    [' bay', 'chosen'],
    [' and open the port', undefined],
  ]);
});

test.each([
  ['at the place told', 4, 'bay', { from: 4, to: 7 }],
  ['at the nearest place', 9, 'bay', { from: 12, to: 15 }],
  ['nowhere', 0, 'port', undefined],
  ['nowhere when nothing is said', 0, '  ', undefined],
])('words are found %s', (_, from, exact, found) => {
  expect(placeWords('the bay the bay', { from, exact })).toEqual(found);
});

test('a selection that took spaces along is the words alone', () => {
  expect(trimWords(3, ' the bay \n')).toEqual({ from: 4, exact: 'the bay' });
});
