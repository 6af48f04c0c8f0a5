// Columns are told by what is between them: a line drawn down the page, or a corridor without ink
// that runs down several rows with words on both sides. In justified prose wide gaps also come to lie
// above each other, so that a corridor has to be wider than the other gaps of its rows, and the words
// right of it have to begin at one place.
import { findMarker } from '../marker.ts';
import { isHeadingPair } from './amendment-headings.ts';
import { freeIn, gapsOf, middleOf, sideOf, splitRuns, type Corridor } from './corridors.ts';
import { commonest, medianOf } from './medians.ts';
import type { Row, Rule } from './page-content.ts';
import { rowText } from './row-text.ts';

/** Rows `first` to `last` (both counted) that stand in two columns. */
export interface Band {
  readonly first: number;
  readonly last: number;
  readonly corridor: Corridor;
  /** A line is drawn down the corridor. */
  readonly ruled: boolean;
}

/** What else is known where columns are looked for. */
export interface LayoutHints {
  readonly rules: readonly Rule[];
  /** The corridor of the last table of amendments; the next has the same, however little it holds. */
  readonly known: Corridor | undefined;
}

/** More rows than this are a drawing made of letters; looking for columns in it would take long. */
const mostRows = 3000;

/** The stretch of rows that is surest to stand in two columns, or undefined where all run across. */
export function findBand(rows: readonly Row[], hints: LayoutHints): Band | undefined {
  if (rows.length > mostRows) return undefined;
  return findRuled(rows, hints.rules) ?? findOpen(rows, hints.known);
}

/** Pieces of a line that a border leaves between its rows are this near, in points. */
const touching = 4;
/** A line shorter than this divides no rows. */
const shortest = 12;

function findRuled(rows: readonly Row[], rules: readonly Rule[]): Band | undefined {
  let best: Band | undefined;
  for (const rule of joinRules(rules.filter(({ along }) => along === 'column'))) {
    if (rule.to - rule.from < shortest) continue;
    const first = rows.findIndex((row) => row.baseline > rule.from);
    const last = rows.findLastIndex((row) => row.baseline <= rule.to + 2);
    if (first === -1 || last < first) continue;
    const within = rows.slice(first, last + 1);
    const at = { from: rule.at, to: rule.at };
    if (within.some((row) => sideOf(row, at) === 'crossing')) continue;
    const { left, right } = splitRuns(within, at);
    if (left.length === 0 || right.length === 0) continue;
    const corridor = {
      from: Math.max(...left.map((run) => run.right)),
      to: Math.min(...right.map((run) => run.left)),
    };
    if (best === undefined || last - first > best.last - best.first)
      best = { first, last, corridor, ruled: true };
  }
  return best === undefined ? undefined : reachOut(rows, best);
}

/** Headings of columns often stand above the lines, set off by their colour. */
function reachOut(rows: readonly Row[], band: Band): Band {
  const above = rows[band.first - 1];
  const head = rows[band.first];
  if (above === undefined || head === undefined || sideOf(above, band.corridor) !== 'both')
    return band;
  const isNear = head.baseline - above.baseline < 2.5 * head.size;
  return isNear ? { ...band, first: band.first - 1 } : band;
}

/** Lines that go on each other as one. */
export function joinRules(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort((a, b) => Math.round(a.at) - Math.round(b.at) || a.from - b.from);
  const joined: Rule[] = [];
  for (const rule of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && Math.abs(rule.at - last.at) < 2 && rule.from - last.to <= touching)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    else joined.push(rule);
  }
  return joined;
}

function findOpen(rows: readonly Row[], known: Corridor | undefined): Band | undefined {
  const tried: Band[] = [];
  let best: { readonly band: Band; readonly both: number } | undefined;
  for (const [i, row] of rows.entries()) {
    for (const gap of seedsOf(row, known)) {
      const isKnown = tried.some(
        ({ first, last, corridor }) =>
          first <= i && i <= last && corridor.from >= gap.from && corridor.to <= gap.to,
      );
      if (isKnown) continue;
      const wide = widen(rows, { first: i, last: i, corridor: gap, ruled: false });
      tried.push(wide);
      const band = trimBand(rows, wide);
      const both = band === undefined ? 0 : countBoth(rows, band);
      if (band !== undefined && both > (best?.both ?? 0) && isColumns(rows, band))
        best = { band, both };
    }
  }
  return best?.band;
}

function seedsOf(row: Row, known: Corridor | undefined): readonly Corridor[] {
  const isHeading =
    known !== undefined && isHeadingPair(row, known) && sideOf(row, known) === 'both';
  return isHeading ? [known] : gapsOf(row);
}

const countBoth = (rows: readonly Row[], { first, last, corridor }: Band): number =>
  rows.slice(first, last + 1).filter((row) => sideOf(row, corridor) === 'both').length;

