// The inside of a paragraph as pieces: words with their looks, words left out with the reason, boxes.
import type { OmissionKind } from '../../document.ts';
import { childOf, elementsOf, valueOf, wordsIn, type Element } from './element.ts';
import type { Fields } from './fields.ts';
import { innerFlow } from './inner-flow.ts';
import {
  generatedLook,
  hiddenByView,
  plainLook,
  type Flow,
  type Look,
  type Piece,
} from './piece.ts';
import { readGraphic } from './pictures.ts';
import { chooseBranch, plainWords, symbolIn } from './plain-words.ts';
import type { Source } from './source.ts';
import { readSymbols } from './symbol-fonts.ts';
import { settleToggles, togglesIn, type Toggles } from './toggles.ts';

/** What a paragraph is read with: the document around it, the fields open, the looks of its style. */
export interface Surroundings {
  readonly source: Source;
  readonly fields: Fields;
  readonly styleToggles: Toggles;
}

/** The pieces of a paragraph, in order. */
export function readParagraph(
  paragraph: Element,
  flow: Flow,
  around: Surroundings,
): readonly Piece[] {
  const reader = new ParagraphReader(around);
  reader.visitChildren(paragraph, flow);
  around.fields.endParagraph();
  return reader.pieces;
}

class ParagraphReader {
  readonly pieces: Piece[] = [];
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  visitChildren(element: Element, flow: Flow): void {
    for (const child of elementsOf(element)) this.#visit(child, flow);
  }

