// A page, from above to below, as stretches of running text and tables; two columns of running text
// are read one after the other.
import { isHeadingPair } from './amendment-headings.ts';
import { middleOf, sideOf, splitRuns, type Band, type Corridor } from './corridors.ts';
import { findBand, type LayoutHints } from './find-band.ts';
import { groupRows, pairRows } from './group-rows.ts';
import { medianOf } from './medians.ts';
import type { Row, Rule, Run } from './page-content.ts';
import { rowText } from './row-text.ts';
import { makeTable, type Table } from './table-rows.ts';
import { lastOfBand } from './trim-band.ts';

export type Region =
  | { readonly kind: 'flow'; readonly rows: readonly Row[] }
  | { readonly kind: 'table'; readonly table: Table };

/** Columns inside columns inside columns are no longer a page. */
const deepest = 8;

/** The regions of a page in reading order. `open` is the table the page before ended with. */
export function layPage(
  rows: readonly Row[],
  hints: LayoutHints,
  open: Table | undefined,
): readonly Region[] {
  const paired = pairRows(rows);
  const claimed = open === undefined ? 0 : claimRows(paired, open);
  const corridor = open?.corridors[0];
  if (claimed === 0 || corridor === undefined) return layRows(rows, hints, 0);
  const band: Band = { first: 0, last: claimed - 1, corridor, ruled: false };
  const table = makeTable(paired.slice(0, claimed), band, hints.rules);
  return [{ kind: 'table', table }, ...layRows(unpair(paired.slice(claimed)), hints, 0)];
}

/** Rows as they stand, after they were looked at side by side. */
const unpair = (rows: readonly Row[]): readonly Row[] =>
  groupRows(rows.flatMap(({ runs }) => runs));

/** How many rows at the head of a page go on in the columns of the table before it. */
function claimRows(rows: readonly Row[], { corridors }: Table): number {
  const [corridor] = corridors;
  const [head] = rows;
  if (corridor === undefined || head === undefined || corridors.length > 1) return 0;
  const other = rows.findIndex(
    (row) => sideOf(row, corridor) === 'crossing' || isHeadingPair(row, corridor),
  );
  let free = other === -1 ? rows.length : other;
  if (isHeadingPair(rows[free], corridor))
    free = withoutName(rows, { from: 0, to: free, corridor });
  if (free === 0) return 0;
  const last = lastOfBand(rows, { first: 0, last: free - 1, corridor, ruled: false });
  const within = rows.slice(0, last + 1);
  const { left, right } = splitRuns(within, corridor);
  if (right.length > 0) return last + 1;
  // Words on the left alone are of the table only if they are broken at its column's end.
  const isNarrow =
    left.length > 0 && within.length > 1 && (within[0]?.right ?? 0) > corridor.from - 40;
  return isNarrow ? last + 1 : 0;
}

function layRows(rows: readonly Row[], hints: LayoutHints, depth: number): readonly Region[] {
  if (rows.length === 0) return [];
  const paired = pairRows(rows);
  const found = depth < deepest ? findBand(paired, hints) : undefined;
  if (found === undefined) return [{ kind: 'flow', rows }];
  const band = cutAtHeadings(paired, found);
  const within = paired.slice(band.first, band.last + 1);
  // The tables below have the columns of this one, however little they hold.
  const isHeaded = isHeadingPair(within[0], band.corridor);
  const below = isHeaded ? { ...hints, known: band.corridor } : hints;
  return [
    ...layRows(unpair(paired.slice(0, band.first)), hints, depth),
    ...layBand(within, band, { hints, depth: depth + 1 }),
    ...layRows(unpair(paired.slice(band.last + 1)), below, depth),
  ];
}

/**
 * A table of amendments begins with the headings of its columns and ends before those of the next.
 * Words that stand above headings on the left are no cell: they name the article.
 */
