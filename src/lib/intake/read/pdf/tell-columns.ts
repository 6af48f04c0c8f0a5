// In justified prose wide gaps also come to lie above each other, so that a corridor between columns has
// to be wider than the other gaps of its rows, and the words right of it have to begin at one place.
import { findMarker } from '../marker.ts';
import { isHeadingPair } from './amendment-headings.ts';
import { middleOf, sideOf, splitRuns, type Band, type Corridor } from './corridors.ts';
import { commonest, medianOf } from './medians.ts';
import type { Row } from './page-content.ts';
import { rowText } from './row-text.ts';

/** Whether a corridor parts two columns, rather than words of one line. */
export function isColumns(rows: readonly Row[], band: Band, known?: Corridor): boolean {
  const { first, last, corridor } = band;
  const both = rows.slice(first, last + 1).filter((row) => sideOf(row, corridor) === 'both');
  const [head] = both;
  if (head === undefined) return false;
  const pairs = both.map((row) => splitRuns([row], corridor));
  const lefts = pairs.map(({ left }) => rowText({ runs: left }));
  const isMostly = (test: (text: string) => boolean, share: number): boolean =>
    lefts.filter(test).length > share * lefts.length;
  if (isMostly(isMarker, 0.6) || isMostly(endsInDots, 0.5)) return false;
  if (isHeadingPair(head, corridor) && isWidestGap(head, corridor)) {
    // Below its headings a column may stay empty: a wholly new article.
    const below = rows.slice(rows.indexOf(head) + 1, last + 1);
    // At the end of a page even both, if tables before had these headings.
    const isLast = known !== undefined && rows.at(-1) === head;
    return isLast || below.some((row) => sideOf(row, corridor) !== 'left');
  }
  const size = medianOf(
    both.map((row) => row.size),
    10,
  );
  const width = (corridor.to - corridor.from) / size;
  const starts = pairs.map(({ right }) => right[0]?.left ?? 0);
  const aligned = commonest(starts, 2).count / both.length;
  if (both.length === 2) return width >= 2.5 && aligned === 1;
  if (both.length < 3) return false;
  const wide = both.filter((row) => isWidestGap(row, corridor)).length;
  return wide >= 0.7 * both.length && (aligned >= 0.6 || width >= 2);
}

/** A number or bullet, or a sign too short to be a cell of words. */
const isMarker = (text: string): boolean => findMarker(`${text} `) === text || text.length <= 2;

/** As the entries of a table of contents do before the number of the page. */
const endsInDots = (text: string): boolean => /(?:\.\s?){4}$/.test(text);

/** A gap this wide, as a share of the letters' size, is no space even in badly justified prose. */
const columnGap = 1.4;

/** Whether the gap of a row at a corridor is clearly wider than a space, or than its other gaps. */
function isWidestGap(row: Row, corridor: Corridor): boolean {
  const middle = middleOf(corridor);
  const others: number[] = [];
  let here = 0;
  for (const [i, run] of row.runs.entries()) {
    const next = row.runs[i + 1];
    if (next === undefined) break;
    if (run.right <= middle && next.left >= middle) here = next.left - run.right;
    else others.push(next.left - run.right);
  }
  return here >= columnGap * row.size || here > 1.5 * Math.max(row.size / 3, medianOf(others, 0));
}
