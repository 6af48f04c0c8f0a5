import type { Span } from '#lib/model/clause.ts';
import type { Block } from '../../document.ts';
import type { Line } from '../lines.ts';

const under = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** Whether a line is the head of a table: the next one is of strokes, with as many cells. */
export function isTableStart(line: Line, next: Line | undefined): boolean {
  if (!line.words.includes('|') || next?.gap !== 0 || !next.words.includes('-')) return false;
  if (!/^[-:| \t]+$/.test(next.words) || !under.test(next.words)) return false;
  return cellsOf(line).length === cellsOf(next).length;
}

/** A row of a table with its cells; the strokes between them belong to the row. */
export function tableRow(line: Line, table: number): Block {
  return { kind: 'row', span: { from: line.start, to: line.to }, cells: cellsOf(line), table };
}

function cellsOf({ start, words }: Line): readonly Span[] {
  const cells: Span[] = [];
  let from = words.startsWith('|') ? 1 : 0;
  for (let at = from; at <= words.length; at += 1) {
    const isEnd = at === words.length;
    if (!isEnd && (words[at] !== '|' || words[at - 1] === '\\')) continue;
    // Behind the last stroke there is no cell.
    if (isEnd && from === words.length && cells.length > 0) break;
    cells.push(trimmed(words, { from, to: at }, start));
    from = at + 1;
  }
  return cells;
}

function trimmed(words: string, { from, to }: Span, offset: number): Span {
  const cell = words.slice(from, to);
  const lead = cell.length - cell.trimStart().length;
  const start = offset + from + (lead === cell.length ? 0 : lead);
  return { from: start, to: start + cell.trim().length };
}
