import { romanNumeral } from '../../roman-numeral.ts';

/** The number formats lists are written in (ISO/IEC 29500-1, 17.18.59), as far as papers use them. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: (value) => repeatLetter(value, 'abcdefghijklmnopqrstuvwxyz'),
  upperLetter: (value) => repeatLetter(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  lowerRoman: (value) => romanNumeral(value).toLowerCase(),
  upperRoman: romanNumeral,
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  russianLower: (value) => repeatLetter(value, 'абвгдежзиклмнопрстуфхцчшщэюя'),
  russianUpper: (value) => repeatLetter(value, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ'),
  chicago: (value) => repeatLetter(value, '*†‡§'),
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedCircle: (value) => fromSigns(value, '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
  hebrew1: (value) => fromSigns(value, 'אבגדהוזחט'),
  arabicAlpha: (value) => fromSigns(value, 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  arabicAbjad: (value) => fromSigns(value, 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'),
  hindiNumbers: (value) => digits(value, '०१२३४५६७८९'),
  thaiNumbers: (value) => digits(value, '๐๑๒๓๔๕๖๗๘๙'),
  decimalFullWidth: (value) => digits(value, '０１２３４５６７８９'),
  ideographDigital: (value) => digits(value, '〇一二三四五六七八九'),
  chineseCounting: (value) => chinese(value),
  chineseCountingThousand: (value) => chinese(value),
  japaneseCounting: (value) => chinese(value),
  taiwaneseCountingThousand: (value) => chinese(value),
  none: () => '',
  bullet: () => '',
};

/** Letters are said again and again beyond the alphabet; nobody counts on for long. */
const mostRepeats = 20;

/** A number as a list of this format shows it; formats that are not known show figures. */
export function formatNumber(value: number, format: string): string {
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return write === undefined ? String(value) : write(value);
}

/** a, b, … z, aa, bb, … as word processors go on, and not ab. */
function repeatLetter(value: number, letters: string): string {
  const round = Math.ceil(value / letters.length);
  if (value < 1 || round > mostRepeats) return String(value);
  return letters.charAt((value - 1) % letters.length).repeat(round);
}

function ordinalEnding(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

const fromSigns = (value: number, signs: string): string =>
  signs.charAt(value - 1) || String(value);

const digits = (value: number, signs: string): string =>
  String(value).replace(/\d/g, (digit) => signs.charAt(Number(digit)));

/** Chinese and Japanese counting up to 99; larger numbers as figures. */
function chinese(value: number): string {
  const signs = '零一二三四五六七八九';
  if (value < 0 || value > 99) return String(value);
  if (value < 10) return signs.charAt(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 1 ? '' : signs.charAt(tens)}十${ones === 0 ? '' : signs.charAt(ones)}`;
}
