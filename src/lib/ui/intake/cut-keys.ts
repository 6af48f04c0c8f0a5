import type { Attachment } from 'svelte/attachments';
import { isTyping } from '../row-keys.ts';

/** The keys of the page of cuts and what they do, as the help dialog lists them. */
export const cutKeys = [
  { keys: ['j', 'k'], does: 'Next and previous piece' },
  { keys: ['m'], does: 'Merge with the piece before' },
  { keys: ['s'], does: 'Split: ← → choose the word, Enter splits' },
  { keys: ['a'], does: 'Accept the first proposed split' },
  { keys: ['r'], does: 'Renumber' },
  { keys: ['h', 'c', 'f'], does: 'Heading, clause, furniture' },
  { keys: ['p', 'd', 'n'], does: 'Preamble, definition, note' },
  { keys: ['>', '<'], does: 'Put inside the piece before, take out' },
  { keys: ['o'], does: 'Option and choice' },
  { keys: ['u', 'U'], does: 'Undo, redo' },
  { keys: ['/'], does: 'Find words or a number' },
  { keys: ['?'], does: 'Show this list' },
] as const;

/** What moves the place of a split while it is chosen. */
export const caretKeys = ['ArrowLeft', 'ArrowRight', 'Enter', 'Escape'] as const;
export type CaretKey = (typeof caretKeys)[number];

export interface CutKeyActions {
  /** Whether single keys are on. */
  readonly isOn: () => boolean;
  /** Whether an edit is under way, so that what is pressed is meant for what it leaves. */
  readonly isBusy: () => boolean;
  /** Whether the place of a split is being chosen. */
  readonly isChoosing: () => boolean;
  readonly onCaret: (key: CaretKey) => void;
}

/** Keys of a page that are pressed at once, or when the edit under way is done. */
export interface KeyPresser {
  readonly attach: Attachment<HTMLElement>;
  /** Presses what was pressed meanwhile. */
  readonly catchUp: () => void;
}

/**
 * Presses by single keys what can be pressed by hand: a key goes to the button or field of the page
 * that carries it as `data-key`. Nothing happens while somebody types.
 */
export function pressByKeys(actions: CutKeyActions): KeyPresser {
  const waiting: string[] = [];
  let place: HTMLElement | undefined;

  const press = (key: string): boolean => {
    const caretKey = caretKeys.find((known) => known === key);
    if (caretKey !== undefined) {
      actions.onCaret(caretKey);
      return true;
    }
    const target = place?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return false;
    if (target instanceof HTMLInputElement) {
      target.focus();
      target.select();
      // What was pressed after it was meant for the field.
      const typed = waiting.splice(0).join('');
      if (typed !== '') target.value = typed;
    } else target.click();
    return true;
  };

  const leaveField = (field: EventTarget | null): void => {
    if (field instanceof HTMLElement && place?.contains(field)) field.blur();
  };

  const onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) {
      if (key === 'Escape') leaveField(event.target);
      return;
    }
    const isCaret = caretKeys.some((known) => known === key);
    if (isCaret ? !actions.isChoosing() : !actions.isOn()) return;
    // While the place of a split is chosen, a letter is no order to anything else.
    if (!isCaret && /^[\p{L}<>]$/u.test(key) && actions.isChoosing()) {
      event.preventDefault();
      return;
    }
    if (actions.isBusy()) {
      if (key.length > 1 && !isCaret) return;
      waiting.push(key);
    } else if (!press(key)) return;
    event.preventDefault();
  };

  return {
    attach(root) {
      place = root;
      document.addEventListener('keydown', onKey);
      return () => document.removeEventListener('keydown', onKey);
    },
    catchUp() {
      while (!actions.isBusy()) {
        const key = waiting.shift();
        if (key === undefined) return;
        press(key);
      }
    },
  };
}
