/** A document as units: stretches of which each begins a piece, or goes on with the one before. */
import type { Span } from '#lib/model/clause.ts';
import type { Block, ReadDocument } from '../document.ts';
import { findInlineItems } from './inline-items.ts';
import {
  coveringBlocks,
  endsThought,
  linesOf,
  wrapOfBlock,
  wrapWidthOf,
  type Line,
} from './lines.ts';
import { isDateLine } from './date-line.ts';
import { readMarker, type Marker } from './markers.ts';
import { trimSpan } from './outline.ts';
import { findRunningLines, isContentsLine } from './running-lines.ts';

export interface Unit {
  readonly span: Span;
  readonly block: Block;
  /** Where its words begin, behind signs of markup and opening brackets. */
  readonly wordsFrom: number;
  readonly marker?: Marker;
  readonly indent: number;
  readonly place: 'block' | 'line' | 'inline';
  /** Whether the whole unit is set bold. */
  readonly isStrong: boolean;
  /** Whether it is a head or foot of a page, or a line of a table of contents. */
  readonly isAside: boolean;
}

/** The units of a document, in the order of its text; together they hold all its visible signs. */
export function unitsOf(document: ReadDocument): readonly Unit[] {
  const { text } = document;
  const blocks = coveringBlocks(document);
  const lines = blocks.map((block) => linesOf(text, block));
  const width = wrapWidthOf(lines.flat());
  const running = findRunningLines(text, lines.flat());
  const isAside = ({ span }: Line): boolean =>
    running.has(span.from) || isContentsLine(text.slice(span.from, span.to));
  return blocks.flatMap((block, index) => {
    const own = lines[index] ?? [];
    if (block.kind === 'row')
      return [unitAt(text, own[0], { span: block.span, place: 'block', isAside: false })];
    const around = wrapOfBlock(own, width);
    const stretches = stretchesOf(text, own, { width: around, isAside });
    return stretches.flatMap((stretch, at) => cutInline(text, stretch, stretches[at + 1]));
  });
}

interface Stretch {
  readonly line: Line;
  readonly span: Span;
  readonly isAside: boolean;
}

/** Lines that belong together, joined. */
function stretchesOf(
  text: string,
  lines: readonly Line[],
  {
    width,
    isAside,
  }: { readonly width: number | undefined; readonly isAside: (line: Line) => boolean },
): readonly Stretch[] {
  const stretches: { line: Line; last: Line; span: Span; isAside: boolean }[] = [];
  for (const line of lines) {
    const open = stretches.at(-1);
    const aside = isAside(line);
    const goesOn =
      open !== undefined &&
      !aside &&
      !open.isAside &&
      (isFenced(text, line.block) ||
        (!endsThought(text, [open.last, line], () => width) &&
          !mayBeginItem(text, open.last, line)));
    if (goesOn) {
      open.span = { from: open.span.from, to: line.span.to };
      open.last = line;
    } else {
      stretches.push({ line, last: line, span: line.span, isAside: aside });
    }
  }
  return stretches;
}

/** Code between fences is left whole; text set in far or kept in its lines is text all the same. */
const isFenced = (text: string, { kind, span }: Block): boolean =>
  kind === 'code' && /^(?:```|~~~)/.test(text.slice(span.from, span.from + 3));

/** Whether a line inside a paragraph looks like a new item rather than words that were wrapped. */
function mayBeginItem(text: string, before: Line, line: Line): boolean {
  const marker = readMarker(text, { from: leadOf(text, line.span), to: line.span.to });
  if (marker === undefined || marker.isWeak) return false;
  if (line.indent > before.indent + 1 && marker.sort !== 'bullet') return true;
  return /[.;:,!?…)\]»”"]$|(?<!\p{L})(?:and|or|та|або|и|или|et|ou|und|oder)$/iu.test(
    text.slice(Math.max(before.span.from, before.span.to - 8), before.span.to),
  );
}

/** A stretch, cut again where items begin inside it. */
function cutInline(
  text: string,
  { line, span, isAside }: Stretch,
  following: Stretch | undefined,
): readonly Unit[] {
  const place = line.isBlockStart ? 'block' : 'line';
  if (isFenced(text, line.block) || isAside) return [unitAt(text, line, { span, place, isAside })];
  const first = unitAt(text, line, { span, place, isAside });
  const behind = { from: first.marker?.span.to ?? first.wordsFrom, to: span.to };
  const next = following === undefined ? undefined : readMarker(text, following.span);
  const items = findInlineItems(text, behind, { own: first.marker, next });
  if (items.length === 0) return [first];
  const starts = items.map((item) => item.span.from);
  const head = trimSpan(text, { from: span.from, to: starts[0] ?? span.to });
  return [
    unitAt(text, line, { span: head, place, isAside }),
    ...items.map((item, index) => {
      const own = trimSpan(text, { from: item.span.from, to: starts[index + 1] ?? span.to });
      return unitAt(text, line, { span: own, place: 'inline', isAside });
    }),
  ];
}

function unitAt(
  text: string,
  line: Line | undefined,
  { span, place, isAside }: Pick<Unit, 'span' | 'place' | 'isAside'>,
): Unit {
  const block = line?.block ?? { kind: 'paragraph', span };
  const wordsFrom = leadOf(text, span);
  const words = text.slice(span.from, span.to);
  const isBare = block.kind === 'row' || isDateLine(words) || isAside;
  const marker = isBare ? undefined : markerOf(text, { block, span, wordsFrom });
  const isStrong = (block.strong ?? false) || isSetBold(words);
  return {
    span,
    block,
    wordsFrom,
    ...(marker === undefined ? {} : { marker }),
    indent: Math.max(line?.indent ?? 0, depthOfItem(block)),
    place,
    isStrong,
    isAside,
  };
}

/** The levels of a list count like an indent of four where the text shows none. */
function depthOfItem({ kind, level }: Block): number {
  return kind === 'item' && level !== undefined ? (level - 1) * 4 : 0;
}

function markerOf(
  text: string,
  {
    block,
    span,
    wordsFrom,
  }: { readonly block: Block; readonly span: Span; readonly wordsFrom: number },
): Marker | undefined {
  const known = block.number;
  const isFirst = block.span.from === span.from;
  const found =
    readMarker(text, { from: span.from, to: span.to }) ??
    readMarker(text, { from: wordsFrom, to: span.to });
  if (known === undefined || known === '' || !isFirst) return found;
  if (found !== undefined) return { ...found, isWeak: false };
  const from = text.startsWith(known, span.from) ? span.from : text.indexOf(known, span.from);
  if (from === -1 || from >= wordsFrom + known.length) return undefined;
  const numbered = readMarker(`${known}.`, { from: 0, to: known.length + 1 });
  const { sort, readings } = numbered ?? { sort: 'bullet', readings: [] };
  return { span: { from, to: from + known.length }, sort, readings, isWeak: false };
}

/** Signs of markup and opening brackets before the first word are at most so many. */
const longestLead = 24;

/** Where the words of a span begin. */
function leadOf(text: string, { from, to }: Span): number {
  const end = Math.min(to, from + longestLead);
  let at = from;
  while (at < end && '#>*_~\\[ \t\u00a0'.includes(text.charAt(at))) at += 1;
  return at < to ? at : from;
}

/** Markdown's way to set a whole line bold. */
const isSetBold = (words: string): boolean =>
  words.length < 300 && /^(\*\*|__)(?!\s)[^*_]{1,280}\1:?$/.test(words);
