// Fields: a place where the program computes words (a page number, a form's answer, a link). The file
// holds the instruction and the last result; only the result is displayed (ISO/IEC 29500-1, 17.16).
import { childOf, childrenOf, isOn, numberOf, type Element } from './element.ts';

interface Field {
  readonly form: Element | undefined;
  instruction: string;
  showsResult: boolean;
  target: string | undefined;
}

const longestInstruction = 4000;
/** Word processors stop at twenty. */
const deepest = 50;

/** The fields open at a place in a text; they may begin in one paragraph and end in another. */
export class Fields {
  readonly #open: Field[] = [];
  /** Begins of fields beyond the deepest, whose ends have to be passed over. */
  #ignored = 0;

  /** Whether words here are part of an instruction, which nobody sees. */
  get isInstruction(): boolean {
    return this.#open.some(({ showsResult }) => !showsResult);
  }

  /** The address that words here lead to. */
  get target(): string | undefined {
    return this.#open.findLast(({ target }) => target !== undefined)?.target;
  }

  /** Takes a sign that begins, divides or ends a field; what an answered form shows is returned. */
  mark(sign: Element): FormAnswer | undefined {
    const type = sign.attributes['w:fldCharType'];
    if (type === 'begin') this.#begin(childOf(sign, 'w:ffData'));
    else if (type === 'end') return this.#end();
    else if (type === 'separate' && this.#ignored === 0) divide(this.#open.at(-1));
    return undefined;
  }

  #begin(form: Element | undefined): void {
    if (this.#open.length >= deepest) this.#ignored += 1;
    else this.#open.push({ form, instruction: '', showsResult: false, target: undefined });
  }

  #end(): FormAnswer | undefined {
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return undefined;
    }
    const form = this.#open.pop()?.form;
    return form === undefined ? undefined : answerOf(form);
  }

  instruct(words: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined && field.instruction.length < longestInstruction)
      field.instruction += words;
  }

  /** A damaged file may never divide a field; then what follows the paragraph is text all the same. */
  endParagraph(): void {
    for (const field of this.#open) if (!field.showsResult) divide(field);
  }
}

function divide(field: Field | undefined): void {
  if (field === undefined) return;
  field.showsResult = true;
  field.target = linkIn(field.instruction);
}

/** The address in the instruction of a field, where it is a link to outside. */
export function linkIn(instruction: string): string | undefined {
  return /^\s{0,99}HYPERLINK\s{1,99}"([^"\\]{1,2000})"/i.exec(instruction)?.[1];
}

export interface FormAnswer {
  readonly words: string;
  /** Whether the words are drawn by the program and not stored. */
  readonly generated: boolean;
}

/** What the answer of an old form field shows; a text field keeps its answer as a result. */
function answerOf(form: Element): FormAnswer | undefined {
  const box = childOf(form, 'w:checkBox');
  if (box !== undefined) {
    const checked = isOn(box, 'w:checked') ?? isOn(box, 'w:default') ?? false;
    return { words: checked ? '☒' : '☐', generated: true };
  }
  const list = childOf(form, 'w:ddList');
  if (list === undefined) return undefined;
  const chosen = numberOf(list, 'w:result') ?? numberOf(list, 'w:default') ?? 0;
  const entry = childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'];
  return entry === undefined ? undefined : { words: entry, generated: false };
}