/** Follows a corridor down and up as far as it stays free. */
function widen(rows: readonly Row[], band: Band): Band {
  let { first, last, corridor } = band;
  for (; last + 1 < rows.length; last += 1) {
    const next = rows[last + 1];
    const free = next === undefined ? undefined : freeIn(next, corridor);
    if (free === undefined) break;
    corridor = free;
  }
  for (; first > 0; first -= 1) {
    const before = rows[first - 1];
    const free = before === undefined ? undefined : freeIn(before, corridor);
    if (free === undefined) break;
    corridor = free;
  }
  return { ...band, first, last, corridor };
}

/** Rows further apart than this many usual distances are not of one paragraph. */
const attached = 1.35;
/** A line that ends within this share of a column's width from its end was broken there. */
const wrapped = 0.15;

/** Without the rows at both ends that only happen to stay clear of the corridor. */
function trimBand(rows: readonly Row[], band: Band): Band | undefined {
  const { corridor } = band;
  const sides = rows.map((row, i) =>
    i < band.first || i > band.last ? undefined : sideOf(row, corridor),
  );
  let first = sides.indexOf('both');
  if (first === -1) return undefined;
  const leading = leadingOf(rows.slice(first, band.last + 1));
  const isHeaded = isHeadingPair(rows[first], corridor);
  while (!isHeaded && first > band.first && isAttached(rows[first - 1], rows[first], leading))
    first -= 1;
  const last = lastOfBand(rows, { ...band, first });
  return { ...band, first, last };
}

/** The last row that belongs to the columns beginning at `first`, following `sideOf` each row. */
export function lastOfBand(rows: readonly Row[], { first, last: end, corridor }: Band): number {
  const within = rows.slice(first, end + 1);
  const leading = leadingOf(within);
  const { left, right } = splitRuns(within, corridor);
  const leftEdge = Math.min(...left.map((run) => run.left));
  const rightEdge = commonest(
    right.map((run) => run.left),
    2,
  ).value;
  const isWrapped = (row: Row): boolean =>
    row.right > corridor.from - wrapped * (corridor.from - leftEdge);
  let last = first;
  for (let i = first; i <= end; i += 1) {
    const row = rows[i];
    if (row === undefined) break;
    const side = sideOf(row, corridor);
    if (side === 'both') {
      last = i;
    } else if (last === i - 1) {
      const near = isAttached(rows[i - 1], row, leading);
      const next = rows[i + 1];
      const goesOn = isWrapped(row) && i < end && isAttached(row, next, leading);
      if (near || (side === 'right' ? Math.abs(row.left - rightEdge) < 3 : goesOn)) last = i;
    }
  }
  return last;
}

const leadingOf = (rows: readonly Row[]): number => {
  const steps = rows.flatMap((row, i) => {
    const before = rows[i - 1];
    return before === undefined ? [] : [row.baseline - before.baseline];
  });
  const size = medianOf(
    rows.map((row) => row.size),
    10,
  );
  return medianOf(
    steps.filter((step) => step > 0.7 * size && step < 2 * size),
    1.2 * size,
  );
};

function isAttached(above: Row | undefined, below: Row | undefined, leading: number): boolean {
  if (above === undefined || below === undefined) return false;
  if (Math.abs(above.size - below.size) > 0.1 * below.size) return false;
  return below.baseline - above.baseline <= attached * leading;
}

/** Whether a corridor parts two columns, rather than words of one line. */
function isColumns(rows: readonly Row[], { first, last, corridor }: Band): boolean {
  const both = rows.slice(first, last + 1).filter((row) => sideOf(row, corridor) === 'both');
  const [head] = both;
  if (head === undefined) return false;
  const pairs = both.map((row) => splitRuns([row], corridor));
  const lefts = pairs.map(({ left }) => rowText({ runs: left }));
  if (
    lefts.filter((text) => findMarker(`${text} `) === text || text.length <= 2).length >
    0.6 * both.length
  )
    return false;
  if (lefts.filter((text) => /(?:\.\s?){4}$/.test(text)).length > 0.5 * both.length) return false;
  const width =
    (corridor.to - corridor.from) /
    medianOf(
      both.map(({ size }) => size),
      10,
    );
  if (isHeadingPair(head, corridor) && isWidestGap(head, corridor)) {
    // Below its headings a column may stay empty: a wholly new article.
    const below = rows.slice(rows.indexOf(head) + 1, last + 1);
    return below.some((row) => sideOf(row, corridor) !== 'left');
  }
  const starts = pairs.map(({ right }) => right[0]?.left ?? 0);
  const aligned = commonest(starts, 2).count / both.length;
  if (both.length === 2) return width >= 2.5 && aligned === 1;
  if (both.length < 3) return false;
  const wide = both.filter((row) => isWidestGap(row, corridor)).length;
  return wide >= 0.7 * both.length && (aligned >= 0.6 || width >= 2);
}

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
