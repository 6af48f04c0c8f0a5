/**
 * The number or bullet at the start of a line, with every way it may be read: `(i)` is the first of
 * one list and the ninth of another, and only the lines around it tell which.
 */
import type { Span } from '#lib/model/clause.ts';
import { cyrillicOrdinal, insertionOf, latinOrdinal, romanOrdinal } from './numerals.ts';
import { optionWords, ordinalWords, partByWord, type PartWord } from './segment-words.ts';

/** One way to read a number: items of one list share the `shape`; `path` is `[3, 1]` for `3.1`. */
export interface Reading {
  readonly shape: string;
  readonly ordinal: number;
  readonly path: readonly number[];
}

export interface Marker {
  readonly span: Span;
  readonly sort: 'number' | 'part' | 'option' | 'bullet';
  readonly readings: readonly Reading[];
  /** The option a numbered item is: `II.A Option 1.` */
  readonly option?: Reading;
  /** The sort of part a word names: `Article`, `Розділ`. */
  readonly part?: PartWord;
  /** Whether it might as well be a figure or an initial that a sentence begins with. */
  readonly isWeak: boolean;
}

/** No marker is longer, so that nothing looks further. */
const longestMarker = 64;

const insertion = String.raw`(?:\s?(?:bis|ter|quater|quat|quinquies|sexies|alt)\b|-\d{1,2}(?!\d)|[a-zа-яґєії](?![\p{L}\d]))`;
const number = String.raw`\d{1,3}(?:\.\d{1,3}){0,5}`;
const boundary = String.raw`(?=\s|$)`;

const partPattern = new RegExp(
  String.raw`^(?:(\p{L}[\p{L}-]{1,16})\s{1,3}|(\p{L}{1,5}\.|§{1,2}|№|n°)\s{0,3})(${number}|[ivxlcіхс]{1,7}|\p{Lu}|\p{L}{3,10})(${insertion})?([.:)\]]?)(?=[\s*_–—-]|$)`,
  'iu',
);
const decimalPattern = new RegExp(
  String.raw`^([(\[]?)(${number})(${insertion})?([.)\]:]{0,2})${boundary}`,
  'iu',
);
const letterPattern = new RegExp(
  String.raw`^(\(?)(\p{L}{1,7})(${insertion})?([.)]{1,2})${boundary}`,
  'u',
);
const bulletPattern = /^(?:[-–—*•·▪◦●○■□➢➤►▶→⇒✓✔‣⁃+»]|o(?=\s\s?\p{Lu})|-->?|=>)(?=\s)/u;

/** The marker that begins the words of a line, or undefined. */
export function readMarker(text: string, { from, to }: Span): Marker | undefined {
  const head = text.slice(from, Math.min(to, from + longestMarker));
  const marker = readBullet(head, from) ?? readPart(head, from) ?? readNumber(head, from);
  if (marker?.sort !== 'number') return marker;
  const rest = head.slice(marker.span.to - from).replace(/^[\s*_]+/, '');
  const behind = /^\p{L}/u.test(rest) ? readPart(rest, 0) : undefined;
  const option = behind?.sort === 'option' ? behind.readings[0] : undefined;
  return option === undefined ? marker : { ...marker, option };
}

function readBullet(head: string, from: number): Marker | undefined {
  const match = bulletPattern.exec(head);
  if (match === null) return undefined;
  const span = { from, to: from + match[0].length };
  return { span, sort: 'bullet', readings: [], isWeak: match[0] === '+' };
}

function readPart(head: string, from: number): Marker | undefined {
  const match = partPattern.exec(head);
  if (match === null) return undefined;
  const [whole, long = '', short = '', figure = '', suffix = '', close = ''] = match;
  const word = long + short;
  const name = word.toLowerCase();
  const isOption = optionWords.has(name);
  const part = partByWord.get(name) ?? partByWord.get(name.replace(/\.$/, ''));
  if (!isOption && part === undefined) return undefined;
  const readings = readFigure(figure, suffix).map((reading) => ({
    ...reading,
    shape: `${isOption ? 'option' : (part ?? '')} ${reading.shape}`,
  }));
  const after = head.slice(whole.length);
  if (readings.length === 0 || goesOnAsSentence(after, close)) return undefined;
  const span = { from, to: from + whole.length };
  if (part === undefined || isOption) return { span, sort: 'option', readings, isWeak: false };
  return { span, sort: 'part', readings, part, isWeak: false };
}

