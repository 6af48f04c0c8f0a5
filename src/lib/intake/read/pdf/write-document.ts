import type { Block, Mark, Omission } from '../../document.ts';
import { LineHyphens } from './line-hyphens.ts';
import type { DocumentPart } from './document-part.ts';
import type { DocumentParts } from './document-parts.ts';
import type { Furniture } from './page-furniture.ts';
import type { Row } from './page-content.ts';
import { isAllBold, type Paragraph } from './paragraphs.ts';
import { rowText } from './row-text.ts';
import { kindOf, type ParagraphKind } from './text-kind.ts';
import { TextWriter } from './text-writer.ts';

export interface WrittenDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly omissions: readonly Omission[];
}

/** The kept text of a document with its blocks and marks, and what was left out of it. */
export function writeDocument({ parts, furniture, style }: DocumentParts): WrittenDocument {
  const kinds = parts.map((part) =>
    part.kind === 'row'
      ? undefined
      : part.isNote
        ? { kind: 'note' as const }
        : kindOf(part.paragraph, style),
  );
  const levels = headingLevels(kinds);
  const depths = itemDepths(parts, kinds);
  const writer = new TextWriter(new LineHyphens(parts.flatMap(rowsOf)));
  const isRedline = isRedlined(parts);
  const blocks: Block[] = [];
  for (const [i, part] of parts.entries()) {
    if (i > 0) writer.write(isSameTable(parts[i - 1], part) ? '\n' : '\n\n');
    const kind = kinds[i];
    if (part.kind === 'row') blocks.push(writeRow(writer, part, isRedline && !part.isHeader));
    else if (kind !== undefined)
      blocks.push(
        writeText(writer, part.paragraph, { ...kind, levels, isRedline, depth: depths[i] ?? 1 }),
      );
  }
  const left = furniture.map((piece) => omissionOf(piece, writer));
  const omissions = [...writer.omissions, ...left].sort((a, b) => a.at - b.at);
  const marks = [...writer.marks].sort(
    (a, b) => a.span.from - b.span.from || a.span.to - b.span.to,
  );
  return { text: writer.text, blocks, marks, omissions };
}

const rowsOf = (part: DocumentPart): readonly Row[] =>
  part.kind === 'row' ? part.cells.flat().flatMap(({ rows }) => rows) : part.paragraph.rows;

/** One struck word may be a slip of the layout; a paper that amends a text strikes out more. */
const leastStruck = 3;

const isRedlined = (parts: readonly DocumentPart[]): boolean =>
  parts
    .flatMap(rowsOf)
    .flatMap(({ runs }) => runs)
    .filter(({ struck }) => struck === true).length >= leastStruck;

const isSameTable = (above: DocumentPart | undefined, below: DocumentPart): boolean =>
  above?.kind === 'row' && below.kind === 'row' && above.table === below.table;

function headingLevels(kinds: readonly (ParagraphKind | undefined)[]): readonly number[] {
  const sizes = new Set(kinds.flatMap((kind) => kind?.headingSize ?? []));
  return [...sizes].sort((a, b) => b - a);
}

/** Items set in further than this, in points, are a level deeper; further than the other, another column. */
const deeper = 4;
const elsewhere = 120;

/** How deep each item lies, by the indents of the items before it; 1 for all else. */
function itemDepths(
  parts: readonly DocumentPart[],
  kinds: readonly (ParagraphKind | undefined)[],
): readonly number[] {
  let open: number[] = [];
  return parts.map((part, i) => {
    const kind = kinds[i]?.kind;
    if (part.kind === 'row' || kind === 'heading') open = [];
    const left = part.kind === 'row' ? undefined : part.paragraph.rows[0]?.left;
    if (kind !== 'item' || left === undefined) return 1;
    open = open.filter((other) => other < left - deeper && other > left - elsewhere);
    open.push(left);
    return open.length;
  });
}

interface TextManner {
  readonly levels: readonly number[];
  readonly depth: number;
  readonly isRedline: boolean;
}

function writeText(
  writer: TextWriter,
  paragraph: Paragraph,
  { kind, headingSize, levels, depth, isRedline }: ParagraphKind & TextManner,
): Block {
  const span = writer.writeParagraph(paragraph, {
    keepLines: kind === 'code',
    isRedline: isRedline && (kind === 'paragraph' || kind === 'item'),
  });
  const { rows, marker } = paragraph;
  const page = rows[0]?.runs[0]?.page;
  return {
    kind,
    span,
    ...(headingSize !== undefined && { level: Math.min(6, levels.indexOf(headingSize) + 1) }),
    ...(kind === 'item' && marker !== undefined && { number: marker, level: depth }),
    ...(rows.every(isAllBold) && { strong: true }),
    ...(page !== undefined && { page }),
  };
}

function writeRow(
  writer: TextWriter,
  part: Extract<DocumentPart, { readonly kind: 'row' }>,
  isRedline: boolean,
): Block {
  const from = writer.length;
  const cells = part.cells.map((cell, i) => {
    if (i > 0) writer.write('\t');
    const start = writer.length;
    for (const [j, paragraph] of cell.entries()) {
      if (j > 0) writer.write('\n');
      writer.writeParagraph(paragraph, { isCell: true, isRedline });
    }
    return { from: start, to: writer.length };
  });
  const page = rowsOf(part)[0]?.runs[0]?.page;
  return {
    kind: 'row',
    span: { from, to: writer.length },
    cells,
    table: part.table,
    ...(part.isHeader && { isHeaderRow: true }),
    ...(page !== undefined && { page }),
  };
}

/** Heads stood before the first words of their page, feet behind the last. */
function omissionOf({ kind, row }: Furniture, writer: TextWriter): Omission {
  const page = row.runs[0]?.page ?? 1;
  let at = 0;
  for (let p = page; p > 0; p -= 1) {
    const span = writer.pageSpan(p);
    if (span === undefined) continue;
    at = p === page && kind === 'page-head' ? span.from : span.to;
    break;
  }
  return { kind, words: rowText(row), at, page };
}
