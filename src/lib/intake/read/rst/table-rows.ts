import type { Span } from '#lib/model/clause.ts';
import type { Block } from '../../document.ts';
import type { Cut } from '../cut-source.ts';
import type { Line } from '../lines.ts';

/** The rows of a table, its borders as what is left out, and how many lines behind the first it has. */
export interface RstTable {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
  readonly lines: number;
}

/** A table drawn with strokes; rows of several lines are rows without cells, since these are mixed. */
export function readGridTable(top: Line, rest: readonly Line[], table: number): RstTable {
  const blocks: Block[] = [];
  const cuts: Cut[] = [borderCut(top)];
  let row: Line[] = [];
  let lines = 0;
  for (const line of rest) {
    if (line.gap > 0 || !/^[|+]/.test(line.words)) break;
    lines += 1;
    if (!/^\+[-=+]+\+$/.test(line.words)) {
      row.push(line);
      continue;
    }
    cuts.push(borderCut(line));
    const block = rowBlock(row, table, (only) => strokeCells(only));
    if (block !== undefined)
      blocks.push({ ...block, ...(line.words.includes('=') ? { isHeaderRow: true } : {}) });
    row = [];
  }
  const last = rowBlock(row, table, (only) => strokeCells(only));
  if (last !== undefined) blocks.push(last);
  return { blocks, cuts, lines };
}

/** A table whose columns are those of the lines of equals signs above and below it. */
export function readSimpleTable(top: Line, rest: readonly Line[], table: number): RstTable {
  const columns = [...top.words.matchAll(/=+/g)].map(({ index }) => index);
  const blocks: Block[] = [];
  const cuts: Cut[] = [borderCut(top)];
  const borders = rest.findIndex(
    ({ gap, words }, i) => words === top.words && (rest[i + 1]?.gap ?? 1) > 0 && gap === 0,
  );
  const lines = borders + 1;
  for (const line of rest.slice(0, lines)) {
    if (/^[=-]+(?: +[=-]+)*$/.test(line.words)) {
      cuts.push(borderCut(line));
      const before = blocks.pop();
      if (before !== undefined)
        blocks.push(blocks.length === 0 ? { ...before, isHeaderRow: true } : before);
    } else {
      blocks.push({
        kind: 'row',
        span: spanOf(line),
        cells: columnCells(line, top, columns),
        table,
      });
    }
  }
  return { blocks, cuts, lines };
}

function rowBlock(
  lines: readonly Line[],
  table: number,
  cellsOf: (only: Line) => readonly Span[],
): Block | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const span = { from: first.start, to: last.to };
  const cells = lines.length === 1 ? { cells: cellsOf(first) } : {};
  return { kind: 'row', span, table, ...cells };
}

function strokeCells({ start, words }: Line): readonly Span[] {
  const cells: Span[] = [];
  for (let from = 1; from < words.length;) {
    const at = words.indexOf('|', from);
    const to = at === -1 ? words.length : at;
    cells.push(trimmed(words, { from, to }, start));
    from = to + 1;
  }
  return cells;
}

function columnCells(line: Line, top: Line, columns: readonly number[]): readonly Span[] {
  // Offsets in the line, counted from where the border begins.
  const shift = line.indent - top.indent;
  return columns.map((column, i) => {
    // Words left of the first column belong to it, too.
    const from = i === 0 ? 0 : Math.max(0, column - shift);
    const to = Math.max(from, (columns[i + 1] ?? Infinity) - shift);
    return trimmed(line.words, { from, to: Math.min(to, line.words.length) }, line.start);
  });
}

function trimmed(words: string, { from, to }: Span, offset: number): Span {
  const start = Math.min(from, words.length);
  const cell = words.slice(start, to);
  const lead = cell.length - cell.trimStart().length;
  const begin = offset + start + (lead === cell.length ? 0 : lead);
  return { from: begin, to: begin + cell.trim().length };
}

const spanOf = ({ start, to }: Line): Span => ({ from: start, to });
const borderCut = (line: Line): Cut => ({ kind: 'markup', span: spanOf(line) });
