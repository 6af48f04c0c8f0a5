import type { Row } from './page-content.ts';
import { rowText } from './row-text.ts';

/** Letters of notes are at most this share of those of the text. */
const noteSize = 0.93;
/** Notes begin in the lower part of a page. */
const lowest = 0.4;

export interface NotedRows {
  readonly rows: readonly Row[];
  /** Each with the rows of one note. */
  readonly notes: readonly (readonly Row[])[];
}

/** Parts the footnotes of a page from its text: small rows at its foot, the first of which is numbered. */
export function takeNotes(
  rows: readonly Row[],
  { bodySize, height }: { readonly bodySize: number; readonly height: number },
): NotedRows {
  let from = rows.length;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (row === undefined || row.size > noteSize * bodySize || row.baseline < lowest * height)
      break;
    if (beginsNote(row)) from = i;
  }
  if (from === 0 || from === rows.length) return { rows, notes: [] };
  const notes: Row[][] = [];
  for (const row of rows.slice(from)) {
    const last = notes.at(-1);
    if (last === undefined || beginsNote(row)) notes.push([row]);
    else last.push(row);
  }
  return { rows: rows.slice(0, from), notes };
}

/** A note begins with a raised number or sign, or with a number and a space. */
function beginsNote(row: Row): boolean {
  const [first, second] = row.runs;
  const text = rowText(row);
  if (!/^(?:\d{1,3}|[*†‡§]{1,3})(?=\D|$)/.test(text)) return false;
  if (first === undefined || second === undefined) return /^(?:\d{1,3}|[*†‡])\s+\S/.test(text);
  return first.size < 0.85 * second.size || /^(?:\d{1,3}|[*†‡]+)$/.test(first.text);
}