/** Whether `Article 5` opens a sentence ("Article 5 of the Charter …") instead of naming a part. */
function goesOnAsSentence(after: string, close: string): boolean {
  if (close !== '') return false;
  const words = after.replace(/^[\s*_]+/, '');
  if (words === '' || /^[–—\-:([“"«„|*]/.test(words)) return false;
  const next = /^\p{L}[\p{L}.-]*/u.exec(words)?.[0] ?? '';
  return !/^\p{Lu}/u.test(words) || partByWord.has(next.toLowerCase());
}

function readNumber(head: string, from: number): Marker | undefined {
  return readDecimal(head, from) ?? readMixed(head, from) ?? readLetters(head, from);
}

const mixedPattern =
  /^\[?((?:[IVXLCІХ]{1,6}|\p{Lu}|\d{1,3})(?:\.(?:\d{1,3}|\p{L}|[ivx]{1,4}|[IVX]{1,4})){1,4})[.)\]:]{0,2}(?=\s|$)/u;

/** A number of several sorts of parts: `II.B.9`, `A.1`, `3.a`; an abbreviation such as `U.S.` is none. */
function readMixed(head: string, from: number): Marker | undefined {
  const match = mixedPattern.exec(head);
  const [whole = '', figure = ''] = match ?? [];
  const parts = figure.split('.');
  const isNumber = /\d/.test(figure) || /^[IVX]{2,}\.\p{Lu}$/u.test(figure);
  if (match === null || !isNumber) return undefined;
  const path = parts.map((part, index) => valueOfPart(part, index === 0));
  if (path.includes(0)) return undefined;
  const shape = parts
    .map((part) => (/\d/.test(part) ? '1' : /^\p{Lu}/u.test(part) ? 'A' : 'a'))
    .join('.');
  const readings = [{ shape, ordinal: path.at(-1) ?? 0, path }];
  return { span: { from, to: from + whole.length }, sort: 'number', readings, isWeak: false };
}

/** The value of a part; the outermost letters are roman where they can be. */
function valueOfPart(part: string, isOutermost: boolean): number {
  if (/^\d/.test(part)) return Number(part);
  const roman = romanOrdinal(part);
  if ((isOutermost || part.length > 1) && roman !== undefined) return roman;
  return latinOrdinal(part) ?? cyrillicOrdinal(part) ?? 0;
}

function readDecimal(head: string, from: number): Marker | undefined {
  const match = decimalPattern.exec(head);
  if (match === null) return undefined;
  const [whole, open = '', figure = '', suffix = '', close = ''] = match;
  if ((open === '[') !== close.includes(']') || open === '[') return undefined;
  if (open === '(' && !close.startsWith(')')) return undefined;
  const path = figure.split('.').map(Number);
  const after = head.slice(whole.length);
  const isBare = close === '';
  if (isBare && path.length === 1 && !/^(?:\t| {2,}\S)/.test(after)) return undefined;
  const ordinal = (path.at(-1) ?? 0) + insertionOf(suffix);
  const shape = `${open}${path.map(() => '1').join('.')}${shapeOfClose(close, path.length)}`;
  const isWeak = (isBare && !/^\s+[\p{Lu}"“«„([*_]/u.test(after)) || (path[0] ?? 0) > 99;
  const readings = [{ shape, ordinal, path: [...path.slice(0, -1), ordinal] }];
  return { span: { from, to: from + whole.length }, sort: 'number', readings, isWeak };
}

/** `1.1` and `1.1.` are of one list, `1.` and `1)` are not. */
const shapeOfClose = (close: string, components: number): string =>
  components > 1 ? '' : close.charAt(0);

function readLetters(head: string, from: number): Marker | undefined {
  const match = letterPattern.exec(head);
  if (match === null) return undefined;
  const [whole, open = '', letters = '', suffix = '', close = ''] = match;
  if (open === '(' && !close.startsWith(')')) return undefined;
  const readings = readLetter(letters, suffix).map((reading) => ({
    ...reading,
    shape: `${open}${reading.shape}${close.charAt(0)}`,
  }));
  if (readings.length === 0) return undefined;
  const isInitial = open === '' && close === '.' && /^\p{Lu}$/u.test(letters);
  const span = { from, to: from + whole.length };
  return { span, sort: 'number', readings, isWeak: isInitial };
}

/** A figure, a letter or a spelt ordinal behind the word for a part. */
function readFigure(figure: string, suffix: string): readonly Reading[] {
  if (/^\d/.test(figure)) {
    const path = figure.split('.').map(Number);
    const ordinal = (path.at(-1) ?? 0) + insertionOf(suffix);
    const shape = path.map(() => '1').join('.');
    return [{ shape, ordinal, path: [...path.slice(0, -1), ordinal] }];
  }
  const spelt = ordinalWords.get(figure.toLowerCase());
  if (spelt !== undefined && figure.length > 2) return [reading('one', spelt)];
  return readLetter(figure, suffix);
}

function readLetter(letters: string, suffix: string): readonly Reading[] {
  const isUpper = letters === letters.toUpperCase();
  if (!isUpper && letters !== letters.toLowerCase()) return [];
  const more = insertionOf(suffix);
  const found: Reading[] = [];
  const add = (shape: string, ordinal: number | undefined): void => {
    if (ordinal !== undefined)
      found.push(reading(isUpper ? shape.toUpperCase() : shape, ordinal + more));
  };
  const roman = romanOrdinal(letters);
  // `ii` is the second of roman numerals, not the ninth doubled letter.
  if (letters.length === 1 || roman === undefined) add('a', latinOrdinal(letters));
  add('i', roman);
  if (letters.length === 1) add('cyr', cyrillicOrdinal(letters));
  return found;
}

const reading = (shape: string, ordinal: number): Reading => ({ shape, ordinal, path: [ordinal] });
