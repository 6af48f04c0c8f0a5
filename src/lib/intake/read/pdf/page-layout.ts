// A page, from above to below, as stretches of running text and tables; two columns of running text
// are read one after the other.
import { isHeadingPair } from './amendment-headings.ts';
import { middleOf, sideOf, splitRuns, type Corridor } from './corridors.ts';
import { findBand, lastOfBand, type Band } from './find-band.ts';
import { groupRows } from './group-rows.ts';
import { medianOf } from './medians.ts';
import type { Row, Rule } from './page-content.ts';
import { rowText } from './row-text.ts';
import { makeTable, type Table } from './table-rows.ts';

export type Region =
  | { readonly kind: 'flow'; readonly rows: readonly Row[] }
  | { readonly kind: 'table'; readonly table: Table };

/** Columns inside columns inside columns are no longer a page. */
const deepest = 8;

/** The regions of a page in reading order. `open` is the table the page before ended with. */
export function layPage(
  rows: readonly Row[],
  rules: readonly Rule[],
  open: Table | undefined,
): readonly Region[] {
  const claimed = open === undefined ? 0 : claimRows(rows, open);
  if (claimed === 0 || open === undefined) return layRows(rows, rules, 0);
  const [corridor] = open.corridors;
  if (corridor === undefined) return layRows(rows, rules, 0);
  const band: Band = { first: 0, last: claimed - 1, corridor, ruled: false };
  const table = makeTable(rows.slice(0, claimed), band, rules);
  return [{ kind: 'table', table }, ...layRows(rows.slice(claimed), rules, 0)];
}

/** How many rows at the head of a page go on in the columns of the table before it. */
function claimRows(rows: readonly Row[], { corridors }: Table): number {
  const [corridor] = corridors;
  const [head] = rows;
  if (corridor === undefined || head === undefined || corridors.length > 1) return 0;
  const crossing = rows.findIndex((row) => sideOf(row, corridor) === 'crossing');
  const free = crossing === -1 ? rows.length : crossing;
  if (free === 0 || isHeadingPair(head, corridor)) return 0;
  const last = lastOfBand(rows, { first: 0, last: free - 1, corridor, ruled: false });
  const within = rows.slice(0, last + 1);
  const { left, right } = splitRuns(within, corridor);
  if (right.length > 0) return last + 1;
  // Words on the left alone are of the table only if they are broken at its column's end.
  const isNarrow =
    left.length > 0 && within.length > 1 && (within[0]?.right ?? 0) > corridor.from - 40;
  return isNarrow ? last + 1 : 0;
}

function layRows(rows: readonly Row[], rules: readonly Rule[], depth: number): readonly Region[] {
  if (rows.length === 0) return [];
  const found = depth < deepest ? findBand(rows, rules) : undefined;
  if (found === undefined) return [{ kind: 'flow', rows }];
  const band = { ...found, last: endOfTable(rows, found) };
  const within = rows.slice(band.first, band.last + 1);
  return [
    ...layRows(rows.slice(0, band.first), rules, depth),
    ...layBand(within, band, { rules, depth: depth + 1 }),
    ...layRows(rows.slice(band.last + 1), rules, depth),
  ];
}

/**
 * A table of amendments ends before the headings of the next, and before the words that stand above
 * those on the left: the name of the next article.
 */
function endOfTable(rows: readonly Row[], { first, last, corridor }: Band): number {
  const next = rows.findIndex((row, i) => i > first && i <= last && isHeadingPair(row, corridor));
  if (next === -1) return last;
  let end = next - 1;
  while (end > first && isLeftOnly(rows[end], corridor) && isNear(rows[end], rows[end + 1]))
    end -= 1;
  return end;
}

const isLeftOnly = (row: Row | undefined, corridor: Corridor): boolean =>
  row !== undefined && sideOf(row, corridor) === 'left';

/** At most two lines apart. */
const isNear = (above: Row | undefined, below: Row | undefined): boolean =>
  above !== undefined &&
  below !== undefined &&
  below.baseline - above.baseline < 2.6 * Math.max(above.size, below.size);

function layBand(
  rows: readonly Row[],
  band: Band,
  { rules, depth }: { readonly rules: readonly Rule[]; readonly depth: number },
): readonly Region[] {
  if (!isRunningText(rows, band, rules))
    return [{ kind: 'table', table: makeTable(rows, band, rules) }];
  const { left, right } = splitRuns(rows, band.corridor);
  return [...layRows(groupRows(left), rules, depth), ...layRows(groupRows(right), rules, depth)];
}

/** Fewer rows than this side by side are a table. */
const leastRows = 6;
/** The share of lines that run to the end of their column in running text. */
const fullLines = 0.5;
/** Columns that share more than this part of their words are an old and a new text. */
const sharedWords = 0.45;

/** Whether two columns are one text after the other, as in a newspaper, and not cells of a table. */
function isRunningText(rows: readonly Row[], band: Band, rules: readonly Rule[]): boolean {
  const { corridor } = band;
  const both = rows.filter((row) => sideOf(row, corridor) === 'both');
  const [head] = both;
  if (both.length < leastRows || head === undefined || isHeadingPair(head, corridor)) return false;
  if (band.ruled && hasRuleAcross(rows, corridor, rules)) return false;
  const { left, right } = splitRuns(rows, corridor);
  const sides = [left, right].map((runs) => groupRows(runs));
  if (!sides.every(isFull)) return false;
  const [a, b] = sides.map(wordsOf);
  return a !== undefined && b !== undefined && overlap(a, b) < sharedWords;
}

function hasRuleAcross(rows: readonly Row[], corridor: Corridor, rules: readonly Rule[]): boolean {
  const middle = middleOf(corridor);
  const top = (rows[0]?.baseline ?? 0) - 40;
  const bottom = (rows.at(-1)?.baseline ?? 0) + 40;
  return rules.some(
    ({ along, at, from, to }) =>
      along === 'row' && at > top && at < bottom && from < middle && to > middle - 2,
  );
}

function isFull(rows: readonly Row[]): boolean {
  const end = Math.max(...rows.map((row) => row.right));
  const start = medianOf(
    rows.map((row) => row.left),
    0,
  );
  const full = rows.filter((row) => row.right > end - 0.15 * (end - start)).length;
  return full >= fullLines * rows.length;
}

const wordsOf = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap(
      (row) =>
        rowText(row)
          .toLowerCase()
          .match(/\p{L}{5,}/gu) ?? [],
    ),
  );

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}
