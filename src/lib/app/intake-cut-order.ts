import type { CutEdit } from '#lib/intake/segment/edit-cuts.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { parseCutEdit } from './intake-desk-parse.ts';
import { findInside, type CutRow } from './intake-rows.ts';

/** An edit of the cuts as a form asks for it; what it is not about is empty. */
export interface CutOrder {
  readonly piece: string;
  /** The edit by its name; `kind:note` makes the piece a note, `split:120` cuts at an offset. */
  readonly what: string;
  readonly locator: string;
  /** Where to split: an offset in the text, or the words with which the second piece begins. */
  readonly at: string;
  readonly words: string;
  readonly group: string;
  readonly choice: string;
}

/** Reads an order; what is wrong with it is told in words. */
export function readCutOrder(order: CutOrder, rows: readonly CutRow[]): Parsed<CutEdit> {
  const { piece, what, locator, group, choice } = order;
  const [op = '', more = ''] = what.split(':');
  switch (op) {
    case 'kind':
      return parseCutEdit({ op, piece, kind: more });
    case 'renumber':
      return parseCutEdit({ op, piece, locator: locator.trim() });
    case 'option':
      return parseCutEdit({ op, piece, group, choice });
    case 'no-option':
      return parseCutEdit({ op: 'option', piece, group: null, choice: null });
    case 'split':
      return readSplit({ ...order, at: more === '' ? order.at : more }, rows);
    default:
      return parseCutEdit({ op, piece });
  }
}

function readSplit({ piece, at, words }: CutOrder, rows: readonly CutRow[]): Parsed<CutEdit> {
  if (at !== '') return parseCutEdit({ op: 'split', piece, at: Number(at) });
  const row = rows.find(({ id }) => id === piece);
  const found = row && findInside(row, words);
  if (found !== undefined) return { ok: true, value: { op: 'split', piece, at: found } };
  const message =
    words.trim() === ''
      ? 'write the words with which the second piece begins'
      : `“${words.trim()}” does not stand inside this piece as it is written here`;
  return { ok: false, problems: [{ code: 'no_such_words', path: 'words', message }] };
}
