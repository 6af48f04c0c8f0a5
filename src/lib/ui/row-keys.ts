import type { Attachment } from 'svelte/attachments';

/** The keys of the compare page and what they do, as the help dialog lists them. */
export const rowKeys = [
  { keys: ['j'], does: 'Next row' },
  { keys: ['k'], does: 'Previous row' },
  { keys: [']'], does: 'Next row that is incompatible as written' },
  { keys: ['['], does: 'The one before' },
  { keys: ['Enter'], does: 'Open or close the row' },
  { keys: ['v'], does: 'Verdict on the row' },
  { keys: ['c'], does: 'Code the first clause of the row' },
  { keys: ['/'], does: 'Search in the table' },
  { keys: ['Ctrl', 'K'], does: 'Go to a page, an issue or a kept view' },
  { keys: ['?'], does: 'Show this list' },
] as const;

export interface RowKeyActions {
  readonly isOn: () => boolean;
  readonly showHelp: () => void;
}

/** Whether what is pressed goes into a field or a dialog. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, select, textarea, dialog, [contenteditable]') !== null;

/** Which row comes next: `step` rows on from `at`, kept inside the table; -1 is before the first. */
export function stepRow(at: number, step: number, length: number): number {
  if (length === 0) return -1;
  if (at < 0) return step > 0 ? 0 : length - 1;
  return Math.min(length - 1, Math.max(0, at + step));
}

/** Moves through the rows of a table by single keys, while nobody types. */
export function moveByKeys(actions: RowKeyActions): Attachment<HTMLElement> {
  return (root) => {
    const rows = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]')];

    const move = (step: number): void => {
      const all = rows();
      const at = all.findIndex((row) => row.contains(document.activeElement));
      const next = all[stepRow(at, step, all.length)];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: 'start' });
    };

    const jump = (step: number): void => {
      const all = rows();
      const at = all.findIndex((row) => row.contains(document.activeElement));
      const wanted = all.flatMap((row, place) =>
        row.classList.contains('rel-incompatible') ? [place] : [],
      );
      const next = step > 0 ? wanted.find((place) => place > at) : wanted.findLast((p) => p < at);
      const row = next === undefined ? undefined : all[next];
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'start' });
    };

    /** Follows a link that belongs to the row in hand. */
    const follow = (selector: string): void => {
      const row = rows().find((candidate) => candidate.contains(document.activeElement));
      row?.querySelector<HTMLAnchorElement>(selector)?.click();
    };

    const open = (event: KeyboardEvent): void => {
      const row = document.activeElement;
      if (!(row instanceof HTMLElement) || row.dataset['row'] === undefined) return;
      const details = row.nextElementSibling?.querySelector('details');
      if (!details) return;
      event.preventDefault();
      details.open = !details.open;
    };

    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'Enter') open(event);
      if (!actions.isOn()) return;
      if (event.key === 'j') move(1);
      if (event.key === 'k') move(-1);
      if (event.key === ']') jump(1);
      if (event.key === '[') jump(-1);
      if (event.key === 'v') follow('a[data-verdict]');
      if (event.key === 'c') follow('a[href*="/code/"]');
      if (event.key === '/') {
        event.preventDefault();
        root.querySelector<HTMLElement>('[data-search]')?.focus();
      }
      if (event.key === '?') actions.showHelp();
    };

    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  };
}
