import type { Span } from '#lib/model/clause.ts';
import type { Block, Mark, Omission, OmissionKind, ReadDocument } from '../document.ts';

/** The parts of a document that follow its text. */
export type TextWithBlocks = Pick<ReadDocument, 'text' | 'blocks' | 'marks' | 'omissions'>;

/** A stretch of a source that is not kept; what stands instead was read from it. */
export interface Cut {
  readonly span: Span;
  /** As what the words are listed; missing where nothing but what stands instead was there. */
  readonly kind?: OmissionKind;
  readonly instead?: TextWithBlocks;
}

export interface ScannedSource {
  /** With offsets in the source; blocks do not overlap cuts. */
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly cuts: readonly Cut[];
  /** What was taken out of the source before, with offsets in it. */
  readonly omissions?: readonly Omission[];
}

/** The text that is left of a source without its cuts, with blocks and marks where they then stand. */
export function cutSource(source: string, scanned: ScannedSource): TextWithBlocks {
  const { cuts, omissions: earlier = [] } = scanned;
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const omissions: Omission[] = [];
  const shifts: Shift[] = [];
  let at = 0;
  let length = 0;
  const keep = (text: string): void => {
    pieces.push(text);
    length += text.length;
  };
  for (const { span, kind, instead } of cuts) {
    keep(source.slice(at, span.from));
    shifts.push({ from: span.from, to: span.to, at: length });
    const words = source.slice(span.from, span.to).trim();
    if (kind !== undefined && words !== '') omissions.push({ kind, words, at: length });
    if (instead !== undefined) {
      const by = length;
      for (const block of instead.blocks) blocks.push(moveBlock(block, by));
      for (const mark of instead.marks) marks.push({ ...mark, span: moveSpan(mark.span, by) });
      for (const left of instead.omissions) omissions.push({ ...left, at: left.at + by });
      keep(instead.text);
    }
    at = span.to;
    shifts.push({ from: at, to: at, at: length });
  }
  keep(source.slice(at));
  const place = placesAfter(shifts);
  for (const block of scanned.blocks) {
    blocks.push(moveBlock(block, place(block.span.from) - block.span.from));
  }
  for (const mark of scanned.marks) {
    marks.push({ ...mark, span: moveSpan(mark.span, place(mark.span.from) - mark.span.from) });
  }
  for (const left of earlier) omissions.push({ ...left, at: place(left.at) });
  return {
    text: pieces.join(''),
    blocks: blocks.sort((a, b) => a.span.from - b.span.from),
    marks: marks.sort((a, b) => a.span.from - b.span.from),
    omissions: omissions.sort((a, b) => a.at - b.at),
  };
}

/** What stood from `from` to `to` is at `at` now; without extent, what follows `from` follows `at`. */
interface Shift {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Where the signs of a source stand after the cuts; those of a cut where it was. */
function placesAfter(shifts: readonly Shift[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shifts[middle]?.from ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    const shift = shifts[low - 1];
    if (shift === undefined) return offset;
    return offset < shift.to ? shift.at : offset - shift.from + shift.at;
  };
}

const moveSpan = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by });

function moveBlock(block: Block, by: number): Block {
  const cells = block.cells?.map((cell) => moveSpan(cell, by));
  return { ...block, span: moveSpan(block.span, by), ...(cells === undefined ? {} : { cells }) };
}
