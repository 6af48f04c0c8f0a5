// The blocks of Markdown by its lines, after CommonMark and the tables of GitHub, with two liberties
// for what people write: a list may be indented by two signs under a number, and a fence that is never closed
// ends with the text. Offsets are those of the source.
import type { Block } from '../../document.ts';
import type { Cut } from '../cut-source.ts';
import { linesOf, type Line } from '../lines.ts';
import { isTableStart, tableRow } from './table-rows.ts';

interface OpenList {
  /** The column of its numbers, and from which on a line belongs to its item. */
  readonly indent: number;
  readonly inside: number;
}

export interface ScannedBlocks {
  readonly blocks: readonly Block[];
  readonly cuts: readonly Cut[];
  /** Stretches of HTML among the Markdown, to be read as such. */
  readonly html: readonly { readonly from: number; readonly to: number }[];
}

const heading = /^#{1,6}(?:\s|$)/;
const fence = /^(`{3,}|~{3,})/;
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const listItem = /^([-*+•–]|\d{1,9}[.)])(?=[ \t]|$)/;
const definition = /^\[[^[\]^]{1,300}\]:[ \t]{0,9}\S/;
/** What some programs are told about the line above: no words. */
const command = /^\{:[^{}]{0,200}\}$/;
const footnote = /^\[\^[^[\]]{1,100}\]:/;
const htmlStart =
  /^<(?:\/?(?:address|article|aside|blockquote|body|center|details|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s/>]|$)|\/?[a-z][a-z0-9-]{0,40}(?:\s[^<>]{0,300})?>$)/i;

/** The blocks of a source from an offset on, and what of it is not kept as it stands. */
export function scanBlocks(source: string, from: number): ScannedBlocks {
  return new BlockScanner(source, from).scan();
}

class BlockScanner {
  readonly #lines: readonly Line[];
  readonly #blocks: Block[] = [];
  readonly #cuts: Cut[] = [];
  readonly #html: { readonly from: number; readonly to: number }[] = [];
  readonly #lists: OpenList[] = [];
  /** Whether the last block can go on with the next line. */
  #isOpen = false;
  #tables = 0;
  #next = 0;

  constructor(source: string, from: number) {
    this.#lines = linesOf(source).filter((line) => line.from >= from);
  }

  scan(): ScannedBlocks {
    while (this.#next < this.#lines.length) {
      const line = this.#lines[this.#next];
      this.#next += 1;
      if (line !== undefined) this.#readLine(line);
    }
    return { blocks: this.#blocks, cuts: this.#cuts, html: this.#html };
  }

  #readLine(line: Line): void {
    const { words, gap } = line;
    if (gap > 0) this.#isOpen = false;
    const isItem = listItem.test(words) && this.#mayBeItem(line);
    if (fence.test(words)) this.#readFence(line);
    else if (htmlStart.test(words) && !this.#isOpen) this.#readHtml(line);
    else if (this.#isUnderline(line)) this.#endHeading(line);
    else if (rule.test(words) || command.test(words)) this.#cutLine(line);
    else if (heading.test(words)) this.#readHeading(line);
    else if (isTableStart(line, this.#lines[this.#next])) this.#readTable(line);
    else if (isItem) this.#readItem(line);
    else if (words.startsWith('>')) this.#readQuote(line);
    else if (!this.#isOpen && definition.test(words)) this.#cutLine(line);
    else if (footnote.test(words)) this.#addBlock({ kind: 'note', span: spanOf(line) }, true);
    else if (this.#isOpen) this.#goOn(line);
    else this.#readParagraph(line);
  }

  #readHeading(line: Line): void {
    this.#leaveLists(line);
    const level = line.words.length - line.words.replace(/^#+/, '').length;
    this.#addBlock({ kind: 'heading', level, span: spanOf(line) }, false);
  }

  #readParagraph(line: Line): void {
    this.#leaveLists(line);
    if (line.indent >= 4 && this.#lists.length === 0) this.#readIndented(line);
    else this.#addBlock({ kind: 'paragraph', span: spanOf(line) }, true);
  }

  #addBlock(block: Block, isOpen: boolean): void {
    this.#blocks.push(block);
    this.#isOpen = isOpen;
  }

  /** Makes the last block reach to the end of a line. */
  #goOn(line: Line): void {
    const last = this.#blocks.pop();
    if (last !== undefined)
      this.#blocks.push({ ...last, span: { from: last.span.from, to: line.to } });
  }

  #cutLine(line: Line): void {
    this.#isOpen = false;
    this.#cuts.push({ span: spanOf(line), kind: 'markup' });
  }

  #isUnderline({ words }: Line): boolean {
    return this.#isOpen && this.#blocks.at(-1)?.kind === 'paragraph' && /^(?:=+|-+)$/.test(words);
  }

  #endHeading(line: Line): void {
    this.#goOn(line);
    const last = this.#blocks.pop();
    if (last === undefined) return;
    this.#addBlock({ ...last, kind: 'heading', level: line.words.startsWith('=') ? 1 : 2 }, false);
  }

  #readFence(line: Line): void {
    const [, signs = '```'] = fence.exec(line.words) ?? [];
    const to = this.#skipTo(({ words }) => words.startsWith(signs) && /^(.)\1*$/.test(words), line);
    this.#addBlock({ kind: 'code', span: { from: line.start, to } }, false);
  }

  /** HTML reaches to the next empty line; scripts and the like to their end. */
  #readHtml(line: Line): void {
    const raw = /^<(script|style|pre|textarea)(?:[\s>]|$)/i.exec(line.words)?.[1];
    let last = line;
    const isOver = (words: string): boolean =>
      words.toLowerCase().includes(`</${raw?.toLowerCase() ?? ''}`);
    let isEnded = raw !== undefined && isOver(line.words);
    for (
      let next = this.#lines[this.#next];
      next !== undefined && !isEnded;
      next = this.#lines[this.#next]
    ) {
      if (raw === undefined && next.gap > 0) break;
      isEnded = raw !== undefined && isOver(next.words);
      last = next;
      this.#next += 1;
    }
    this.#html.push({ from: line.start, to: last.to });
    this.#isOpen = false;
  }

  #readTable(head: Line): void {
    this.#leaveLists(head);
    const under = this.#lines[this.#next];
    this.#next += 1;
    this.#tables += 1;
    const table = this.#tables;
    const first = tableRow(head, table);
    this.#blocks.push({
      ...first,
      isHeaderRow: true,
      span: { from: head.start, to: under?.to ?? head.to },
    });
    for (
      let row = this.#lines[this.#next];
      row?.gap === 0 && row.words.includes('|');
      row = this.#lines[this.#next]
    ) {
      this.#blocks.push(tableRow(row, table));
      this.#next += 1;
    }
    this.#isOpen = false;
  }

  /** A number in the middle of a paragraph begins a list only if it is the first. */
  #mayBeItem({ words }: Line): boolean {
    return !this.#isOpen || this.#lists.length > 0 || /^(?:[-*+•–]|1[.)])[ \t]/.test(words);
  }

  #readItem(line: Line): void {
    const number = listItem.exec(line.words)?.[1] ?? '';
    while ((this.#lists.at(-1)?.inside ?? 0) > line.indent) this.#lists.pop();
    this.#lists.push({ indent: line.indent, inside: line.indent + 2 });
    const level = this.#lists.length;
    this.#addBlock({ kind: 'item', level, number, span: spanOf(line) }, true);
  }

  #readQuote(line: Line): void {
    const inner = line.words.replace(/^[> \t]+/, '');
    const goesOn = this.#isOpen && this.#blocks.at(-1)?.kind === 'quote' && !listItem.test(inner);
    if (inner === '') {
      // An empty line of a quotation ends its paragraph; its sign belongs to what came before.
      if (this.#blocks.at(-1)?.kind === 'quote' && line.gap === 0) this.#goOn(line);
      else this.#cuts.push({ span: spanOf(line), kind: 'markup' });
      this.#isOpen = false;
    } else if (goesOn) this.#goOn(line);
    else this.#addBlock({ kind: 'quote', span: spanOf(line) }, true);
  }

  #readIndented(line: Line): void {
    let { to } = line;
    for (
      let next = this.#lines[this.#next];
      next !== undefined && next.indent >= 4;
      next = this.#lines[this.#next]
    ) {
      to = next.to;
      this.#next += 1;
    }
    this.#addBlock({ kind: 'code', span: { from: line.start, to } }, false);
  }

  /** Skips to the line that ends a stretch, and says where that ends. */
  #skipTo(isEnd: (line: Line) => boolean, start: Line): number {
    let { to } = start;
    for (let line = this.#lines[this.#next]; line !== undefined; line = this.#lines[this.#next]) {
      this.#next += 1;
      to = line.to;
      if (isEnd(line)) break;
    }
    return to;
  }

  /** Ends the lists whose items a line is not indented enough to belong to. */
  #leaveLists({ indent }: Line): void {
    while ((this.#lists.at(-1)?.inside ?? 0) > indent) this.#lists.pop();
  }
}

const spanOf = ({ start, to }: Line): { readonly from: number; readonly to: number } => ({
  from: start,
  to,
});
