// From what pdf.js tells of a page (positioned strings and drawing orders) to our own `PageContent`.
// Its arguments are untyped arrays; this file alone gives them types.
import { hasVisibleSign } from '../tidy-signs.ts';
import { mendLigatures } from './mend-ligatures.ts';
import type { PageContent, Run } from './page-content.ts';
import { combine, parseMatrix, type Matrix } from './parse-matrix.ts';
import { findRules, glyphsOf, type DrawingOrders } from './parse-rules.ts';
import { tidyLetters } from './tidy-letters.ts';

/** One string of `getTextContent`. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

export interface PageParts {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From the coordinates of the file to ours. */
  readonly toPage: Matrix;
  readonly items: readonly TextItem[];
  readonly orders: DrawingOrders;
  /** The names of the orders: `save`, `transform`, `constructPath`, … */
  readonly codes: Readonly<Record<string, number>>;
  readonly fontName: (id: string) => string;
  readonly damaged: boolean;
}

/** The words and lines of a page in its own coordinates, turned so that most of its words are level. */
export function parsePage(parts: PageParts): PageContent {
  const { number, items, damaged } = parts;
  const turn = mainTurn(items, parts.toPage);
  const { toPage, width, height } = turnPage(parts, turn);
  const runs: Run[] = [];
  const turned: Run[] = [];
  let spaced = false;
  const texts = mendLigatures(
    items.map(({ str }) => str),
    glyphsOf(parts.orders, parts.codes),
  );
  for (const [order, item] of items.entries()) {
    const text = tidyLetters(texts[order] ?? item.str);
    if (!hasVisibleSign(text)) {
      spaced ||= text !== '' || item.str !== '';
      continue;
    }
    const at = combine(toPage, parseMatrix(item.transform));
    const font = parts.fontName(item.fontName);
    const run = makeRun({
      order,
      text,
      page: number,
      at,
      width: item.width,
      scale: scaleOf(toPage),
      font,
      spaced,
    });
    (angleOf(at) === 0 ? runs : turned).push(run);
    spaced = /\s$/.test(text);
  }
  const rules = findRules(parts.orders, toPage, parts.codes);
  return { number, width, height, runs, turned, rules, damaged };
}

function makeRun(options: {
  readonly order: number;
  readonly text: string;
  readonly page: number;
  readonly at: Matrix;
  readonly width: number;
  readonly scale: number;
  readonly font: string;
  readonly spaced: boolean;
}): Run {
  const { order, text, page, at, width, scale, font, spaced } = options;
  const [a, b, , , left, baseline] = at;
  return {
    text: symbolNames.test(font) ? text.trim().replace(/^\ufffd$/, '•') : text.trim(),
    page,
    order,
    left,
    right: left + width * scale,
    baseline,
    size: Math.hypot(a, b) || 1,
    bold: boldNames.test(font),
    mono: monoNames.test(font),
    spaced: spaced || /^\s/.test(text),
  };
}

/** `BX` are the bold ones among the fonts of TeX, `Bd` those of some foundries. */
const boldNames = /bold|black|heavy|demi|(?:CM|SF|EC)BX|Bd(?:It)?$/i;
/** A single sign of such a font is a bullet, whatever it looks like. */
const symbolNames = /dingbat|symbol|wingding|bullet/i;
const monoNames = /courier|mono(?!type)|consolas|(?:CM|SF|EC)TT|menlo|typewriter/i;

const scaleOf = ([a, b]: Matrix): number => Math.hypot(a, b);

/** The direction of writing in quarter turns clockwise (0 is level), or NaN for a slanted one. */
function angleOf([a, b]: Matrix): number {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) > 0.05 ? Number.NaN : (nearest + 4) % 4;
}

function mainTurn(items: readonly TextItem[], toPage: Matrix): number {
  const signs = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    const angle = angleOf(combine(toPage, parseMatrix(transform)));
    if (!Number.isNaN(angle)) signs[angle] = (signs[angle] ?? 0) + str.trim().length;
  }
  return signs.indexOf(Math.max(...signs));
}

/** A page whose words stand upright only when it is turned by so many quarters is turned back. */
function turnPage(
  { toPage, width, height }: PageParts,
  turn: number,
): { readonly toPage: Matrix; readonly width: number; readonly height: number } {
  switch (turn) {
    case 1:
      return { toPage: combine([0, -1, 1, 0, 0, width], toPage), width: height, height: width };
    case 2:
      return { toPage: combine([-1, 0, 0, -1, width, height], toPage), width, height };
    case 3:
      return { toPage: combine([0, 1, -1, 0, height, 0], toPage), width: height, height: width };
    default:
      return { toPage, width, height };
  }
}
