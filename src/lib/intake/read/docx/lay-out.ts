// Lays the content of a document out as text: paragraphs, items, rows, boxes and notes in the order
// in which a person reads them.
import type { Span } from '#lib/model/clause.ts';
import type { Block, BlockKind } from '../../document.ts';
import { hasVisibleSign } from '../tidy-signs.ts';
import { childOf, elementsOf, valueOf, type Element } from './element.ts';
import type { ItemNumber } from './count-items.ts';
import { Fields } from './fields.ts';
import { innerFlow } from './inner-flow.ts';
import { hiddenByView, plainFlow, type Flow, type Piece } from './piece.ts';
import { chooseBranch } from './plain-words.ts';
import { readParagraph } from './read-paragraph.ts';
import { readTable, type Row, type Table } from './read-table.ts';
import type { Source } from './source.ts';
import { isContents, noteShape, shapeOf, type Shaped } from './shape.ts';
import { placeIn, type Style } from './styles.ts';
import type { TextWriter } from './text-writer.ts';
import { trackedMark } from './toggles.ts';

/** Where content is laid out: as blocks of the text, as blocks of notes, or as lines of a cell. */
type Place = 'text' | 'note' | 'cell';

interface Paragraph extends Shaped {
  readonly pieces: readonly Piece[];
}

const betweenBlocks = '\n\n';
const betweenItems = '\n';

export class Layout {
  readonly #source: Source;
  readonly #writer: TextWriter;
  #tables = 0;
  #before: BlockKind | undefined;
  #embedded = 0;

  constructor(source: Source, writer: TextWriter) {
    this.#source = source;
    this.#writer = writer;
  }

  /** Other documents that are only held, not shown, by this one. */
  get embedded(): number {
    return this.#embedded;
  }

  /** Lays out the body, then the notes that it refers to, which may refer to others. */
  layOutAll(body: Element): void {
    this.#layOut(body, { flow: plainFlow, place: 'text', fields: new Fields() });
    for (const { label, content } of this.#source.shownNotes())
      this.#layOut(content, { flow: plainFlow, place: 'note', fields: new Fields(), label });
  }

  #layOut(container: Element, setting: Setting): void {
    let label = setting.label;
    let pieces: Piece[] = [];
    /** A paragraph without an end of its own, to be joined with the next one. */
    let waiting: Element | undefined;
    const write = (paragraph: Element | undefined): void => {
      if (paragraph === undefined) return;
      if (this.#writeParagraph(this.#paragraphOf(paragraph, pieces), { ...setting, label }))
        label = undefined;
      pieces = [];
      waiting = undefined;
    };
    for (const { element, flow } of this.#unitsOf(container, setting.flow)) {
      if (element.name === 'w:tbl') {
        write(waiting);
        this.#layOutTable(element, { ...setting, flow });
        continue;
      }
      for (const piece of this.#piecesOf(element, flow, setting.fields)) pieces.push(piece);
      if (this.#losesItsEnd(element)) {
        pieces.push(lineEnd(element, this.#source));
        waiting = element;
      } else {
        write(element);
      }
    }
    write(waiting);
  }

  /** Paragraphs and tables of a container, also those inside forms, changes and choices. */
  *#unitsOf(container: Element, flow: Flow): Generator<{ element: Element; flow: Flow }> {
    for (const child of elementsOf(container)) {
      if (child.name === 'w:p' || child.name === 'w:tbl') {
        yield { element: child, flow };
      } else if (child.name === 'mc:AlternateContent') {
        yield* this.#unitsOf(chooseBranch(child), flow);
      } else if (child.name === 'w:altChunk') {
        this.#embedded += 1;
      } else if (!child.name.endsWith('Pr')) {
        yield* this.#unitsOf(
          child,
          innerFlow(child, flow, () => undefined),
        );
      }
    }
  }

  #piecesOf(element: Element, flow: Flow, fields: Fields): readonly Piece[] {
    const styleToggles = this.#styleOf(element)?.toggles ?? {};
    return readParagraph(element, flow, { source: this.#source, fields, styleToggles });
  }

  #styleOf(paragraph: Element): Style | undefined {
    const { styles } = this.#source;
    return styles.find(valueOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')) ?? styles.ordinary;
  }

  /** Whether the view joins this paragraph with the next one, as its end was struck or put in. */
  #losesItsEnd(paragraph: Element): boolean {
    const mark = trackedMark(childOf(paragraph, 'w:pPr'));
    if (mark.inserted || mark.deleted) this.#source.noticeTracked();
    return hiddenByView(mark, this.#source.view) !== undefined;
  }

  #paragraphOf(element: Element, pieces: readonly Piece[]): Paragraph {
    const style = this.#styleOf(element);
    const own = placeIn(childOf(element, 'w:pPr'));
    const list = own.list ?? style?.place.list;
    // A paragraph that is gone does not count; list 0 takes one out of the list of its style.
    const isGone = this.#losesItsEnd(element) && !pieces.some(isShown);
    const number =
      list === undefined || list === '0' || isGone
        ? undefined
        : this.#source.countItem({
            list,
            level: own.level,
            style: style?.id,
            styleLevel: style?.place.level,
          });
    return { element, pieces, style, number };
  }

