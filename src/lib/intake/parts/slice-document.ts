import type { Span } from '#lib/model/clause.ts';
import type { Block, Mark, Omission, ReadDocument } from '../document.ts';
import { hasVisibleSign } from '../read/tidy-signs.ts';

/** What stands between two stretches that were apart. */
const between = '\n\n';

/**
 * The document that some stretches of another make: their text in the order given, with the blocks,
 * marks and omissions that lie in them. Stretches do not overlap; a block or mark that crosses the
 * border of one is cut there. What the file says about itself is kept.
 */
export function sliceDocument(document: ReadDocument, spans: readonly Span[]): ReadDocument {
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const omissions: Omission[] = [];
  let text = '';
  for (const span of spans) {
    if (text !== '') text += between;
    const shift = text.length - span.from;
    text += document.text.slice(span.from, span.to);
    for (const block of document.blocks) {
      const moved = moveBlock(block, span, shift);
      if (moved !== undefined && hasVisibleSign(textOf(document, block.span, span)))
        blocks.push(moved);
    }
    for (const mark of document.marks) {
      const moved = moveSpan(mark.span, span, shift);
      if (moved !== undefined) marks.push({ ...mark, span: moved });
    }
    for (const omission of document.omissions) {
      if (omission.at < span.from || omission.at > span.to) continue;
      // On the border of two stretches it belongs to the first.
      const isTaken = omission.at === span.from && spans.some(({ to }) => to === omission.at);
      if (!isTaken) omissions.push({ ...omission, at: omission.at + shift });
    }
  }
  return { ...document, text, blocks, marks, omissions };
}

/** A block as far as it lies in a stretch; cut off from its number it has none. */
function moveBlock(block: Block, stretch: Span, shift: number): Block | undefined {
  const span = moveSpan(block.span, stretch, shift);
  if (span === undefined) return undefined;
  const { number, ...rest } = block;
  const cells = block.cells?.map((cell) => moveCell(cell, stretch, shift));
  const isWhole = number !== undefined && stretch.from <= block.span.from;
  return {
    ...rest,
    span,
    ...(isWhole && span.to - span.from >= number.length ? { number } : {}),
    ...(cells === undefined ? {} : { cells }),
  };
}

const textOf = ({ text }: ReadDocument, span: Span, stretch: Span): string =>
  text.slice(Math.max(span.from, stretch.from), Math.min(span.to, stretch.to));

/** The part of a span inside a stretch, moved with it; undefined where nothing of it lies inside. */
function moveSpan({ from, to }: Span, stretch: Span, shift: number): Span | undefined {
  const start = Math.max(from, stretch.from);
  const end = Math.min(to, stretch.to);
  return start < end ? { from: start + shift, to: end + shift } : undefined;
}

/** A cell keeps its place in the row, though nothing of it may be left. */
function moveCell(cell: Span, stretch: Span, shift: number): Span {
  const clamp = (at: number): number => Math.min(Math.max(at, stretch.from), stretch.to) + shift;
  return { from: clamp(cell.from), to: clamp(cell.to) };
}
