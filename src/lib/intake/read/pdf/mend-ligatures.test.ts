import { expect, test } from 'vitest';
import { mendLigatures } from './mend-ligatures.ts';

const drawn = (...glyphs: readonly string[]): readonly string[] => glyphs;
// Drawn from left to right; the glyph of two letters comes out of pdf.js with its letters exchanged.
const glyphs = drawn('ة', 'ي', 'ج', 'ا', 'ت', 'ن', 'لإ', 'ا');
const garbled = 'اإلنتاجية';
const right = 'الإنتاجية';

test.each([
  ['letters of one glyph stand in their own order', [garbled], glyphs, [right]],
  ['spaces stay in place', ['اإلنتا جية'], glyphs, ['الإنتا جية']],
  [
    'texts in other scripts between are passed by',
    ['North', garbled],
    [...Array.from('North'), ...glyphs],
    ['North', right],
  ],
  ['numbers keep their order', ['ا12ال'], drawn('لا', '1', '2', 'ا'), ['ا12لا']],
  ['nothing is touched where glyphs and text differ', [garbled], drawn('لا', 'ب'), [garbled]],
  ['nothing is touched without such glyphs', ['بت'], drawn('ت', 'ب'), ['بت']],
])('%s', (_name, texts, of, expected) => {
  expect(mendLigatures(texts, of)).toEqual(expected);
});
