import type { Span } from '#lib/model/clause.ts';
import type { Block, BlockKind, Mark, MarkKind, Omission, OmissionKind } from '../document.ts';

/** What the next words will be a block of. */
export interface BlockShape {
  readonly kind: BlockKind;
  readonly level?: number;
  /** Put in front of the words as the document's own program would. */
  readonly number?: string;
  readonly apart?: boolean;
}

interface OpenBlock extends BlockShape {
  readonly from: number;
}

interface OpenMark {
  readonly kind: MarkKind;
  readonly target: string | undefined;
  /** Where its first visible sign stands in the open block; undefined before. */
  from: number | undefined;
}

interface OpenRow {
  readonly table: number;
  readonly isHeaderRow: boolean;
  readonly apart: boolean;
  /** The piece it begins with, and where its first cell stands. */
  readonly start: number;
  readonly from: number;
  readonly cells: Span[];
}

/**
 * Writes the text of a document whose format flows words into blocks: white space is drawn together,
 * blocks begin with their first visible sign, and marks stay inside blocks.
 */
export class TextFlow {
  readonly blocks: Block[] = [];
  readonly marks: Mark[] = [];
  readonly omissions: Omission[] = [];
  /** The text in pieces, because a long string that grows is copied again and again. */
  readonly #pieces: string[] = [];
  #length = 0;
  #shape: BlockShape = { kind: 'paragraph' };
  #block: OpenBlock | undefined;
  #row: OpenRow | undefined;
  #cellFrom: number | undefined;
  readonly #open: OpenMark[] = [];
  /** Visible signs of the open block, and how many of them are bold. */
  #signs = 0;
  #strongSigns = 0;
  /** White space that is written when more words come. */
  #space = '';

  get text(): string {
    return this.#pieces.join('');
  }

  /** Ends the block that is open; words that come are a block of this shape. In a cell, a new line. */
  begin(shape: BlockShape): void {
    if (this.#row === undefined) this.#endBlock();
    else this.breakLine();
    this.#shape = shape;
  }

  /**
   * As `begin`, for what may be the first inside an item: an item whose words have not come yet stays
   * the item with a paragraph, and hands its number to a heading or an item inside it.
   */
  beginInside(shape: BlockShape): void {
    const waiting = this.#block === undefined ? this.#shape : undefined;
    if (waiting?.kind !== 'item') this.begin(shape);
    else if (shape.kind === 'item' || shape.kind === 'heading') {
      const numbers = [waiting.number, shape.number].filter((n) => n !== undefined && n.length > 1);
      const number = numbers.length > 1 ? numbers.join(' ') : (shape.number ?? waiting.number);
      this.begin({ ...shape, ...(number === undefined ? {} : { number }) });
    }
  }

  /** Adds words with the white space of a source, which is drawn together. */
  addWords(source: string): void {
    const words = source.replace(/[ \t\n\f\r]+/g, ' ');
    if (!/\S/.test(words)) {
      if (words !== '') this.#space ||= ' ';
      return;
    }
    if (words.startsWith(' ')) this.#space ||= ' ';
    const isOpenEnded = words.endsWith(' ');
    this.#write(words.trim());
    if (isOpenEnded) this.#space = ' ';
  }

  /** Adds text whose white space means something. */
  addVerbatim(text: string): void {
    const body = text.trimEnd();
    if (body === '') return;
    this.#write(
      this.#block === undefined && this.#row === undefined ? body.replace(/^\s*\n/, '') : body,
    );
    this.#space = text.slice(body.length);
  }

