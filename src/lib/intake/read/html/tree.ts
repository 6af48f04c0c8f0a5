// The elements of a page as a plain tree. Browsers mend broken pages by long rules; of these the ones
// are kept that decide which words belong together. No page can make the tree deeper than `deepest`,
// so that everything that walks it may call itself.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { closedBy, closingBorders, isVoid, keptAttributes } from './tree-rules.ts';

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
}

export interface ElementNode {
  readonly kind: 'element';
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly TreeNode[];
}

export type TreeNode = TextNode | ElementNode;

export const isElement = (node: TreeNode): node is ElementNode => node.kind === 'element';

/** Chromium, too, stops nesting at 512 elements. */
const deepest = 512;

interface OpenElement extends ElementNode {
  readonly children: TreeNode[];
  readonly attributes: Map<string, string>;
}

/** The whole page below an element without a name, and its comments. */
export interface Tree {
  readonly root: ElementNode;
  readonly comments: readonly string[];
}

/** Reads a page, however broken, in time that grows with its length. */
export function parseTree(source: string): Tree {
  const builder = new TreeBuilder(source);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return { root: builder.root, comments: builder.comments };
}

class TreeBuilder implements TokenizerCallbacks {
  readonly root = newElement('');
  readonly comments: string[] = [];
  readonly #source: string;
  readonly #stack: OpenElement[] = [this.root];
  /** Elements open beyond the deepest, which are not nested any more. */
  #beyond = 0;
  #tag: OpenElement | undefined;
  #attribute = '';
  #value = '';

  constructor(source: string) {
    this.#source = source;
  }

  ontext(from: number, to: number): void {
    this.#addText(this.#source.slice(from, to));
  }

  ontextentity(code: number): void {
    this.#addText(String.fromCodePoint(code));
  }

  oncdata(from: number, to: number, offset: number): void {
    this.#addText(this.#source.slice(from, to - offset));
  }

  onopentagname(from: number, to: number): void {
    this.#tag = newElement(this.#source.slice(from, to).toLowerCase());
  }

  onattribname(from: number, to: number): void {
    this.#attribute = this.#source.slice(from, to).toLowerCase();
    this.#value = '';
  }

  onattribdata(from: number, to: number): void {
    if (keptAttributes.has(this.#attribute)) this.#value += this.#source.slice(from, to);
  }

  onattribentity(code: number): void {
    if (keptAttributes.has(this.#attribute)) this.#value += String.fromCodePoint(code);
  }

  onattribend(): void {
    const attributes = this.#tag?.attributes;
    if (!keptAttributes.has(this.#attribute) || attributes?.has(this.#attribute) !== false) return;
    attributes.set(this.#attribute, this.#value);
  }

  onopentagend(): void {
    const tag = this.#tag;
    if (tag === undefined) return;
    this.#tag = undefined;
    this.#closeBefore(tag.name);
    this.#top.children.push(tag);
    if (isVoid(tag.name)) return;
    if (this.#stack.length < deepest) this.#stack.push(tag);
    else this.#beyond += 1;
  }

  /** HTML knows no elements that close themselves; the stroke is ignored, as browsers do. */
  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(from: number, to: number): void {
    const name = this.#source.slice(from, to).trim().toLowerCase();
    if (this.#beyond > 0) {
      this.#beyond -= 1;
      return;
    }
    const borders = closingBorders(name);
    for (let depth = this.#stack.length - 1; depth > 0; depth -= 1) {
      const open = this.#stack[depth]?.name ?? '';
      if (open === name) {
        this.#stack.length = depth;
        return;
      }
      if (borders.has(open)) return;
    }
  }

  oncomment(from: number, to: number, offset: number): void {
    this.comments.push(this.#source.slice(from, to - offset));
  }

  ondeclaration(): void {
    // The kind of document changes nothing about its words.
  }

  onprocessinginstruction(): void {
    // Commands to programs are no words.
  }

  onend(): void {
    // What is still open ends with the page.
  }

  get #top(): OpenElement {
    return this.#stack.at(-1) ?? this.root;
  }

  #addText(text: string): void {
    this.#top.children.push({ kind: 'text', text });
  }

  /** Ends what cannot go on inside the element that begins: a paragraph before a list, an item before an item. */
  #closeBefore(name: string): void {
    if (this.#beyond > 0) return;
    for (const { ends, borders } of closedBy(name)) {
      for (let depth = this.#stack.length - 1; depth > 0; depth -= 1) {
        const open = this.#stack[depth]?.name ?? '';
        if (ends.has(open)) {
          this.#stack.length = depth;
          break;
        }
        if (borders.has(open)) break;
      }
    }
  }
}

function newElement(name: string): OpenElement {
  return { kind: 'element', name, attributes: new Map(), children: [] };
}
