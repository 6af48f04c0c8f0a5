import { expect, test } from 'vitest';
import { tidyLetters } from './tidy-letters.ts';

test.each([
  ['eﬃcient ﬂags', 'efficient flags', 'ligatures are taken apart'],
  ['cafe\u0301', 'café', 'accents are composed'],
  ['²nd ½', '²nd ½', 'raised letters and fractions stay'],
  ['\uf0b7 first', '• first', 'a bullet of a symbol font is a bullet'],
  ['a\u00a0b\u2009c\u200bd', 'a b cd', 'odd spaces are spaces, those without width are gone'],
  ['\ufefb', 'لا', 'Arabic forms are letters'],
  ['a\u0001b\ud800', 'a\ufffdb\ufffd', 'signs without meaning stay as signs'],
  ['می\u200cروم', 'می\u200cروم', 'the joiner that Persian writes stays'],
])('%j becomes %j: %s', (source, expected) => {
  expect(tidyLetters(source)).toBe(expected);
});
