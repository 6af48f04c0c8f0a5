/**
 * A segmentation as an outline: the pieces in the order of the text, each with the words that are its
 * own and its depth. The own words of a piece are those before the first piece inside it, so that the
 * whole text is told by cuts alone; spans and parents follow from them. As long as own words keep
 * their order and a depth grows by at most one, the pieces make a tree whose parents span their
 * children and whose siblings do not overlap: the laws need no checking afterwards.
 */
import type { Span } from '#lib/model/clause.ts';
import type { Piece } from './segmentation.ts';

/** A piece by its own words and its depth, 0 being outermost. */
export interface Entry extends Omit<Piece, 'span' | 'parent'> {
  readonly own: Span;
  readonly depth: number;
}

/** The outline of pieces that are in the order of the text and make a tree. */
export function outlineOf(pieces: readonly Piece[], text: string): readonly Entry[] {
  const depths = new Map<string, number>();
  const firstInside = new Map<string, number>();
  for (const { id, parent, span } of pieces) {
    depths.set(id, parent === undefined ? 0 : (depths.get(parent) ?? -1) + 1);
    if (parent !== undefined && !firstInside.has(parent)) firstInside.set(parent, span.from);
  }
  return pieces.map(({ span, parent: _parent, ...piece }) => {
    const to = firstInside.get(piece.id) ?? span.to;
    return {
      ...piece,
      own: trimSpan(text, { from: span.from, to }),
      depth: depths.get(piece.id) ?? 0,
    };
  });
}

/** The pieces of an outline, with the spans and parents that follow from it. */
export function piecesOf(entries: readonly Entry[]): readonly Piece[] {
  const ends = endsOf(entries);
  const above: string[] = [];
  return entries.map(({ own, depth, ...piece }, index) => {
    above.length = depth;
    const parent = above.at(-1);
    above.push(piece.id);
    const span = { from: own.from, to: ends[index] ?? own.to };
    const { id, kind, ...rest } = piece;
    return { id, kind, span, ...(parent === undefined ? {} : { parent }), ...rest };
  });
}

/** Where each piece ends: where the last piece inside it does. */
function endsOf(entries: readonly Entry[]): readonly number[] {
  const ends: number[] = [];
  const open: number[] = [];
  entries.forEach(({ own, depth }, index) => {
    open.length = Math.min(open.length, depth);
    for (const outer of open) ends[outer] = own.to;
    ends.push(own.to);
    open.push(index);
  });
  return ends;
}

/** The index after the last piece inside the piece at `index`. */
export function endOfBranch(entries: readonly Entry[], index: number): number {
  const depth = entries[index]?.depth ?? 0;
  let end = index + 1;
  while (end < entries.length && (entries[end]?.depth ?? 0) > depth) end += 1;
  return end;
}

/** A span without the white space at its ends. */
export function trimSpan(text: string, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { from: start, to: end };
}

const isSpace = (text: string, at: number): boolean => text.charAt(at).trim() === '';
