// What pages cut in two is put together again here.
import { middleOf, type Corridor } from './corridors.ts';
import type { DocumentPart } from './document-part.ts';
import type { Row } from './page-content.ts';
import type { Region } from './page-layout.ts';
import { isAllBold, makeParagraphs, type Paragraph } from './paragraphs.ts';
import { rowText } from './row-text.ts';
import type { Table, TableRow } from './table-rows.ts';

/** Takes regions in order and keeps the last paragraph or row open for what goes on. */
export class PartJoiner {
  readonly #parts: DocumentPart[] = [];
  /** Notes and asides of pages; they follow the paragraph that goes on over the end of their page. */
  #waiting: DocumentPart[] = [];
  #table: Table | undefined;
  #known: Corridor | undefined;
  #tables = 0;
  #isPageHead = true;

  /** The table the text so far ends with. */
  get openTable(): Table | undefined {
    return this.#table;
  }

  /** The corridor of the last table with headings of amendments. */
  get knownCorridor(): Corridor | undefined {
    return this.#known;
  }

  beginPage(): void {
    this.#isPageHead = true;
  }

  add(region: Region): void {
    if (region.kind === 'flow') this.#addFlow(region.rows);
    else this.#addTable(region.table);
    this.#isPageHead = false;
  }

  addNote(paragraph: Paragraph): void {
    this.#waiting.push({ kind: 'text', paragraph, isNote: true });
  }

  addAside(paragraph: Paragraph): void {
    this.#waiting.push({ kind: 'text', paragraph, isNote: false });
  }

  parts(): readonly DocumentPart[] {
    this.#settle();
    return this.#parts;
  }

  #addFlow(rows: readonly Row[]): void {
    this.#table = undefined;
    for (const [i, paragraph] of makeParagraphs(rows).entries()) {
      const last = this.#parts.at(-1);
      if (
        i === 0 &&
        last?.kind === 'text' &&
        !last.isNote &&
        continues(last.paragraph, paragraph)
      ) {
        const merged = { ...last.paragraph, rows: [...last.paragraph.rows, ...paragraph.rows] };
        this.#parts[this.#parts.length - 1] = { ...last, paragraph: merged };
        continue;
      }
      this.#settle();
      this.#parts.push({ kind: 'text', paragraph, isNote: false });
    }
  }

  #addTable(table: Table): void {
    const isSame = this.#isPageHead && this.#table !== undefined && isSameTable(this.#table, table);
    if (!isSame) this.#tables += 1;
    for (const [i, row] of table.rows.entries()) {
      const cells = row.cells.map((cell) => makeParagraphs(cell));
      const last = this.#parts.at(-1);
      if (
        isSame &&
        i === 0 &&
        last?.kind === 'row' &&
        !last.isHeader &&
        !row.isHeader &&
        rowContinues(last.cells, cells)
      ) {
        this.#parts[this.#parts.length - 1] = { ...last, cells: joinCells(last.cells, cells) };
        continue;
      }
      this.#settle();
      this.#parts.push({ kind: 'row', cells, table: this.#tables, isHeader: row.isHeader });
    }
    this.#table = table;
    const [corridor, ...others] = table.corridors;
    if (others.length === 0 && table.rows.some(({ isHeader }) => isHeader)) this.#known = corridor;
  }

  #settle(): void {
    this.#parts.push(...this.#waiting);
    this.#waiting = [];
  }
}

/** Two columns on two pages are those of one table if they stand this near to each other, in points. */
const sameColumn = 15;

function isSameTable(above: Table, below: Table): boolean {
  const [head] = below.rows;
  if (above.corridors.length !== below.corridors.length || head === undefined) return false;
  if (head.isHeader && !above.rows.some((row) => row.isHeader && sameCells(row, head)))
    return false;
  return above.corridors.every((corridor, i) => {
    const other = below.corridors[i];
    return other !== undefined && Math.abs(middleOf(corridor) - middleOf(other)) < sameColumn;
  });
}

const sameCells = (a: TableRow, b: TableRow): boolean =>
  a.cells.every((cell, i) => textOf(cell) === textOf(b.cells[i] ?? []));

const textOf = (rows: readonly Row[]): string => rows.map(rowText).join(' ');

const lastText = (paragraphs: readonly Paragraph[]): string => {
  const row = paragraphs.at(-1)?.rows.at(-1);
  return row === undefined ? '' : rowText(row);
};
const firstText = (paragraphs: readonly Paragraph[]): string => {
  const row = paragraphs[0]?.rows[0];
  return row === undefined ? '' : rowText(row);
};

const isUnfinished = (text: string): boolean => /[\p{L}\p{N},(–—-]$/u.test(text);

/** Whether the first row of a page is the rest of the last row of the page before. */
function rowContinues(
  above: readonly (readonly Paragraph[])[],
  below: readonly (readonly Paragraph[])[],
): boolean {
  const filled = below.filter((cell) => cell.length > 0);
  if (filled.length < below.length) return true;
  return below.some((cell, i) => {
    const before = lastText(above[i] ?? []);
    return (
      (isUnfinished(before) && before.length > 40) ||
      (before !== '' && /^\p{Ll}/u.test(firstText(cell)))
    );
  });
}

function joinCells(
  above: readonly (readonly Paragraph[])[],
  below: readonly (readonly Paragraph[])[],
): readonly (readonly Paragraph[])[] {
  return above.map((cell, i) => {
    const rest = below[i] ?? [];
    const last = cell.at(-1);
    const [first] = rest;
    if (last === undefined || first === undefined) return [...cell, ...rest];
    if (!continues(last, first)) return [...cell, ...rest];
    return [
      ...cell.slice(0, -1),
      { ...last, rows: [...last.rows, ...first.rows] },
      ...rest.slice(1),
    ];
  });
}

/** Whether a paragraph at the head of a page or column is the rest of the one before. */
function continues(above: Paragraph, below: Paragraph): boolean {
  const last = above.rows.at(-1);
  const [first] = below.rows;
  if (last === undefined || first === undefined) return false;
  if (Math.abs(last.size - first.size) > 0.12 * last.size) return false;
  if (isAllBold(last) !== isAllBold(first) && above.rows.length < 2) return false;
  const before = rowText(last);
  const after = rowText(first);
  if (below.marker !== undefined) return false;
  if (/^\p{Ll}/u.test(after)) return !/[.!?:]$/.test(before) || !/^\p{Ll}[.)]/u.test(after);
  return isUnfinished(before) && !isShortLine(above) && before.length > 20;
}

function isShortLine({ rows }: Paragraph): boolean {
  const last = rows.at(-1);
  if (last === undefined || rows.length < 2) return true;
  const right = Math.max(...rows.map((row) => row.right));
  return last.right < right - 6 * last.size;
}
