import type { RevisionView } from '../../document.ts';
import { TextFlow, type BlockShape } from '../text-flow.ts';
import { leftOutAs } from './left-out.ts';
import { listNumbers } from './list-numbers.ts';
import type { MeasuresOf } from './measures.ts';
import { preformattedBlocks } from './preformatted.ts';
import { isLayout, readTable, type TableRow } from './tables.ts';
import { isElement, type ElementNode, type TreeNode } from './tree.ts';
import { wordsOf } from './words-of.ts';

/** What is known of a page before it is written. */
export interface PagePlan {
  readonly measures: MeasuresOf;
  /** The elements in which the page's main text stands; undefined where all of it is main text. */
  readonly main: ReadonlySet<ElementNode> | undefined;
  readonly hasTitleElsewhere: boolean;
  /** Whether nothing but scripts and what is hidden is left out: a page that would be empty otherwise. */
  readonly keepsFurniture: boolean;
  readonly revisions: RevisionView;
}

/** Where in the page the writer is. */
interface Where {
  readonly depth: number;
  readonly isQuote: boolean;
  readonly isApart: boolean;
  readonly isInArticle: boolean;
  readonly isVerbatim: boolean;
  readonly isInCell: boolean;
}

const outermost: Where = {
  depth: 0,
  isQuote: false,
  isApart: false,
  isInArticle: false,
  isVerbatim: false,
  isInCell: false,
};

const paragraphs = new Set(
  'address article aside body center details dialog dir div dl fieldset figure footer form header hgroup html legend main menu nav p section summary table tbody td th tr'.split(
    ' ',
  ),
);
const articles = new Set(['article', 'section', 'main', 'blockquote']);
/** Kept because a browser shows it, though it tells nothing of its own. */
const furniture = new Set(['navigation', 'form', 'page-head', 'page-foot', 'other-article']);

/** Writes the elements of a page into a text. */
export class PageWriter {
  readonly flow = new TextFlow();
  readonly #plan: PagePlan;
  #tables = 0;

  constructor(plan: PagePlan) {
    this.#plan = plan;
  }

  writePage(root: ElementNode): void {
    this.#writeChildren(root, { ...outermost, isApart: this.#plan.main !== undefined });
    this.flow.end();
  }

