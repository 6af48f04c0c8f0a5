import type { PageContent, Row } from './page-content.ts';
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

/**
 * Parts the footnotes of a page from its text: rows at its foot, the first of which is numbered, in
 * smaller letters or below a short line.
 */
export function takeNotes(
  rows: readonly Row[],
  { bodySize, page }: { readonly bodySize: number; readonly page: PageContent },
): NotedRows {
  let from = rows.length;
  let isSmall = true;
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (row === undefined || row.size > bodySize * 1.03) break;
    if (row.baseline < lowest * page.height) break;
    isSmall &&= row.size <= noteSize * bodySize;
    if (beginsNote(row) && (isSmall || isBelowLine(row, page))) from = i;
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

/** Whether a line of at most half the page's width is drawn between a row and the text above it. */
const isBelowLine = (row: Row, { rules, width }: PageContent): boolean =>
  rules.some(
    ({ along, at, from, to }) =>
      along === 'row' &&
      at < row.baseline - 0.4 * row.size &&
      at > row.baseline - 3 * row.size &&
      to - from < width / 2 &&
      to - from > 2 * row.size,
  );

/** A note begins with a raised number or sign, or with a number and a space. */
function beginsNote(row: Row): boolean {
  const [first, second] = row.runs;
  const text = rowText(row);
  if (!/^(?:\d{1,3}|[*†‡§]{1,3})(?=\D|$)/.test(text)) return false;
  if (first === undefined || second === undefined) return /^(?:\d{1,3}|[*†‡])\s+\S/.test(text);
  return first.size < 0.85 * second.size || /^(?:\d{1,3}|[*†‡]+)$/.test(first.text);
}
