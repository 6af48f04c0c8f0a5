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
  /** Whether the place of a split is being chosen. */
  readonly isChoosing: () => boolean;
  readonly onCaret: (key: CaretKey) => void;
}

/**
 * Presses by single keys what can be pressed by hand: a key goes to the button or field of the page
 * that carries it as `data-key`. Nothing happens while somebody types.
 */
export function pressByKeys(actions: CutKeyActions): Attachment<HTMLElement> {
  return (root) => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const caretKey = caretKeys.find((key) => key === event.key);
      if (caretKey !== undefined) {
        if (!actions.isChoosing()) return;
        event.preventDefault();
        actions.onCaret(caretKey);
        return;
      }
      if (!actions.isOn()) return;
      const target = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
      if (target === null) return;
      event.preventDefault();
      if (!(target instanceof HTMLInputElement)) target.click();
      else {
        target.focus();
        target.select();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  };
}
