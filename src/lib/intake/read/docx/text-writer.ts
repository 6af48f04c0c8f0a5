// Puts the text of a document together with its blocks, marks and omissions. White space waits until
// visible signs follow it, so that nothing begins or ends with it and nothing empty becomes a block.
import type { Span } from '#lib/model/clause.ts';
import type { Block, Mark, MarkKind, Omission, OmissionKind } from '../../document.ts';
import { hasVisibleSign, tidySigns } from '../tidy-signs.ts';
import { generatedLook, type Look } from './piece.ts';

/** The visible part of what was written between a begin and an end. */
export interface Written {
  readonly span: Span;
  /** Whether all words of the document in it are bold. */
  readonly strong: boolean;
}

interface OpenMark {
  readonly kind: MarkKind;
  readonly from: number;
  to: number;
  readonly target: string | undefined;
}

interface Waiting {
  readonly kind: OmissionKind;
  words: string;
}

/** What is left out here and there belongs together only where it was one stretch of words. */
const joinable: ReadonlySet<OmissionKind> = new Set([
  'tracked-deletion',
  'tracked-insertion',
  'hidden',
  'markup',
  'form',
]);

const lookKinds = ['generated', 'inserted', 'deleted', 'strong', 'struck'] as const;

export class TextWriter {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #marks: OpenMark[] = [];
  readonly #omissions: Omission[] = [];
  #length = 0;
  #space = '';
  #openMarks: readonly OpenMark[] = [];
  #waiting: Waiting[] = [];
  #blockFrom: number | undefined;
  #cellFrom: number | undefined;
  #isStrong = true;
  /** White space to stand behind a number, whatever the words begin with. */
  #behindNumber: string | undefined;

  /** Begins a block that `apart` separates from what was written before. */
  beginBlock(apart: string): void {
    this.#space = this.#length === 0 ? '' : apart;
    this.#blockFrom = undefined;
    this.#isStrong = true;
  }

  /** What the block came to, or undefined where nothing of it is visible. */
  endBlock(): Written | undefined {
    this.#settleOmissions();
    this.#openMarks = [];
    this.#space = '';
    this.#behindNumber = undefined;
    if (this.#blockFrom === undefined) return undefined;
    return { span: { from: this.#blockFrom, to: this.#length }, strong: this.#isStrong };
  }

  beginCell(): void {
    this.#cellFrom = undefined;
  }

  endCell(): Span | undefined {
    this.#openMarks = [];
    // Of white space at the end of a cell, only what keeps cells apart goes on.
    this.#space = this.#space.replace(/[^\t]+/g, '');
    return this.#cellFrom === undefined ? undefined : { from: this.#cellFrom, to: this.#length };
  }

  space(space: string): void {
    this.#space += space;
  }

  /** Writes a number or mark that the program makes, before the words it belongs to. */
  number(text: string, isApart: boolean): void {
    this.words(text, generatedLook);
    this.#behindNumber = isApart ? ' ' : '';
  }

  words(raw: string, look: Look): void {
    // A soft hyphen is only a place to break a word.
    const words = tidySigns(raw).replaceAll('\u00ad', '');
    if (!hasVisibleSign(words)) {
      this.#space += words;
      return;
    }
    const visible = words.trimStart();
    const before = this.#space + words.slice(0, words.length - visible.length);
    const lead = this.#behindNumber ?? before;
    this.#behindNumber = undefined;
    const body = visible.trimEnd();
    this.#space = visible.slice(body.length);
    this.#append(this.#blockFrom === undefined ? keepApart(lead) : lead);
    this.#settleOmissions();
    const from = this.#length;
    this.#append(body);
    this.#blockFrom ??= from;
    this.#cellFrom ??= from;
    if (!look.strong && !look.generated) this.#isStrong = false;
    this.#mark(from, look);
  }

  /** Lists words as left out where the text now stands; a picture may have none. */
  omit(kind: OmissionKind, raw: string): void {
    const words = tidySigns(raw).replaceAll('\u00ad', '');
    const last = this.#waiting.at(-1);
    if (last?.kind === kind && joinable.has(kind)) last.words += words;
    else if (kind === 'picture' || hasVisibleSign(words)) this.#waiting.push({ kind, words });
  }

  /** Lists words as left out at the head of the text. */
  omitAtStart(kind: OmissionKind, words: string): void {
    this.#omissions.push({ kind, words: tidySigns(words).trim(), at: 0 });
  }

  addBlock(block: Block): void {
    this.#blocks.push(block);
  }

  finish() {
    this.#settleOmissions();
    return {
      text: this.#parts.join(''),
      blocks: this.#blocks,
      marks: this.#marks
        .map(({ kind, from, to, target }): Mark => {
          const mark = { kind, span: { from, to } };
          return target === undefined ? mark : { ...mark, target };
        })
        .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to),
      omissions: this.#omissions.toSorted((a, b) => a.at - b.at),
    };
  }

  #append(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }

  #settleOmissions(): void {
    for (const { kind, words } of this.#waiting)
      this.#omissions.push({ kind, words: words.trim(), at: this.#length });
    this.#waiting = [];
  }

  #mark(from: number, look: Look): void {
    const wanted: { kind: MarkKind; target: string | undefined }[] = lookKinds
      .filter((kind) => look[kind])
      .map((kind) => ({ kind, target: undefined }));
    if (look.target !== undefined) wanted.push({ kind: 'link', target: look.target });
    this.#openMarks = wanted.map(({ kind, target }) => {
      const open = this.#openMarks.find((mark) => mark.kind === kind && mark.target === target);
      const mark = open ?? { kind, from, to: this.#length, target };
      if (open === undefined) this.#marks.push(mark);
      mark.to = this.#length;
      return mark;
    });
  }
}

/** Before the first words of a block only line ends count: they keep it apart from what came before. */
const keepApart = (lead: string): string => lead.replace(/[^\n]+/g, '');
