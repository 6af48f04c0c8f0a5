import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';
import { readBullet, readSymbols, signOf } from './symbol-fonts.ts';

test.each<[string, number, string]>([
  ['decimal', 12, '12'],
  ['decimalZero', 3, '03'],
  ['lowerLetter', 26, 'z'],
  ['lowerLetter', 28, 'bb'],
  ['upperLetter', 3, 'C'],
  ['lowerRoman', 14, 'xiv'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['ordinal', 11, '11th'],
  ['ordinal', 22, '22nd'],
  ['russianLower', 10, 'к'],
  ['chicago', 5, '**'],
  ['decimalEnclosedCircle', 2, '②'],
  ['chineseCounting', 21, '二十一'],
  ['thaiNumbers', 10, '๑๐'],
  ['none', 4, ''],
  ['somethingElse', 4, '4'],
  ['constructor', 4, '4'],
])('as %s, %i is written %s', (format, value, expected) => {
  expect(formatNumber(value, format)).toBe(expected);
});

test.each(['lowerLetter', 'upperRoman', 'chineseCounting', 'decimalEnclosedCircle'])(
  'numbers beyond what %s can write are figures',
  (format) => {
    expect(formatNumber(999_999_999, format)).toBe('999999999');
    expect(formatNumber(-1, format)).toBe('-1');
  },
);

test.each<[string | undefined, number, string | undefined]>([
  ['Symbol', 0xf0b7, '•'],
  ['Symbol', 0xf061, 'α'],
  ['Symbol', 0xf07e, '∼'],
  ['Symbol', 0xf0de, '⇒'],
  ['Wingdings', 0xf0a8, '◻'],
  ['Wingdings', 0x6e, '■'],
  ['Wingdings 2', 0xf001, undefined],
  ['Arial', 0x41, 'A'],
  ['Arial', 0xf041, undefined],
])('in the font %s the code %i is %s', (font, code, expected) => {
  expect(signOf(font, code)).toBe(expected);
});

test('words keep what no font explains, and bullets become round', () => {
  expect(readSymbols('a \uf0b3 b \uf8ff', 'Symbol')).toBe('a ≥ b \uf8ff');
  expect(readBullet('\uf8ff', 'Own Font')).toBe('•');
  expect(readBullet('–', undefined)).toBe('–');
});
