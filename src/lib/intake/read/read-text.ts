// Plain text has no structure but its lines. Which line ends are ends of a paragraph is told by empty
// lines, by numbers and bullets, by indentation, and by whether the next word would still have fitted:
// a line that was wrapped is full.
import type { Block, ReadDocument } from '../document.ts';
import { linesOf, type Line } from './lines.ts';
import { findMarker } from './marker.ts';
import { tidySigns } from './tidy-signs.ts';

/** A file whose bytes have become text. */
export interface DecodedFile {
  readonly name: string;
  readonly text: string;
}

/** Lines longer than this are not wrapped: each is a paragraph. */
const widestPage = 140;
/** How much shorter than the widest a wrapped line may be, as writers break early before long words. */
const fullShare = 0.85;

/** Reads plain text: kept sign by sign, with the blocks its lines make. */
export function readText({ name, text: raw }: DecodedFile): ReadDocument {
  const tidy = tidySigns(raw);
  // A form feed begins a page; as a line end it has the same length.
  const text = tidy.replaceAll('\f', '\n');
  const blocks = withPages(tidy, textBlocks(text));
  return { format: 'text', name, text, blocks, marks: [], omissions: [], warnings: [], meta: {} };
}

/** The blocks that the lines of a text make. */
export function textBlocks(text: string): readonly Block[] {
  const lines = linesOf(text);
  const width = pageWidth(lines);
  const groups: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1);
    const before = lines[index - 1];
    if (
      group === undefined ||
      before === undefined ||
      startsBlock(line, { before, group, width })
    ) {
      groups.push([line]);
    } else {
      group.push(line);
    }
  }
  const levels: number[] = [];
  let tables = 0;
  return groups.map((group, index) => {
    const follows = isRow(groups[index - 1]);
    // A single line with a tab is a line with a tab.
    if (!isRow(group) || !(follows || isRow(groups[index + 1]))) return blockOf(group, levels);
    if (!follows) tables += 1;
    return rowBlock(group, tables);
  });
}

/** The width to which most lines are wrapped, or that of the longest where they are not. */
function pageWidth(lines: readonly Line[]): number {
  const widths = lines.map(({ indent, words }) => indent + words.length).sort((a, b) => a - b);
  // Not the longest: one address or table should not make all other lines look short.
  return widths[Math.ceil((widths.length - 1) * 0.97)] ?? 0;
}

interface Surroundings {
  readonly before: Line;
  readonly group: readonly Line[];
  readonly width: number;
}

function startsBlock(line: Line, { before, group, width }: Surroundings): boolean {
  if (line.gap > 0) return true;
  if (isUnderline(line, before)) return group.length > 1;
  const [first = before] = group;
  if (group.length > 1 && isUnderline(before, first)) return true;
  if (line.words.includes('\t') && before.words.includes('\t')) return true;
  const isFull = before.indent + before.words.length + 1 + firstWord(line) > width * fullShare;
  const endsSentence = /[.!?;:…»”"]$/.test(before.words);
  if (width > widestPage) return true;
  const marker = findMarker(line.words);
  if (marker !== undefined) {
    // Below an item a number is nearly always that of the next.
    const isListed = findMarker(first.words) !== undefined;
    return isListed || endsSentence || !isFull || /,$|\b(?:and|or)$/.test(before.words);
  }
  if (/^\p{Ll}/u.test(line.words)) return false;
  if (endsSentence && line.indent !== before.indent && line.indent !== hanging(group)) return true;
  return !isFull;
}

/** The column at which the lines under the first one go on. */
function hanging([first, second]: readonly Line[]): number | undefined {
  if (second !== undefined) return second.indent;
  const marker = first === undefined ? undefined : findMarker(first.words);
  return first === undefined || marker === undefined ? undefined : first.indent + marker.length + 1;
}

const firstWord = ({ words }: Line): number => words.search(/\s|$/);

/** A line of signs under a title. */
const isUnderline = (line: Line, before: Line): boolean =>
  /^([=~*#^_-])\1{2,}$/.test(line.words) &&
  line.words.length <= before.words.length + 4 &&
  !/^(\S)\1*$/.test(before.words);

const isRow = (group: readonly Line[] | undefined): boolean =>
  group?.length === 1 &&
  group[0]?.words.includes('\t') === true &&
  findMarker(group[0].words) === undefined;

function rowBlock([line]: readonly Line[], table: number): Block {
  const cells = [];
  let from = line?.start ?? 0;
  for (const cell of (line?.words ?? '').split('\t')) {
    const lead = cell.length - cell.trimStart().length;
    cells.push({ from: from + lead, to: from + lead + cell.trim().length });
    from += cell.length + 1;
  }
  return { kind: 'row', span: { from: line?.start ?? 0, to: line?.to ?? 0 }, cells, table };
}

function blockOf(group: readonly Line[], levels: number[]): Block {
  const [first] = group;
  const last = group.at(-1);
  const span = { from: first?.start ?? 0, to: last?.to ?? 0 };
  if (first === undefined || last === undefined) return { kind: 'paragraph', span };
  if (group.length === 2 && isUnderline(last, first)) {
    return { kind: 'heading', span, level: last.words.startsWith('=') ? 1 : 2 };
  }
  if (findMarker(first.words) === undefined) {
    if (first.indent === 0) levels.length = 0;
    return { kind: 'paragraph', span };
  }
  while (levels.length > 0 && (levels.at(-1) ?? 0) > first.indent) levels.pop();
  if (levels.at(-1) !== first.indent) levels.push(first.indent);
  return { kind: 'item', span, level: levels.length };
}

/** Adds the page each block begins on, where the text has page breaks. */
function withPages(text: string, blocks: readonly Block[]): readonly Block[] {
  if (!text.includes('\f')) return blocks;
  let page = 1;
  let at = 0;
  return blocks.map((block) => {
    for (; at < block.span.from; at += 1) if (text[at] === '\f') page += 1;
    return { ...block, page };
  });
}
