// Where a paragraph ends cannot be read from a PDF; what can be seen is a wider gap, an indent, a
// change of letters, a number or bullet, and a line that ends although the next word had room on it.
import { findMarker } from '../marker.ts';
import { commonest, medianOf } from './medians.ts';
import type { Row, Run } from './page-content.ts';
import { isTurnedRow, mirrorRow } from './reading-order.ts';
import { rowText } from './row-text.ts';

/** Rows that make one paragraph, from above. */
export interface Paragraph {
  readonly rows: readonly Row[];
  /** The number or bullet it begins with. */
  readonly marker?: string;
}

/** Steps between rows above this multiple of the usual one are gaps. */
const gapFactor = 1.3;
/** Indents below this share of the letters' size are accidents. */
const indentShare = 0.8;

interface Column {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
  readonly rows: readonly Row[];
}

/** The paragraphs of rows that stand below each other in one column. */
export function makeParagraphs(rows: readonly Row[]): readonly Paragraph[] {
  // In a mirror, a text that runs from right to left has its first words, indents and ends of lines
  // where the rules below look for them.
  const isTurned = rows.filter(isTurnedRow).length > rows.length / 2;
  const seen = isTurned ? rows.map(mirrorRow) : rows;
  const column: Column = {
    left: commonest(
      seen.map((row) => row.left),
      1.5,
    ).value,
    right: Math.max(...seen.map((row) => row.right)),
    leading: usualStep(seen),
    rows: seen,
  };
  const paragraphs: { readonly rows: Row[]; readonly seen: Row[] }[] = [];
  for (const [i, row] of seen.entries()) {
    const original = rows[i] ?? row;
    const current = paragraphs.at(-1);
    const next = seen[i + 1];
    if (current === undefined || isNewParagraph({ current: current.seen, row, next }, column)) {
      paragraphs.push({ rows: [original], seen: [row] });
    } else {
      current.rows.push(original);
      current.seen.push(row);
    }
  }
  return paragraphs.map((paragraph) => {
    const marker = markerOf(paragraph.seen[0]);
    return marker === undefined ? { rows: paragraph.rows } : { rows: paragraph.rows, marker };
  });
}

/** The number or bullet a row begins with; a gap behind it counts as a space. */
export const markerOf = (row: Row | undefined): string | undefined =>
  row === undefined ? undefined : findMarker(`${rowText(row)} `);

function usualStep(rows: readonly Row[]): number {
  const steps: number[] = [];
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before === undefined) continue;
    const step = (row.baseline - before.baseline) / Math.max(row.size, before.size);
    if (step > 0.8 && step < 1.9) steps.push(step);
  }
  return medianOf(steps, 1.2);
}

function isNewParagraph(
  {
    current,
    row,
    next,
  }: { readonly current: readonly Row[]; readonly row: Row; readonly next: Row | undefined },
  column: Column,
): boolean {
  const above = current.at(-1);
  const first = current[0];
  if (above === undefined || first === undefined) return true;
  const size = Math.max(row.size, above.size);
  const step = row.baseline - above.baseline;
  const isCode = isMono(above);
  if (isCode !== isMono(row)) return true;
  if (isCode) return step > 2.2 * size;
  if (step > gapFactor * column.leading * size || step < 0) return true;
  if (Math.abs(row.size - above.size) > 0.12 * size) return true;
  if (isAllBold(above) !== isAllBold(row) && !goesOn(above, row)) return true;
  const isShort = hasRoom(above, row, column);
  const endsSentence = /[.;:!?…)\]"”»]$|(?:^|\s)(?:and|or|und|oder|et|ou|и|или|та|або|і)$/u.test(
    rowText(above),
  );
  const isSibling = markerOf(first) !== undefined && Math.abs(row.left - first.left) < 2;
  if (markerOf(row) !== undefined && (isShort || endsSentence || isSibling)) {
    const hanging = first.left + indentShare * size;
    // A number at the edge of hanging text is part of a sentence; one further left begins an item.
    if (isShort || row.left < hanging || markerOf(first) === undefined) return true;
  }
  if (isCentred(above, column) && isCentred(row, column)) return false;
  if (Math.abs(row.left - above.left) > 4 * size && !(current.length === 1 && goesOn(above, row)))
    return true;
  if (/[-\u00ad‐]$/.test(rowText(above)) && /^\p{Ll}/u.test(rowText(row))) return false;
  if (isShort && !goesOn(above, row)) return true;
  const indent = row.left - above.left;
  // A first line set in, or the end of an indented paragraph.
  if (indent > indentShare * size && current.length > 1 && !isHanging(current)) {
    return next === undefined || next.left < row.left - indentShare * size || endsSentence;
  }
  if (indent < -indentShare * size && current.length > 1) return endsSentence || isShort;
  return false;
}

export const isAllBold = (row: Row): boolean =>
  row.runs.every((run) => run.bold || !/[\p{L}\p{N}]/u.test(run.text));

export const isMono = (row: Row): boolean => row.runs.every((run) => run.mono);

/** A line that is no sentence's end, before one that is no sentence's beginning. */
const goesOn = (above: Row, row: Row): boolean =>
  /[\p{L}\p{N},–—-]$/u.test(rowText(above)) &&
  /^[\p{Ll}(,]/u.test(rowText(row)) &&
  markerOf(row) === undefined;

/** Whether the next line's first word had room on a line, so that the line ended on purpose. */
function hasRoom(above: Row, row: Row, { rows, right }: Column): boolean {
  const first: Run | undefined = row.runs[0];
  if (first === undefined) return false;
  const word = first.text.split(' ', 1)[0] ?? '';
  const width = ((first.right - first.left) * word.length) / Math.max(1, first.text.length);
  // Where a column has an indented part, its own lines say where it ends.
  const same = rows.filter((other) => Math.abs(other.left - above.left) < 2);
  const end = same.length >= 3 ? Math.max(...same.map((other) => other.right)) : right;
  const room = end - above.right;
  if (room <= width + 0.6 * above.size) return false;
  // Words that must not be parted ("Article 81") leave more room than one of them takes.
  const isOpen = /[\p{Ll},]$/u.test(rowText(above)) && !above.runs.every((run) => run.bold);
  return !isOpen || room > 0.35 * (end - above.left);
}

function isCentred(row: Row, { left, right }: Column): boolean {
  const before = row.left - left;
  const after = right - row.right;
  return before > row.size && Math.abs(before - after) < 1.5 * row.size;
}

/** An item's lines after its first stand right of its number. */
function isHanging(rows: readonly Row[]): boolean {
  const [first, second] = rows;
  return (
    first !== undefined &&
    second !== undefined &&
    markerOf(first) !== undefined &&
    second.left > first.left + 2
  );
}
