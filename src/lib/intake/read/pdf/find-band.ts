// Columns are told by what is between them: a line drawn down the page, or a corridor without ink
// that runs down several rows with words on both sides.
import { isHeadingPair } from './amendment-headings.ts';
import { freeIn, gapsOf, sideOf, splitRuns, type Band, type Corridor } from './corridors.ts';
import type { Row, Rule } from './page-content.ts';
import { isColumns } from './tell-columns.ts';
import { trimBand } from './trim-band.ts';

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
      if (band !== undefined && both > (best?.both ?? 0) && isColumns(rows, band, known))
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