  #visit(element: Element, flow: Flow): void {
    switch (element.name) {
      case 'w:r':
      case 'm:r':
        this.#visitRun(element, flow);
        break;
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:sdtEndPr':
      case 'm:ctrlPr':
        break;
      case 'mc:AlternateContent':
        this.visitChildren(chooseBranch(element), flow);
        break;
      case 'm:f':
        this.#visitJoined(element, flow, '/');
        break;
      case 'm:sSup':
        this.#visitJoined(element, flow, '^');
        break;
      case 'm:sSub':
        this.#visitJoined(element, flow, '_');
        break;
      default: {
        const { source } = this.#around;
        this.visitChildren(
          element,
          innerFlow(element, flow, (id) => source.linkTarget(id)),
        );
      }
    }
  }

  /** A formula in one line: without a sign between them one half would be read as 12. */
  #visitJoined(element: Element, flow: Flow, sign: string): void {
    const parts = elementsOf(element).filter(({ name }) => !name.endsWith('Pr'));
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#show(sign, flow, generatedLook);
      this.visitChildren(part, flow);
    }
  }

  #visitRun(run: Element, flow: Flow): void {
    const { source, styleToggles } = this.#around;
    if (flow.inserted || flow.deleted) source.noticeTracked();
    const properties = childOf(run, 'w:rPr');
    const style = source.styles.find(valueOf(properties, 'w:rStyle'));
    const toggles = settleToggles(
      togglesIn(properties),
      [styleToggles, style?.toggles ?? {}],
      source.styles.defaults,
    );
    const font = childOf(properties, 'w:rFonts')?.attributes['w:ascii'];
    for (const child of elementsOf(run)) this.#visitInRun(child, { flow, font, toggles });
  }

  #visitInRun(element: Element, run: Run): void {
    const words = shownBy(element, run.font);
    if (words !== undefined) {
      this.#showRun(words, run);
      return;
    }
    switch (element.name) {
      case 'w:instrText':
      case 'w:delInstrText':
        this.#around.fields.instruct(wordsIn(element));
        break;
      case 'w:fldChar':
        this.#visitFieldSign(element, run.flow);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#visitNoteReference(element, run.flow);
        break;
      case 'w:commentReference':
        this.#omit('comment', this.#around.source.comment(element.attributes['w:id']));
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#visitGraphic(element, run.flow);
        break;
      case 'mc:AlternateContent':
        for (const child of elementsOf(chooseBranch(element))) this.#visitInRun(child, run);
        break;
      case 'w:ruby':
        this.#visitReading(element, run.flow);
    }
  }

  #visitFieldSign(sign: Element, flow: Flow): void {
    const answer = this.#around.fields.mark(sign);
    if (answer !== undefined)
      this.#show(answer.words, flow, answer.generated ? generatedLook : plainLook);
  }

  /** Signs with their reading above them, which follows them here. */
  #visitReading(ruby: Element, flow: Flow): void {
    const [base, reading] = [childOf(ruby, 'w:rubyBase'), childOf(ruby, 'w:rt')];
    if (base !== undefined) this.visitChildren(base, flow);
    if (reading === undefined) return;
    this.#show('(', flow, generatedLook);
    this.visitChildren(reading, flow);
    this.#show(')', flow, generatedLook);
  }

  #visitNoteReference(reference: Element, flow: Flow): void {
    const { source } = this.#around;
    const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const id = reference.attributes['w:id'];
    const reason = hiddenByView(flow, source.view);
    if (reason !== undefined) {
      const note = source.takeUnshownNote(kind, id);
      if (note !== undefined) this.#omit(reason, ` ${plainWords(note)} `);
      return;
    }
    const label = source.referToNote(kind, id);
    const hasOwnMark = reference.attributes['w:customMarkFollows'];
    if (label !== undefined && (hasOwnMark === undefined || /^(?:0|false|off)$/.test(hasOwnMark)))
      this.#show(label, flow, generatedLook);
  }

  #visitGraphic(element: Element, flow: Flow): void {
    const { source } = this.#around;
    const { boxes, description } = readGraphic(element, source.partWords);
    if (description !== undefined) {
      source.noticePicture();
      this.#omit('picture', description);
    }
    for (const content of boxes) this.pieces.push({ kind: 'box', content, flow });
  }

  #showRun(words: string, { flow, toggles }: Run): void {
    const { source, fields } = this.#around;
    const look = { ...plainLook, strong: toggles.strong, struck: toggles.struck };
    if (hiddenByView(flow, source.view) !== undefined) this.#show(words, flow, look);
    else if (toggles.hidden) this.#omit('hidden', words);
    else if (fields.isInstruction) this.#omit('markup', words);
    else if (flow.placeholder) this.#omit('form', words);
    else this.#show(words, flow, look);
  }

  #show(words: string, flow: Flow, look: Look): void {
    const { source, fields } = this.#around;
    const reason = hiddenByView(flow, source.view);
    if (reason !== undefined) {
      // What the program would draw is nowhere in the file.
      if (!look.generated) this.#omit(reason, words);
      return;
    }
    const both = source.view === 'both';
    const { inserted, deleted } = flow;
    const target = look.generated ? undefined : (flow.target ?? fields.target);
    const shown = { ...look, inserted: both && inserted, deleted: both && deleted, target };
    this.pieces.push({ kind: 'words', words, look: shown });
  }

  #omit(reason: OmissionKind, words: string | undefined): void {
    if (words !== undefined) this.pieces.push({ kind: 'omitted', reason, words });
  }
}

interface Run {
  readonly flow: Flow;
  readonly font: string | undefined;
  readonly toggles: {
    readonly strong: boolean;
    readonly struck: boolean;
    readonly hidden: boolean;
  };
}

/** What an element in a run shows by itself; undefined for what needs more than the element. */
function shownBy(element: Element, font: string | undefined): string | undefined {
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
      return readSymbols(storedWords(element), font);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return symbolIn(element);
    default:
      return undefined;
  }
}

/** Words as they are displayed: line ends of the file are spaces, and edges count only on demand. */
function storedWords(element: Element): string {
  const words = wordsIn(element).replace(/[\t\r\n]/g, ' ');
  const keepsSpace = element.attributes['xml:space'] === 'preserve' || element.name === 'm:t';
  return keepsSpace ? words : words.trim();
}
