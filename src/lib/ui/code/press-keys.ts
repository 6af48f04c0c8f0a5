import type { Attachment } from 'svelte/attachments';
import { isTyping } from '../row-keys.ts';
import { areKeysOn } from './single-keys.ts';

/** Presses the button or link of a page that carries the pressed key as `data-key`, while nobody types. */
export const pressKeys: Attachment<HTMLElement> = (root) => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (!areKeysOn()) return;
    const target = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (target === null) return;
    event.preventDefault();
    if (target instanceof HTMLInputElement) target.focus();
    else target.click();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
};