  #writeChildren({ children }: ElementNode, where: Where): void {
    for (const child of children) this.#writeNode(child, where);
  }

  #writeNode(node: TreeNode, where: Where): void {
    if (node.kind === 'text') {
      if (where.isVerbatim) this.flow.addVerbatim(node.text);
      else this.flow.addWords(node.text);
    } else if (!this.#leaveOut(node, where)) {
      const inside = this.#enter(node, where);
      this.#writeElement(node, inside);
      const isOther = inside.isQuote !== where.isQuote || inside.isApart !== where.isApart;
      if (isOther) this.flow.begin(this.#paragraph(where));
    }
  }

  #leaveOut(element: ElementNode, { isInArticle }: Where): boolean {
    const { measures, hasTitleElsewhere, keepsFurniture } = this.#plan;
    // What nobody sees has no words: the head's title is told by the document's meta.
    if (element.name === 'head' || element.name === 'title') return true;
    const place = { isInArticle, measures: measures(element), hasTitleElsewhere };
    const kind = leftOutAs(element, place) ?? this.#leftOutRevision(element);
    if (kind === undefined || (keepsFurniture && furniture.has(kind))) return false;
    const words = wordsOf(element);
    if (words !== '' || kind === 'script' || (kind === 'picture' && element.name === 'img')) {
      this.flow.leaveOut(kind, words);
    }
    return true;
  }

  #leftOutRevision({ name }: ElementNode): 'tracked-deletion' | 'tracked-insertion' | undefined {
    const { revisions } = this.#plan;
    if (name === 'del' && revisions === 'accepted') return 'tracked-deletion';
    return name === 'ins' && revisions === 'rejected' ? 'tracked-insertion' : undefined;
  }

  #enter(element: ElementNode, where: Where): Where {
    const { name } = element;
    const isMain = this.#plan.main?.has(element) === true;
    return {
      ...where,
      isApart: where.isApart && !isMain,
      isInArticle: where.isInArticle || articles.has(name) || isMain,
      isQuote: where.isQuote || name === 'blockquote',
    };
  }

  #writeElement(element: ElementNode, where: Where): void {
    const { name } = element;
    const heading = headingLevel(element);
    if (heading !== undefined) this.#writeHeading(element, heading, where);
    else if (name === 'br') this.flow.breakLine();
    else if (name === 'hr') this.flow.begin(this.#paragraph(where));
    else if (name === 'ol' || name === 'ul' || name === 'menu' || name === 'dir')
      this.#writeList(element, where);
    else if (name === 'li')
      this.#writeItem(element, undefined, { ...where, depth: where.depth + 1 });
    else if (name === 'dt' || name === 'dd') this.#writeTerm(element, where);
    else if (name === 'pre' || name === 'textarea') this.#writePreformatted(element, where);
    else if (name === 'table') this.#writeTable(element, where);
    else if (name === 'figcaption' || name === 'caption')
      this.#writeBlock(element, { kind: 'caption', ...this.#apart(where) }, where);
    else if (name === 'blockquote' || paragraphs.has(name)) this.#writeParagraph(element, where);
    else this.#writeInline(element, where);
  }

  #writeParagraph(element: ElementNode, where: Where): void {
    const shape = this.#paragraph(where);
    this.flow.beginInside(shape);
    // Cells of a table that only places things, and terms of a list, count their depth themselves.
    const inside = element.name === 'dl' ? { ...where, depth: where.depth + 1 } : where;
    this.#writeChildren(element, inside);
    this.flow.beginInside(shape);
  }

  #writeBlock(element: ElementNode, shape: BlockShape, where: Where): void {
    this.flow.begin(shape);
    this.#writeChildren(element, where);
    this.flow.begin(this.#paragraph(where));
  }

  #writeHeading(element: ElementNode, level: number, where: Where): void {
    // A page's only title is no teaser, wherever it stands.
    const isTitle = level === 1 && !this.#plan.hasTitleElsewhere;
    const apart = isTitle ? {} : this.#apart(where);
    this.flow.beginInside({ kind: 'heading', level, ...apart });
    this.#writeChildren(element, where);
    this.flow.begin(this.#paragraph(where));
  }

  #writeList(list: ElementNode, outside: Where): void {
    const where = { ...outside, depth: outside.depth + 1 };
    const numberOf = listNumbers(list, where.depth);
    for (const child of list.children) {
      if (isElement(child) && child.name === 'li' && !this.#leaveOut(child, where)) {
        this.#writeItem(child, numberOf(child), this.#enter(child, where));
      } else if (!isElement(child) || child.name !== 'li') {
        // Lists directly in lists are common, if wrong; they are no deeper than they look.
        this.#writeNode(child, where);
      }
    }
    this.flow.begin(this.#paragraph(outside));
  }

  #writeItem(item: ElementNode, number: string | undefined, where: Where): void {
    const shape = { kind: 'item', level: where.depth, ...this.#apart(where) } as const;
    this.flow.beginInside(number === undefined ? shape : { ...shape, number });
    this.#writeChildren(item, where);
    this.flow.begin(this.#paragraph(where));
  }

  /** Terms are items, and what is said of them is one level deeper. */
  #writeTerm(element: ElementNode, where: Where): void {
    const level = Math.max(1, where.depth) + (element.name === 'dt' ? 0 : 1);
    this.#writeBlock(element, { kind: 'item', level, ...this.#apart(where) }, where);
  }

  #writePreformatted(element: ElementNode, where: Where): void {
    const isCode = element.children.some((child) => isElement(child) && child.name === 'code');
    const apart = this.#apart(where);
    if (isCode || where.isInCell) {
      this.#writeBlock(element, { kind: 'code', ...apart }, { ...where, isVerbatim: true });
      return;
    }
    // Old pages hold whole papers in such blocks, as they came by mail.
    for (const { shape, text } of preformattedBlocks(element)) {
      this.flow.begin({ ...shape, ...apart });
      this.flow.addVerbatim(text);
    }
    this.flow.begin(this.#paragraph(where));
  }

  #writeTable(table: ElementNode, where: Where): void {
    const { captions, rows, strays } = readTable(table);
    for (const stray of strays) this.#writeNode(stray, where);
    for (const caption of captions) this.#writeNode(caption, where);
    if (where.isInCell || isLayout(table, this.#plan.measures)) {
      for (const row of rows) this.#writePlaced(row, where);
      this.flow.begin(this.#paragraph(where));
      return;
    }
    this.#tables += 1;
    const number = this.#tables;
    for (const { cells, isHeader } of rows) {
      this.flow.beginRow({ table: number, isHeaderRow: isHeader, apart: where.isApart });
      for (const cell of cells) {
        this.flow.beginCell();
        if (cell !== undefined) this.#writeNode(cell, { ...where, isInCell: true });
        this.flow.endCell();
      }
      this.flow.endRow();
    }
    this.flow.begin(this.#paragraph(where));
  }

  /** Cells that are only placed: in the flow each for itself, inside another cell in one line. */
  #writePlaced({ cells }: TableRow, where: Where): void {
    this.flow.begin(this.#paragraph(where));
    for (const cell of cells) {
      if (cell === undefined) continue;
      this.flow.addWords(' ');
      if (!where.isInCell) this.#writeNode(cell, where);
      else if (!this.#leaveOut(cell, where)) this.#writeChildren(cell, where);
    }
  }

  #writeInline(element: ElementNode, where: Where): void {
    const { name, attributes } = element;
    const mark = markOf(element);
    if (mark !== undefined)
      this.flow.openMark(mark, mark === 'link' ? attributes.get('href') : undefined);
    if (name === 'q') this.flow.addGenerated('“');
    this.#writeChildren(element, where);
    if (name === 'q') this.flow.addGenerated('”');
    if (mark !== undefined) this.flow.closeMark();
  }

  #paragraph(where: Where): BlockShape {
    return { kind: where.isQuote ? 'quote' : 'paragraph', ...this.#apart(where) };
  }

  #apart({ isApart }: Where): { readonly apart?: true } {
    return isApart ? { apart: true } : {};
  }
}

function headingLevel({ name, attributes }: ElementNode): number | undefined {
  const level = /^h([1-6])$/.exec(name)?.[1];
  return level !== undefined ? Number(level) : attributes.get('role') === 'heading' ? 2 : undefined;
}

function markOf({
  name,
  attributes,
}: ElementNode): 'strong' | 'struck' | 'inserted' | 'deleted' | 'link' | undefined {
  if (name === 'b' || name === 'strong') return 'strong';
  if (name === 's' || name === 'strike') return 'struck';
  if (name === 'ins') return 'inserted';
  if (name === 'del') return 'deleted';
  if (name === 'a' && attributes.has('href')) return 'link';
  const style = attributes.get('style') ?? '';
  if (/font-weight\s{0,4}:\s{0,4}(?:bold|[6-9]00)/i.test(style)) return 'strong';
  return /text-decoration[a-z-]{0,9}\s{0,4}:\s{0,4}line-through/i.test(style)
    ? 'struck'
    : undefined;
}
