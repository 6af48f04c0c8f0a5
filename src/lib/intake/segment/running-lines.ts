/** Heads and feet of pages that stand among the lines of a text: the same words, and a number that grows. */
import type { Span } from '#lib/model/clause.ts';
import { readMarker } from './markers.ts';

/** Fewer repetitions may be the author's. */
const fewestPages = 4;
const longestLine = 120;

/** Where the lines begin that are repeated on each page. */
export function findRunningLines(
  text: string,
  lines: readonly { readonly span: Span }[],
): ReadonlySet<number> {
  const places = new Map<
    string,
    { readonly from: number; readonly figures: readonly string[] }[]
  >();
  for (const { span } of lines) {
    if (span.to - span.from > longestLine) continue;
    const words = text.slice(span.from, span.to).replace(/\s+/g, ' ');
    if (!/\p{L}{3}/u.test(words) || !/\d/.test(words) || readMarker(text, span) !== undefined)
      continue;
    const key = words.replace(/\d+/g, '#');
    const same = places.get(key) ?? [];
    same.push({ from: span.from, figures: words.match(/\d+/g) ?? [] });
    places.set(key, same);
  }
  const running = new Set<number>();
  for (const same of places.values()) {
    if (same.length < fewestPages) continue;
    const columns =
      same[0]?.figures.map((_, at) => same.map(({ figures }) => Number(figures[at]))) ?? [];
    if (!columns.some(isGrowing)) continue;
    for (const { from } of same) running.add(from);
  }
  return running;
}

/** Whether nearly each number is greater than the one before it. */
function isGrowing(numbers: readonly number[]): boolean {
  const rises = numbers.filter(
    (value, index) => index > 0 && value > (numbers[index - 1] ?? 0),
  ).length;
  return rises >= (numbers.length - 1) * 0.9;
}

/** Whether a line belongs to a table of contents: words, dots, a page. */
export const isContentsLine = (line: string): boolean =>
  /(?:\.{5,}|(?:\. ){4,}|…{2,})\s{0,40}(?:\d{1,4}|[ivxl]{1,6})\s*$/i.test(line.slice(-200));
