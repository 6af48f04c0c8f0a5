// The blocks of reStructuredText by its lines, after its specification (docutils): sections by the
// lines under their titles, whose signs mean a depth by the order in which they first come; lists and
// quotations by indentation; and what begins with two dots. Offsets are those of the source.
import type { Block } from '../../document.ts';
import type { Cut } from '../cut-source.ts';
import { linesOf, type Line } from '../lines.ts';
import { readGridTable, readSimpleTable } from './table-rows.ts';

export interface ScannedRst {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
}

/** A line of one sign, three times or more. */
const adornment = /^([!-/:-@[-`{-~])\1{2,}$/;
const bullet = /^([-*+•‣⁃]|\(?(?:\d{1,4}|[A-Za-z]|[ivxlcIVXLC]{1,7})[.)]|#\.)(?=\s|$)/;
const note = /^\.\. \[[^\]]{1,80}\](?:\s|$)/;
const picture = /^\.\. (?:image|figure)::/;
const codeBlock = /^\.\. (?:code|code-block|sourcecode|parsed-literal|math)::/;
const directive = /^\.\. [\w:+.-]{1,60}::/;
const target = /^(?:\.\. _[^:]{0,300}:|__ )/;
const simpleBorder = /^=+(?: +=+)+$/;
const gridBorder = /^\+(?:-+\+)+$/;

/** The blocks of a source from an offset on, and what of it is not kept. */
export function scanRst(source: string, from: number): ScannedRst {
  return new RstScanner(linesOf(source).filter((line) => line.from >= from)).scan();
}

class RstScanner {
  readonly #lines: readonly Line[];
  readonly #blocks: Block[] = [];
  readonly #cuts: Cut[] = [];
  /** The signs of titles, highest first; a title with a line above is another kind. */
  readonly #styles: string[] = [];
  /** The columns of the numbers of the open lists. */
  readonly #lists: number[] = [];
  /** The column at which the lines of the open block go on, or undefined where none can. */
  #goesOnAt: number | undefined;
  #isLiteralNext = false;
  #tables = 0;
  #next = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  scan(): ScannedRst {
    for (let line = this.#take(); line !== undefined; line = this.#take()) this.#readLine(line);
    return { blocks: this.#blocks, cuts: this.#cuts };
  }

  #take(): Line | undefined {
    const line = this.#lines[this.#next];
    this.#next += 1;
    return line;
  }

  #peek(): Line | undefined {
    return this.#lines[this.#next];
  }

  #readLine(line: Line): void {
    const { words, gap, indent } = line;
    if (gap > 0) this.#goesOnAt = undefined;
    const isLiteral = this.#isLiteralNext && indent > (this.#lists.at(-1) ?? 0);
    this.#isLiteralNext = false;
    if (isLiteral) this.#addRest('code', line, indent);
    else if (this.#isTitle(line)) this.#readTitle(line);
    else if (gridBorder.test(words) || simpleBorder.test(words)) this.#readTable(line);
    else if (adornment.test(words) && gap > 0) this.#cut('markup', line, line.to);
    else if (words.startsWith('.. ') || words === '..' || words.startsWith('__ '))
      this.#readDots(line);
    else if (bullet.test(words) && this.#mayBeItem(line)) this.#readItem(line);
    else if (this.#goesOnAt === indent) this.#goOn(line);
    else this.#readParagraph(line);
    this.#isLiteralNext ||= words.endsWith('::') && !words.startsWith('..');
  }

  #isTitle(line: Line): boolean {
    const next = this.#peek();
    if (next?.gap !== 0) return false;
    if (adornment.test(line.words)) {
      const under = this.#lines[this.#next + 1];
      return (
        under?.gap === 0 && under.words === line.words && next.words.length <= line.words.length
      );
    }
    // A title may be written a sign or two wider than the line under it.
    return (
      line.indent === 0 && adornment.test(next.words) && next.words.length + 2 >= line.words.length
    );
  }

  #readTitle(line: Line): void {
    const isFramed = adornment.test(line.words);
    if (isFramed) this.#take();
    const under = this.#take() ?? line;
    const style = `${isFramed ? 'framed' : ''}${under.words.charAt(0)}`;
    if (!this.#styles.includes(style)) this.#styles.push(style);
    this.#lists.length = 0;
    const level = Math.min(6, this.#styles.indexOf(style) + 1);
    this.#blocks.push({ kind: 'heading', level, span: { from: line.start, to: under.to } });
    this.#goesOnAt = undefined;
  }

  #readTable(line: Line): void {
    this.#tables += 1;
    const isGrid = line.words.startsWith('+');
    const rest = this.#lines.slice(this.#next, this.#next + 2000);
    const { blocks, cuts, lines } = (isGrid ? readGridTable : readSimpleTable)(
      line,
      rest,
      this.#tables,
    );
    this.#blocks.push(...blocks);
    this.#cuts.push(...cuts);
    this.#next += lines;
    this.#goesOnAt = undefined;
  }

  /** Notes are kept; addresses and comments are not, and of a directive only what it holds is. */
  #readDots(line: Line): void {
    const { words, indent } = line;
    if (note.test(words)) {
      this.#addRest('note', line, indent + 1);
    } else if (picture.test(words)) this.#cut('picture', line, this.#restOf(line, indent + 1));
    else if (codeBlock.test(words)) this.#addRest('code', line, indent + 1);
    else if (directive.test(words)) {
      this.#cut('markup', line, line.to);
      while (this.#peek()?.gap === 0 && this.#peek()?.words.startsWith(':') === true) {
        const option = this.#take();
        if (option !== undefined) this.#cut('markup', option, option.to);
      }
    } else {
      const kind = target.test(words) ? 'markup' : 'comment';
      this.#cut(kind, line, this.#restOf(line, indent + 1));
    }
  }

  #mayBeItem(line: Line): boolean {
    return line.gap > 0 || this.#goesOnAt === undefined || this.#lists.includes(line.indent);
  }

  #readItem(line: Line): void {
    while ((this.#lists.at(-1) ?? -1) > line.indent) this.#lists.pop();
    if (this.#lists.at(-1) !== line.indent) this.#lists.push(line.indent);
    const number = bullet.exec(line.words)?.[1] ?? '';
    const level = this.#lists.length;
    this.#blocks.push({ kind: 'item', level, number, span: spanOf(line) });
    const inside = /^\S+\s+/.exec(line.words)?.[0].length ?? 2;
    this.#goesOnAt = line.indent + inside;
  }

  #readParagraph(line: Line): void {
    while ((this.#lists.at(-1) ?? -1) >= line.indent) this.#lists.pop();
    const isQuote = line.indent > 0 && this.#lists.length === 0 && line.gap > 0;
    this.#blocks.push({ kind: isQuote ? 'quote' : 'paragraph', span: spanOf(line) });
    this.#goesOnAt = line.indent;
  }

  #goOn(line: Line): void {
    const last = this.#blocks.pop();
    if (last !== undefined)
      this.#blocks.push({ ...last, span: { from: last.span.from, to: line.to } });
  }

  #addRest(kind: 'code' | 'note', line: Line, indent: number): void {
    this.#blocks.push({ kind, span: { from: line.start, to: this.#restOf(line, indent) } });
    this.#goesOnAt = undefined;
  }

  #cut(kind: 'markup' | 'comment' | 'picture', { start }: Line, to: number): void {
    this.#cuts.push({ kind, span: { from: start, to } });
    this.#goesOnAt = undefined;
  }

  /** Takes the lines that are indented so far, and says where they end. */
  #restOf(line: Line, indent: number): number {
    let { to } = line;
    for (
      let next = this.#peek();
      next !== undefined && next.indent >= indent;
      next = this.#peek()
    ) {
      to = next.to;
      this.#next += 1;
    }
    return to;
  }
}

const spanOf = ({ start, to }: Line): { readonly from: number; readonly to: number } => ({
  from: start,
  to,
});
