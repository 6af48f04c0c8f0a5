/**
 * The lines of a document, and which line ends part two thoughts. A line end may be the author's or
 * only where the page was full; the test is whether the next word would still have fitted.
 */
import type { Span } from '#lib/model/clause.ts';
import type { Block, ReadDocument } from '../document.ts';
import { trimSpan } from './outline.ts';

/** A visible line of a block. */
export interface Line {
  readonly span: Span;
  readonly block: Block;
  /** The place of its first visible sign in its line of the text, a tab counting as four. */
  readonly indent: number;
  readonly isBlockStart: boolean;
}

/** The blocks in the order of the text, with paragraphs for visible signs that stand in none. */
export function coveringBlocks({ text, blocks }: ReadDocument): readonly Block[] {
  const covering: Block[] = [];
  let at = 0;
  const fill = (to: number): void => {
    const span = trimSpan(text, { from: at, to });
    if (span.from < span.to) covering.push({ kind: 'paragraph', span });
  };
  for (const block of blocks.toSorted((a, b) => a.span.from - b.span.from)) {
    const span = trimSpan(text, { from: Math.max(at, block.span.from), to: block.span.to });
    if (span.from >= span.to) continue;
    fill(span.from);
    covering.push({ ...block, span });
    at = span.to;
  }
  fill(text.length);
  return covering;
}

/** The visible lines of a block. */
export function linesOf(text: string, block: Block): readonly Line[] {
  const lines: Line[] = [];
  let from = block.span.from;
  while (from < block.span.to) {
    const found = text.indexOf('\n', from);
    const end = found === -1 || found > block.span.to ? block.span.to : found;
    const span = trimSpan(text, { from, to: end });
    if (span.from < span.to) {
      const isBlockStart = lines.length === 0;
      lines.push({ span, block, indent: indentAt(text, span.from), isBlockStart });
    }
    from = end + 1;
  }
  return lines;
}

const tabWidth = 4;

function indentAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  if (start > 0 && text[start - 1] !== '\n') return 0;
  return Array.from(text.slice(start, at)).reduce(
    (sum, sign) => sum + (sign === '\t' ? tabWidth : 1),
    0,
  );
}

/** No page of running text is wider, in characters; longer lines are whole paragraphs. */
const widestPage = 130;
/** With this share of longer lines, line ends are the author's. */
const shareOfLongLines = 0.15;

/** How wide the lines of a document run before they are broken; undefined where nothing is wrapped. */
export function wrapWidthOf(lines: readonly Line[]): number | undefined {
  const lengths = lines
    .filter(({ block }) => block.kind !== 'row')
    .map(({ span, indent }) => indent + span.to - span.from);
  const fitting = lengths.filter((length) => length <= widestPage).sort((a, b) => a - b);
  if (lengths.length - fitting.length > shareOfLongLines * lengths.length) return undefined;
  const wide = fitting[Math.floor(fitting.length * 0.9)];
  return wide === undefined || wide < 40 ? undefined : wide;
}

/** Whether the author ended the first of two neighbouring lines, rather than the page. */
export function endsThought(
  text: string,
  [line, next]: readonly [Line, Line],
  wrap: WrapOf,
): boolean {
  const width = wrap(line);
  const words = text.slice(line.span.from, line.span.to);
  const nextWords = text.slice(next.span.from, next.span.to);
  const isOpen = !/[.;:!?»”"…)\]*_>]$/u.test(words);
  const isItem = /^\(?[\p{L}\d]{1,4}[.)]\s/u.test(nextWords);
  if (isOpen && !isItem && /^[\p{Ll}\d,]/u.test(nextWords)) return false;
  if (width === undefined) return true;
  const firstWord = /^\S{1,40}/.exec(nextWords)?.[0] ?? '';
  const room = width - (line.indent + words.length + 1 + firstWord.length);
  return room >= slack;
}

/** A break that leaves so much room was not forced, in characters: lines are ragged. */
const slack = 6;

/** How wide the lines around a line run. */
export type WrapOf = (line: Line) => number | undefined;

/** A block of its own narrower width, as quotes and columns have it, is measured by itself. */
export function wrapOfBlock(lines: readonly Line[], width: number | undefined): number | undefined {
  if (lines.length < 4) return width;
  const lengths = lines.map(({ span, indent }) => indent + span.to - span.from);
  const widest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (widest > widestPage) return undefined;
  const isEven = lengths.slice(0, -1).every((length) => length > widest * 0.75);
  return isEven ? widest : width;
}
