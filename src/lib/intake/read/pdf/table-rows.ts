import { findMarker } from '../marker.ts';
import { corridorsThrough, middleOf, type Band, type Corridor } from './corridors.ts';
import { isAmendmentHeading } from './amendment-headings.ts';
import { joinRules } from './find-band.ts';
import { groupRows } from './group-rows.ts';
import { commonest, medianOf } from './medians.ts';
import type { Row, Rule, Run } from './page-content.ts';
import { rowText } from './row-text.ts';

/** A row of a table; each cell has its own rows of words, perhaps none. */
export interface TableRow {
  readonly cells: readonly (readonly Row[])[];
  readonly isHeader: boolean;
}

export interface Table {
  readonly corridors: readonly Corridor[];
  readonly rows: readonly TableRow[];
  /** Lines say where its rows end, so that two texts in one cell belong together. */
  readonly ruled: boolean;
}

/** The columns and rows of a stretch that was found to be a table. */
export function makeTable(rows: readonly Row[], band: Band, rules: readonly Rule[]): Table {
  const corridors = columnsOf(rows, band);
  const cuts = ruledCuts(rows, rules);
  const stretches = cuts === undefined ? openStretches(rows, corridors) : cut(rows, cuts);
  const made = stretches.map((stretch, i) => {
    const cells = cellsOf(stretch, corridors);
    return { cells, isHeader: i === 0 && isHeading(cells, stretches.length) };
  });
  return { corridors, rows: made, ruled: cuts !== undefined };
}

function columnsOf(rows: readonly Row[], band: Band): readonly Corridor[] {
  const middle = middleOf(band.corridor);
  const others = corridorsThrough(rows).filter(({ from, to }) => to <= middle || from >= middle);
  let columns = [...others, band.corridor].sort((a, b) => a.from - b.from);
  for (;;) {
    const doubtful = columns.filter((corridor) => corridor !== band.corridor);
    const worst = doubtful.find((corridor) => !partsWords(rows, columns, corridor));
    if (worst === undefined) return columns;
    columns = columns.filter((corridor) => corridor !== worst);
  }
}

/** A corridor behind numbers alone, or one that indents or chance left free, parts no columns. */
function partsWords(
  rows: readonly Row[],
  columns: readonly Corridor[],
  corridor: Corridor,
): boolean {
  const at = columns.indexOf(corridor);
  const cells = rows.map((row) => cellsOf([row], columns));
  const both = cells.filter((row) => row[at]?.length !== 0 && row[at + 1]?.length !== 0);
  if (both.length < Math.max(2, 0.3 * rows.length)) return false;
  const texts = both.map((row) => [textOf(row[at]), textOf(row[at + 1])] as const);
  const markers = texts.filter(([left, right]) => isMarker(left) && right.length > 12);
  if (markers.length > 0.6 * both.length) return false;
  if (corridor.to - corridor.from > 2 * (rows[0]?.size ?? 10)) return true;
  const starts = both.map((row) => row[at + 1]?.[0]?.left ?? 0);
  const ends = both.map((row) => row[at + 1]?.[0]?.right ?? 0);
  const aligned = Math.max(commonest(starts, 2).count, commonest(ends, 2).count);
  return both.length >= 3 && aligned >= 0.6 * both.length;
}

const textOf = (rows: readonly Row[] | undefined): string => (rows ?? []).map(rowText).join(' ');

const isMarker = (text: string): boolean => findMarker(`${text} `) === text;

const cellsOf = (
  rows: readonly Row[],
  corridors: readonly Corridor[],
): readonly (readonly Row[])[] => {
  const cells: Run[][] = [[], ...corridors.map(() => [])];
  for (const run of rows.flatMap((row) => row.runs)) {
    const at = corridors.filter((corridor) => run.left >= middleOf(corridor)).length;
    cells[at]?.push(run);
  }
  return cells.map((runs) => groupRows(runs));
};

/** The heights at which lines run across the whole table, or undefined where none does inside. */
function ruledCuts(rows: readonly Row[], rules: readonly Rule[]): readonly number[] | undefined {
  const left = Math.min(...rows.map((row) => row.left));
  const right = Math.max(...rows.map((row) => row.right));
  const top = (rows[0]?.baseline ?? 0) - 3 * (rows[0]?.size ?? 0);
  const bottom = (rows.at(-1)?.baseline ?? 0) + 3 * (rows.at(-1)?.size ?? 0);
  const across = joinRules(rules.filter(({ along }) => along === 'row'))
    .filter(({ at, from, to }) => at > top && at < bottom && from <= left + 6 && to >= right - 6)
    .map(({ at }) => at);
  return across.length === 0 ? undefined : across;
}

function cut(rows: readonly Row[], cuts: readonly number[]): readonly (readonly Row[])[] {
  const stretches = new Map<number, Row[]>();
  for (const row of rows) {
    // A line just below the letters underlines the row, one at their height begins it.
    const above = cuts.filter((at) => at <= row.baseline - 0.3 * row.size).length;
    stretches.set(above, [...(stretches.get(above) ?? []), row]);
  }
  return [...stretches].sort(([a], [b]) => a - b).map(([, stretch]) => stretch);
}

/** Distances between rows of a table and of a paragraph differ by at least this factor. */
const apart = 1.35;

/** Without lines, a row of the table begins where all its columns begin anew together. */
function openStretches(
  rows: readonly Row[],
  corridors: readonly Corridor[],
): readonly (readonly Row[])[] {
  const cells = rows.map((row) => cellsOf([row], corridors).map(([cell]) => cell));
  const texts = cells.map((row) => row.map((cell) => (cell === undefined ? '' : rowText(cell))));
  const filled = texts.flat().filter((text) => text !== '');
  const isFigures =
    filled.filter((text) => text.split(' ').length <= 4).length > 0.7 * filled.length;
  const gaps = gapsAbove(cells);
  const stretches: Row[][] = [];
  for (const [i, row] of rows.entries()) {
    const last = stretches.at(-1);
    const begins =
      last === undefined ||
      isHeadingRow(texts[i - 1] ?? []) ||
      (isFigures && texts[i]?.[0] !== '') ||
      (gaps[i] ?? []).every((gap) => gap > apart);
    if (begins) stretches.push([row]);
    else last.push(row);
  }
  return stretches;
}

/** For each cell of each row the distance from the words above it, in usual steps of its column. */
function gapsAbove(
  cells: readonly (readonly (Row | undefined)[])[],
): readonly (readonly number[])[] {
  const columns = (cells[0] ?? []).map((_, at) => {
    const column = cells.map((row) => row[at]);
    let above: number | undefined;
    const steps = column.map((cell) => {
      if (cell === undefined) return 0;
      const step = above === undefined ? 0 : cell.baseline - above;
      above = cell.baseline;
      return step;
    });
    const usual = medianOf(
      steps.filter((step) => step > 0),
      12,
    );
    return steps.map((step) => step / usual);
  });
  return cells.map((_, i) => columns.map((column) => column[i] ?? 0));
}

const isHeadingRow = (cells: readonly string[]): boolean =>
  cells.length === 2 && isAmendmentHeading(cells[0] ?? '', cells[1] ?? '');

/** Whether a first row names its columns: words of amendments, or all of it bold and short. */
function isHeading(cells: readonly (readonly Row[])[], rowsOfTable: number): boolean {
  const texts = cells.map(textOf);
  if (isHeadingRow(texts)) return true;
  if (rowsOfTable < 2) return false;
  const runs = cells.flat().flatMap((row) => row.runs);
  return runs.every((run) => run.bold) && texts.every((text) => text.length < 60);
}
