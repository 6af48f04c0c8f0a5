import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestStart, stepStart, stretchesOf } from './word-starts.ts';

const text = 'Open the port, and pay.';

test.each([
  [0, 5],
  [5, 5],
  [7, 5],
  [8, 9],
  [23, 19],
])('near %i the word at %i begins', (near, start) => {
  expect(nearestStart(text, near)).toBe(start);
});

test('a single word cannot be cut', () => {
  expect(nearestStart('Withdraw.', 4)).toBeUndefined();
  expect(nearestStart('', 0)).toBeUndefined();
});

test('steps go from word to word and stay inside', () => {
  const walk = (step: 1 | -1, from: number): number[] => {
    const seen = [from];
    for (;;) {
      const at = stepStart(text, seen.at(-1) ?? 0, step);
      if (at === seen.at(-1)) return seen;
      seen.push(at);
    }
  };
  expect(walk(1, 5)).toEqual([5, 9, 15, 19]);
  expect(walk(-1, 19)).toEqual([19, 15, 9, 5]);
});

test('stretches make the text again, wherever it is divided', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer({ min: -3, max: 40 })), (words, places) => {
      const stretches = stretchesOf(words, places);
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(words);
      for (const { from, text: part } of stretches) expect(words.startsWith(part, from)).toBe(true);
    }),
    { seed: 7 },
  );
});
