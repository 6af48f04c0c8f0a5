import type { Mark, MarkKind, Omission } from '../../document.ts';
import type { Span } from '#lib/model/clause.ts';
import type { LineHyphens } from './line-hyphens.ts';
import type { Row, Run } from './page-content.ts';
import type { Paragraph } from './paragraphs.ts';
import { keptWords } from './raised-numbers.ts';
import { isTurnedRow, mendBrackets, readingOrder } from './reading-order.ts';
import { isSpaced, rowText } from './row-text.ts';

export interface Manner {
  /** Code keeps its lines. */
  readonly keepLines?: boolean;
  /** A cell is no block that could be called bold as a whole. */
  readonly isCell?: boolean;
  /** The words are of a text that strikes out what goes and sets off what is new. */
  readonly isRedline?: boolean;
}

/** What is drawn on the words of a run, as marks of the document. */
function marksOf(
  run: Run,
  { isAllBold, isRedline }: { readonly isAllBold: boolean; readonly isRedline: boolean },
): readonly MarkKind[] {
  const kinds: MarkKind[] = [];
  if (run.bold && !isAllBold) kinds.push('strong');
  if (run.struck === true) kinds.push('struck');
  if (isRedline && run.struck === true) kinds.push('deleted');
  else if (isRedline && (run.bold || run.underlined === true)) kinds.push('inserted');
  return kinds;
}

/** Writes paragraphs one after the other and keeps where their words, marks and pages came to stand. */
export class TextWriter {
  readonly #pieces: string[] = [];
  readonly #hyphens: LineHyphens;
  readonly marks: Mark[] = [];
  readonly omissions: Omission[] = [];
  readonly #pages = new Map<number, Span>();
  #length = 0;
  #paragraphFrom = 0;

  constructor(hyphens: LineHyphens) {
    this.#hyphens = hyphens;
  }

  get length(): number {
    return this.#length;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** From the first to the last sign that was written of a page. */
  pageSpan(page: number): Span | undefined {
    return this.#pages.get(page);
  }

  write(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** Writes the words of a paragraph on one line and returns where they stand. */
  writeParagraph(
    { rows }: Paragraph,
    { keepLines = false, isCell = false, isRedline = false }: Manner = {},
  ): Span {
    const from = this.#length;
    this.#paragraphFrom = from;
    const piece = this.#pieces.length;
    const isAllBold = !isCell && rows.every((row) => row.runs.every((run) => run.bold));
    for (const [i, row] of rows.entries()) {
      const next = rows[i + 1];
      const end = next === undefined || keepLines ? 'none' : this.#judge(row, next);
      this.#writeRow(row, { isAllBold, isRedline, dropHyphen: end === 'drop' });
      if (next === undefined) continue;
      if (keepLines) this.write('\n');
      else if (end !== 'drop' && end !== 'keep') this.write(' ');
    }
    if (rows.some(isTurnedRow)) {
      const mended = mendBrackets(this.#pieces.splice(piece).join(''));
      this.#pieces.push(mended);
    }
    return { from, to: this.#length };
  }

  #judge(row: Row, next: Row): ReturnType<LineHyphens['judge']> {
    return this.#hyphens.judge(rowText(row), rowText(next));
  }

  #writeRow(
    row: Row,
    manner: {
      readonly isAllBold: boolean;
      readonly isRedline: boolean;
      readonly dropHyphen: boolean;
    },
  ): void {
    const from = this.#length;
    const runs = readingOrder(row.runs);
    for (const [i, run] of runs.entries()) {
      const before = runs[i - 1];
      if (before !== undefined && isSpaced(before, run)) this.write(' ');
      const isCut = manner.dropHyphen && i === runs.length - 1 && /[-\u00ad‐]$/.test(run.text);
      const words = keptWords(run, row);
      const start = this.#length;
      this.write(isCut ? words.slice(0, -1) : words);
      for (const kind of marksOf(run, manner)) this.#mark(kind, { from: start, to: this.#length });
      if (isCut) {
        const { page } = run;
        this.omissions.push({ kind: 'hyphen', words: run.text.slice(-1), at: this.#length, page });
      }
    }
    const page = row.runs[0]?.page ?? 0;
    const known = this.#pages.get(page);
    this.#pages.set(page, {
      from: Math.min(known?.from ?? from, from),
      to: Math.max(known?.to ?? 0, this.#length),
    });
  }

  /** Marks of one paragraph that follow each other with nothing but space between are one. */
  #mark(kind: MarkKind, span: Span): void {
    if (span.from === span.to) return;
    const at = this.marks.findLastIndex((mark) => mark.kind === kind);
    const last = this.marks[at];
    const isNear = last !== undefined && span.from - last.span.to <= 1;
    if (isNear && last.span.from >= this.#paragraphFrom)
      this.marks[at] = { kind, span: { from: last.span.from, to: span.to } };
    else this.marks.push({ kind, span });
  }
}
