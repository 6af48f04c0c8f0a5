/** How wide text will be, estimated from its letters; drawings are made where nothing can be measured. */
import { fontSize } from './svg.ts';

const narrow = /[\sijlftrI.,:;'’‘“”"|!()[\]/\\·-]/u;
const wide = /[mwMW@%—…шщюжфыШЩЮЖФЫмМ]/u;
const full =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;
const invisible = /[\p{M}\p{Cf}\p{Cc}]/u;

/** Width of a letter as a share of the font size; a little generous, so that text never runs over. */
function share(letter: string): number {
  if (letter !== ' ' && invisible.test(letter)) return 0;
  if (full.test(letter)) return 1.05;
  if (narrow.test(letter)) return 0.36;
  if (wide.test(letter)) return 0.92;
  return /\p{Lu}/u.test(letter) ? 0.74 : 0.6;
}

/** Estimated width in units. */
export function textWidth(text: string, size = fontSize): number {
  let width = 0;
  for (const letter of text) width += share(letter);
  return width * size;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (text: string): readonly string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);

/** As much of the text as fits, with an ellipsis where something is left out. */
export function shortenText(text: string, width: number, size = fontSize): string {
  if (textWidth(text, size) <= width) return text;
  const room = width - textWidth('…', size);
  let kept = '';
  for (const letter of graphemes(text)) {
    if (textWidth(kept + letter, size) > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** Longer labels are cut before they are measured; nobody reads them in a drawing. */
const mostLetters = 600;

export interface Wrapping {
  readonly width: number;
  readonly lines: number;
}

/** Text in lines no wider than `width`; beyond `lines` it ends in an ellipsis. Long words are broken. */
export function wrapText(text: string, { width, lines }: Wrapping): readonly string[] {
  const wanted = text.replace(/\s+/g, ' ').trim().slice(0, mostLetters);
  const wrapped: string[] = [];
  let line = '';
  for (const word of wanted.split(' ').flatMap((part) => breakWord(part, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= width || line === '') line = longer;
    else {
      wrapped.push(line);
      line = word;
    }
  }
  if (line !== '') wrapped.push(line);
  if (wrapped.length <= lines) return wrapped;
  const last = wrapped.slice(lines - 1).join(' ');
  return [...wrapped.slice(0, lines - 1), shortenText(last, width)];
}

function breakWord(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of graphemes(word)) {
    if (part !== '' && textWidth(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** The widest of some lines. */
export const widest = (lines: readonly string[]): number =>
  Math.max(0, ...lines.map((line) => textWidth(line)));
