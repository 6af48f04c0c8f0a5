import type { Attachment } from 'svelte/attachments';
import { trimWords } from './mark-segments.ts';

/** Words somebody selected: where they begin in the text shown, and the words. */
export interface SelectedWords {
  readonly from: number;
  readonly exact: string;
}

const steps: Readonly<Record<string, 'left' | 'right'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * Tells which words of a text are selected, by pointer or by keyboard: arrows go from word to word, with
 * Shift they take more or fewer words. In text from right to left the arrows go as they point.
 */
export function selectWords(
  onselect: (words: SelectedWords | undefined) => void,
): Attachment<HTMLElement> {
  return (root) => {
    const read = (): void => {
      const selection = document.getSelection();
      if (selection === null || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!root.contains(range.commonAncestorContainer)) return;
      const before = document.createRange();
      before.selectNodeContents(root);
      before.setEnd(range.startContainer, range.startOffset);
      const words = trimWords(before.toString().length, range.toString());
      onselect(words.exact === '' ? undefined : words);
    };

    const move = (selection: Selection, step: 'left' | 'right', isMore: boolean): void => {
      if (!root.contains(selection.focusNode)) selection.collapse(root, 0);
      if (isMore && !selection.isCollapsed) {
        selection.modify('extend', step, 'word');
        return;
      }
      selection.collapse(selection.focusNode, selection.focusOffset);
      if (!isMore) selection.modify('move', step, 'word');
      selection.modify('extend', 'forward', 'word');
    };

    const onKey = (event: KeyboardEvent): void => {
      const step = steps[event.key];
      const selection = document.getSelection();
      if (step === undefined || selection === null || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      move(selection, step, event.shiftKey);
      // Browsers tell of a selection later than the next key may come.
      read();
    };

    document.addEventListener('selectionchange', read);
    root.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('selectionchange', read);
      root.removeEventListener('keydown', onKey);
    };
  };
}