  /** Writes a paragraph and the boxes in it; says whether any of its own words are visible. */
  #writeParagraph(paragraph: Paragraph, setting: Setting): boolean {
    const { pieces } = paragraph;
    const isVisible = pieces.some(isShown);
    if (setting.place === 'cell') this.#writeLine(paragraph, isVisible);
    else if (isContents(paragraph.style)) this.#writeContents(paragraph);
    else this.#writeBlock(paragraph, isVisible, setting);
    for (const piece of pieces) {
      if (piece.kind === 'box')
        this.#layOut(piece.content, {
          flow: piece.flow,
          place: setting.place,
          fields: new Fields(),
        });
    }
    return isVisible;
  }

  #writeLine({ pieces, number }: Paragraph, isVisible: boolean): void {
    if (isVisible) this.#writeNumber(number);
    this.#writePieces(pieces);
    this.#writer.space('\n');
  }

  /** A table of contents repeats what the text says, and its lines would be taken for headings. */
  #writeContents({ pieces }: Paragraph): void {
    this.#writer.beginBlock(betweenBlocks);
    const words = pieces.flatMap((piece) => (piece.kind === 'words' ? [piece.words] : []));
    this.#writer.omit('navigation', words.join(''));
    this.#writePieces(pieces.filter(({ kind }) => kind === 'omitted'));
    this.#writer.endBlock();
  }

  #writeBlock(paragraph: Paragraph, isVisible: boolean, { place, label }: Setting): void {
    const { pieces, number } = paragraph;
    const shape = place === 'note' ? noteShape(label) : shapeOf(paragraph);
    const isList = shape.kind === 'item' && this.#before === 'item';
    this.#writer.beginBlock(isList ? betweenItems : betweenBlocks);
    if (isVisible && label !== undefined) this.#writer.number(label, true);
    if (isVisible) this.#writeNumber(number);
    this.#writePieces(pieces);
    const written = this.#writer.endBlock();
    if (written === undefined) return;
    this.#before = shape.kind;
    const { span, strong } = written;
    this.#writer.addBlock({ ...shape, span, ...(strong && { strong }) });
  }

  #writeNumber(number: ItemNumber | undefined): void {
    if (number !== undefined && number.text !== '')
      this.#writer.number(number.text, number.isApart);
  }

  #writePieces(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'words') this.#writer.words(piece.words, piece.look);
      else if (piece.kind === 'omitted') this.#writer.omit(piece.reason, piece.words);
    }
  }

  #layOutTable(element: Element, setting: Setting): void {
    const table = readTable(element, setting.flow, this.#source.styles);
    // A column alone is a frame around paragraphs.
    if (setting.place === 'text' && table.columns > 1) {
      this.#tables += 1;
      const place = { table, number: this.#tables, setting };
      const rows = table.rows.flatMap((row) => this.#writeRow(row, place));
      for (const block of withBoldHeader(rows)) this.#writer.addBlock(block);
      return;
    }
    for (const { cells } of table.rows) {
      for (const cell of cells) {
        this.#layOut(cell.content, { ...setting, flow: cell.flow });
        if (setting.place === 'cell') this.#writer.space('\t');
      }
    }
  }

  #writeRow(row: Row, { table, number, setting }: RowPlace): readonly Block[] {
    const writer = this.#writer;
    writer.beginBlock(this.#before === 'row' ? betweenItems : betweenBlocks);
    const spans = row.cells.map(({ content, column, flow }) => {
      writer.space('\t');
      writer.beginCell();
      this.#layOut(content, { ...setting, flow, place: 'cell', label: undefined });
      return { column, span: writer.endCell() };
    });
    const written = writer.endBlock();
    if (written === undefined) return [];
    this.#before = 'row';
    const { span, strong } = written;
    const cells = cellsOf(written.span, { table, written: spans });
    const block = { kind: 'row', span, cells, table: number } as const;
    const isHeaderRow = row.isHeader;
    return [{ ...block, ...(isHeaderRow && { isHeaderRow }), ...(strong && { strong }) }];
  }
}

interface WrittenCells {
  readonly table: Table;
  readonly written: readonly { readonly column: number; readonly span: Span | undefined }[];
}

/** The cells of a row by their columns; one without words is empty, where the one before ends. */
function cellsOf(row: Span, { table, written }: WrittenCells): readonly Span[] {
  const byColumn = new Map<number, Span>();
  for (const { column, span } of written) {
    if (span !== undefined)
      byColumn.set(column, { from: byColumn.get(column)?.from ?? span.from, to: span.to });
  }
  let at = row.from;
  return Array.from({ length: table.columns }, (_, column) => {
    const cell = byColumn.get(column) ?? { from: at, to: at };
    at = cell.to;
    return cell;
  });
}

/** Where nothing says which row is the header, a bold one above others is. */
function withBoldHeader(rows: readonly Block[]): readonly Block[] {
  const [first, second, ...rest] = rows;
  if (first?.strong !== true || second === undefined || second.strong === true) return rows;
  return [{ ...first, isHeaderRow: true }, second, ...rest];
}

interface Setting {
  readonly flow: Flow;
  readonly place: Place;
  readonly fields: Fields;
  /** The mark of a note, before its first words. */
  readonly label?: string | undefined;
}

interface RowPlace {
  readonly table: Table;
  readonly number: number;
  readonly setting: Setting;
}

const isShown = (piece: Piece): boolean => piece.kind === 'words' && hasVisibleSign(piece.words);

/** Keeps the words of a paragraph that is joined to the next one apart, where they are listed. */
function lineEnd(paragraph: Element, { view }: Source): Piece {
  const mark = trackedMark(childOf(paragraph, 'w:pPr'));
  const reason = hiddenByView(mark, view) ?? 'tracked-deletion';
  return { kind: 'omitted', reason, words: '\n' };
}
