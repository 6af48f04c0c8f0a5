import type { Span } from '#lib/model/clause.ts';
import type { ReadDocument } from '../document.ts';
import { hasVisibleSign } from './tidy-signs.ts';

/**
 * What in a document breaks the laws every reader keeps: blocks stand in order and hold all visible
 * signs of the text, marks, cells and omissions lie where they say, and the text can be stored.
 */
export function checkReading(document: ReadDocument): readonly string[] {
  const { text, blocks, marks, omissions } = document;
  const faults: string[] = [];
  if (!text.isWellFormed() || text.includes('\0') || text.includes('\r')) {
    faults.push('the text holds signs that are not kept');
  }
  let at = 0;
  for (const { kind, span, number, cells = [] } of blocks) {
    const where = `${kind} at ${span.from}`;
    if (!isInside(span, { from: at, to: text.length })) faults.push(`${where} is out of order`);
    if (hasVisibleSign(text.slice(at, span.from)))
      faults.push(`words before the ${where} are in no block`);
    if (!hasVisibleSign(text.slice(span.from, span.to))) faults.push(`${where} is empty`);
    if (number !== undefined && !text.startsWith(number, span.from)) {
      faults.push(`${where} does not begin with its number`);
    }
    let cellAt = span.from;
    for (const cell of cells) {
      if (!isInside(cell, { from: cellAt, to: span.to }))
        faults.push(`a cell of the ${where} is out of order`);
      // Where the source is kept as it is written, strokes stand between cells.
      if (kind === 'row' && /[^\s|]/.test(text.slice(cellAt, cell.from))) {
        faults.push(`words of the ${where} are in no cell`);
      }
      cellAt = cell.to;
    }
    at = span.to;
  }
  if (hasVisibleSign(text.slice(at))) faults.push('words at the end are in no block');
  const whole = { from: 0, to: text.length };
  for (const { kind, span } of marks) {
    if (!isInside(span, whole) || span.from === span.to)
      faults.push(`${kind} at ${span.from} marks nothing`);
  }
  for (const { kind, at: place } of omissions) {
    if (place < 0 || place > text.length)
      faults.push(`the ${kind} left out stands outside the text`);
  }
  return faults;
}

const isInside = ({ from, to }: Span, outer: Span): boolean =>
  from >= outer.from && to >= from && to <= outer.to;
