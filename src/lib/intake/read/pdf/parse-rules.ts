// The straight lines and glyphs of a page, out of the drawing orders of pdf.js. Their arguments are
// untyped arrays.
import type { Rule } from './page-content.ts';
import { combine, parseMatrix, type Matrix } from './parse-matrix.ts';

/** Orders of `getOperatorList`, by the numbers pdf.js gives them. */
export interface DrawingOrders {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A box thinner than this is a line; Word draws borders as such boxes. */
const thickest = 3;
/** A page with more lines than this is a drawing, not a table. */
const mostRules = 5000;

/** The straight lines that are painted on a page; those that only cut out or are slanted are not. */
export function findRules(
  { fnArray, argsArray }: DrawingOrders,
  toPage: Matrix,
  codes: Readonly<Record<string, number>>,
): readonly Rule[] {
  const rules: Rule[] = [];
  const painted = new Set(
    ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
      (name) => codes[name],
    ),
  );
  const stroked = new Set(
    ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke'].map((name) => codes[name]),
  );
  const saved: Matrix[] = [];
  let now = toPage;
  for (const [i, code] of fnArray.entries()) {
    const args = argsArray[i];
    if (code === codes['save']) saved.push(now);
    else if (code === codes['restore'] || code === codes['paintFormXObjectEnd'])
      now = saved.pop() ?? toPage;
    else if (code === codes['transform']) now = combine(now, parseMatrix(args));
    else if (code === codes['paintFormXObjectBegin']) {
      saved.push(now);
      if (Array.isArray(args) && args[0] !== null) now = combine(now, parseMatrix(args[0]));
    } else if (code === codes['constructPath'] && Array.isArray(args)) {
      const [paint, path] = args as [number, readonly unknown[]];
      const fills = painted.has(paint);
      if (fills || stroked.has(paint)) {
        for (const points of pathsOf(path[0], now)) {
          rules.push(...(fills ? thinBox(points) : straightSides(points)));
        }
      }
    }
    if (rules.length > mostRules) return [];
  }
  return rules;
}

type Point = readonly [number, number];

/** The corners of each stretch of a path; curves count by their ends. */
function pathsOf(data: unknown, now: Matrix): readonly (readonly Point[])[] {
  if (!ArrayBuffer.isView(data)) return [];
  const numbers = data as Float32Array;
  const paths: Point[][] = [];
  let points: Point[] = [];
  const reach = (at: number): void => {
    const x = numbers[at] ?? 0;
    const y = numbers[at + 1] ?? 0;
    points.push([now[0] * x + now[2] * y + now[4], now[1] * x + now[3] * y + now[5]]);
  };
  for (let i = 0; i < numbers.length;) {
    const step = numbers[i];
    if (step === 0) {
      points = [];
      paths.push(points);
    }
    if (step === 0 || step === 1) reach(i + 1);
    else if (step === 2) reach(i + 5);
    else if (step === 3) reach(i + 3);
    else if (points[0] !== undefined) points.push(points[0]);
    i += stepLengths[step ?? 4] ?? 1;
  }
  return paths;
}

/** Numbers a step of a path takes: move, line, curve, quadratic curve, close. */
const stepLengths = [3, 3, 7, 5, 1];

function thinBox(points: readonly Point[]): readonly Rule[] {
  if (points.length < 4 || points.length > 6) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= thickest && right - left > bottom - top)
    return [{ along: 'row', at: (top + bottom) / 2, from: left, to: right }];
  if (right - left <= thickest && bottom - top > right - left)
    return [{ along: 'column', at: (left + right) / 2, from: top, to: bottom }];
  return [];
}

function straightSides(points: readonly Point[]): readonly Rule[] {
  const sides: Rule[] = [];
  for (const [i, [x, y]] of points.entries()) {
    const next = points[i + 1];
    if (next === undefined) break;
    const [u, v] = next;
    if (Math.abs(v - y) < 0.5 && Math.abs(u - x) > 1)
      sides.push({ along: 'row', at: (y + v) / 2, from: Math.min(x, u), to: Math.max(x, u) });
    else if (Math.abs(u - x) < 0.5 && Math.abs(v - y) > 1)
      sides.push({ along: 'column', at: (x + u) / 2, from: Math.min(y, v), to: Math.max(y, v) });
  }
  return sides;
}

/** The letters of each glyph that is drawn, in the order of the file; a glyph may stand for several. */
export function glyphsOf(
  { fnArray, argsArray }: DrawingOrders,
  codes: Readonly<Record<string, number>>,
): readonly string[] {
  const glyphs: string[] = [];
  for (const [i, code] of fnArray.entries()) {
    const args = argsArray[i];
    if (code !== codes['showText'] || !Array.isArray(args) || !Array.isArray(args[0])) continue;
    for (const glyph of args[0] as readonly unknown[]) {
      if (typeof glyph === 'object' && glyph !== null && 'unicode' in glyph)
        glyphs.push(String(glyph.unicode));
    }
  }
  return glyphs;
}
