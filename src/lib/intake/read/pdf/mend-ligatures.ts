// pdf.js puts text that runs from right to left into reading order by turning it around sign by sign.
// One glyph may stand for two letters, though (lam and alef in Arabic), and those come out exchanged.
// The glyphs as they are drawn tell which letters belong together, so that this can be undone exactly;
// where the glyphs do not match the text, nothing is touched.
import { isRightToLeft } from './reading-order.ts';

/** The texts of a page in the order of the file, with letters of one glyph in their own order. */
export function mendLigatures(
  texts: readonly string[],
  glyphs: readonly string[],
): readonly string[] {
  const drawn = glyphs.filter((glyph) => glyph.trim() !== '');
  if (!drawn.some((glyph) => glyph.length > 1 && isRightToLeft(glyph))) return texts;
  const mended: string[] = [];
  let next = 0;
  for (const text of texts) {
    const letters = text.replace(/\s/g, '');
    const own: string[] = [];
    for (let length = 0; length < letters.length && next < drawn.length; next += 1) {
      const glyph = drawn[next] ?? '';
      own.push(glyph);
      length += glyph.length;
    }
    // Once out of step, nothing that follows can be told.
    if (!isSameSigns(own.join(''), letters)) return [...mended, ...texts.slice(mended.length)];
    mended.push(
      fill(
        text,
        readingOrders(own).find((order) => turned(order) === letters),
      ),
    );
  }
  return mended;
}

const isSameSigns = (a: string, b: string): boolean =>
  a.length === b.length && Array.from(a).sort().join('') === Array.from(b).sort().join('');

/** The glyphs turned around, and the same with numbers left as they are drawn. */
function readingOrders(glyphs: readonly string[]): readonly (readonly string[])[] {
  const backwards = glyphs.toReversed();
  const kept: string[] = [];
  let number: string[] = [];
  for (const glyph of backwards) {
    if (/^[\d.,:/]$/.test(glyph)) {
      number.unshift(glyph);
      continue;
    }
    kept.push(...number, glyph);
    number = [];
  }
  return [backwards, [...kept, ...number]];
}

/** What turning around sign by sign makes of glyphs in reading order. */
const turned = (glyphs: readonly string[]): string =>
  glyphs.map((glyph) => Array.from(glyph).reverse().join('')).join('');

/** Puts the letters of glyphs in the places of a text's letters, between its spaces. */
function fill(text: string, order: readonly string[] | undefined): string {
  if (order === undefined) return text;
  const letters = order.join('');
  let at = 0;
  return text.replace(/\S/g, () => letters.charAt(at++));
}