function cutAtHeadings(rows: readonly Row[], band: Band): Band {
  const { last, corridor } = band;
  const headings = rows.flatMap((row, i) =>
    i >= band.first && i <= last && isHeadingPair(row, corridor) ? [i] : [],
  );
  const isNamed = rows
    .slice(band.first, headings[0] ?? band.first)
    .every((row) => isLeftOnly(row, corridor));
  const first = isNamed ? (headings[0] ?? band.first) : band.first;
  const next = headings.find((i) => i > first);
  if (next === undefined) return { ...band, first };
  return { ...band, first, last: withoutName(rows, { from: first + 1, to: next, corridor }) - 1 };
}

/** Where the rows from `from` to before `to` end, without those that name what follows at `to`. */
function withoutName(
  rows: readonly Row[],
  {
    from,
    to,
    corridor,
  }: { readonly from: number; readonly to: number; readonly corridor: Corridor },
): number {
  let end = to;
  for (; end > from && isLeftOnly(rows[end - 1], corridor); end -= 1) {
    // The name may stand off from what it names, but its own lines stand together.
    if (!isWithin(rows[end - 1], rows[end], end === to ? 2.6 : 1.6)) break;
  }
  return end;
}

const isLeftOnly = (row: Row | undefined, corridor: Corridor): boolean =>
  row !== undefined && sideOf(row, corridor) === 'left';

/** Whether two rows stand at most so many times their letters' size apart. */
const isWithin = (above: Row | undefined, below: Row | undefined, times: number): boolean =>
  above !== undefined &&
  below !== undefined &&
  below.baseline - above.baseline < times * Math.max(above.size, below.size);

function layBand(
  rows: readonly Row[],
  band: Band,
  { hints, depth }: { readonly hints: LayoutHints; readonly depth: number },
): readonly Region[] {
  if (!isRunningText(rows, band, hints.rules))
    return [{ kind: 'table', table: makeTable(rows, band, hints.rules) }];
  const { left, right } = splitRuns(rows, band.corridor);
  return [...layRows(groupRows(left), hints, depth), ...layRows(groupRows(right), hints, depth)];
}

/** Fewer rows than this side by side are a table. */
const leastRows = 6;
/** The share of lines that run to the end of their column in running text. */
const fullLines = 0.5;
/** Columns that share more than this part of their phrases are an old and a new text. */
const sharedPhrases = 0.2;

/** Whether two columns are one text after the other, as in a newspaper, and not cells of a table. */
function isRunningText(rows: readonly Row[], band: Band, rules: readonly Rule[]): boolean {
  const { corridor } = band;
  const both = rows.filter((row) => sideOf(row, corridor) === 'both');
  const [head] = both;
  if (both.length < leastRows || head === undefined || isHeadingPair(head, corridor)) return false;
  if (band.ruled && hasRuleAcross(rows, corridor, rules)) return false;
  const { left, right } = splitRuns(rows, corridor);
  const [a, b] = [phrasesOf(left), phrasesOf(right)];
  if (overlap(a, b) >= sharedPhrases) return false;
  const isFilled = [left, right].every((runs) => isFull(groupRows(runs)));
  return isFilled || (both.length >= longRows && isWrittenApart(left, right));
}

/** With so many rows, columns that the file writes one after the other are no table. */
const longRows = 12;

/** Whether the file has the words of the left column before those of the right, not row by row. */
function isWrittenApart(left: readonly Run[], right: readonly Run[]): boolean {
  const sides = [
    ...left.map(({ order }) => ({ order, isLeft: true })),
    ...right.map(({ order }) => ({ order, isLeft: false })),
  ].sort((a, b) => a.order - b.order);
  // A page's number, or a word set by hand, may come before all others.
  return sides.filter(({ isLeft }, i) => i > 0 && isLeft !== sides[i - 1]?.isLeft).length <= 6;
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

/** Words in a row that two texts hardly share by chance. */
const phraseLength = 5;

function phrasesOf(runs: readonly Run[]): ReadonlySet<string> {
  const words = groupRows(runs).flatMap(
    (row) =>
      rowText(row)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
  );
  return new Set(words.map((_, i) => words.slice(i, i + phraseLength).join(' ')));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((phrase) => b.has(phrase)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}