  /** Adds signs that the document's program displays and the file does not hold. */
  addGenerated(signs: string): void {
    const from = this.#write(signs);
    this.marks.push({ kind: 'generated', span: { from, to: this.#length } });
  }

  breakLine(): void {
    this.#space = '\n';
  }

  /** Words between this and `closeMark` are marked, block by block. */
  openMark(kind: MarkKind, target?: string): void {
    this.#open.push({ kind, target, from: undefined });
  }

  closeMark(): void {
    const mark = this.#open.pop();
    if (mark !== undefined) this.#keepMark(mark);
  }

  leaveOut(kind: OmissionKind, words: string): void {
    this.omissions.push({ kind, words, at: this.#length });
  }

  beginRow(row: Pick<OpenRow, 'table' | 'isHeaderRow' | 'apart'>): void {
    this.#endBlock();
    const start = this.#pieces.length;
    this.#separate('row', row.table);
    this.#row = { ...row, start, from: this.#length, cells: [] };
  }

  beginCell(): void {
    const row = this.#row;
    if (row === undefined) return;
    if (row.cells.length > 0) this.#append('\t');
    this.#cellFrom = this.#length;
    this.#space = '';
    this.#shape = { kind: 'paragraph' };
  }

  endCell(): void {
    if (this.#row === undefined || this.#cellFrom === undefined) return;
    for (const mark of this.#open) this.#keepMark(mark);
    this.#row.cells.push({ from: this.#cellFrom, to: this.#length });
    this.#cellFrom = undefined;
    this.#space = '';
  }

  /** Ends a row; one without words leaves nothing. */
  endRow(): void {
    const row = this.#row;
    this.#row = undefined;
    this.#space = '';
    this.#shape = { kind: 'paragraph' };
    if (row === undefined) return;
    const { start, from, cells, table, isHeaderRow, apart } = row;
    if (!cells.some((cell) => cell.to > cell.from)) {
      for (const piece of this.#pieces.splice(start)) this.#length -= piece.length;
      this.#pullOmissions();
      return;
    }
    const span = { from: cells[0]?.from ?? from, to: this.#length };
    const kinds = { ...(isHeaderRow ? { isHeaderRow } : {}), ...(apart ? { apart } : {}) };
    this.blocks.push({ kind: 'row', span, cells, table, ...kinds });
  }

  /** Ends what is open. */
  end(): void {
    this.#endBlock();
  }

  /** Writes visible signs behind the white space that is due, and says where they begin. */
  #write(signs: string): number {
    if (this.#row === undefined) this.#beginBlock();
    const isFirst = this.#length === (this.#cellFrom ?? this.#block?.from);
    if (!isFirst) this.#append(this.#space);
    this.#space = '';
    if (this.#row !== undefined && this.#shape.number !== undefined) {
      const { number } = this.#shape;
      this.#shape = { kind: 'paragraph' };
      this.addGenerated(number);
      this.#append(' ');
    }
    const from = this.#length;
    for (const mark of this.#open) mark.from ??= from;
    this.#append(signs);
    this.#signs += signs.length;
    if (this.#open.some(({ kind }) => kind === 'strong')) this.#strongSigns += signs.length;
    return from;
  }

  #beginBlock(): void {
    if (this.#block !== undefined) return;
    this.#separate(this.#shape.kind);
    const from = this.#length;
    this.#block = { ...this.#shape, from };
    this.#signs = 0;
    this.#strongSigns = 0;
    const { number } = this.#shape;
    if (number !== undefined) {
      this.#append(`${number} `);
      this.marks.push({ kind: 'generated', span: { from, to: from + number.length } });
      this.#space = '';
    }
  }

  #endBlock(): void {
    const block = this.#block;
    this.#block = undefined;
    this.#space = '';
    if (block === undefined) return;
    for (const mark of this.#open) this.#keepMark(mark);
    const { from, ...shape } = block;
    const span = { from, to: this.#length };
    const strong = this.#strongSigns > 0 && this.#strongSigns === this.#signs;
    this.blocks.push({ ...shape, span, ...(strong ? { strong } : {}) });
    // What follows without a beginning of its own is no second item or heading.
    const apart = shape.apart === true ? { apart: true } : {};
    this.#shape = { kind: shape.kind === 'quote' ? 'quote' : 'paragraph', ...apart };
  }

  /** Items and rows of one list or table follow line by line, other blocks after an empty line. */
  #separate(kind: BlockKind, table?: number): void {
    const before = this.blocks.at(-1);
    if (before === undefined) return;
    const isNext =
      kind === before.kind && (kind === 'item' || (kind === 'row' && table === before.table));
    this.#append(isNext ? '\n' : '\n\n');
  }

  #keepMark(mark: OpenMark): void {
    if (mark.from === undefined) return;
    const { kind, target, from } = mark;
    const span = { from, to: this.#length };
    this.marks.push({ kind, span, ...(target === undefined ? {} : { target }) });
    mark.from = undefined;
  }

  /** Brings omissions back that stood in a row which left nothing. */
  #pullOmissions(): void {
    for (let i = this.omissions.length - 1; i >= 0; i -= 1) {
      const omission = this.omissions[i];
      if (omission === undefined || omission.at <= this.#length) return;
      this.omissions[i] = { ...omission, at: this.#length };
    }
  }

  #append(signs: string): void {
    if (signs === '') return;
    this.#pieces.push(signs);
    this.#length += signs.length;
  }
}
