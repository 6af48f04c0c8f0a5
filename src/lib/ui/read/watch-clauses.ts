import type { Attachment } from 'svelte/attachments';
import { columnsIn } from './measure-column.ts';
import type { ReadingDesk } from './reading-desk.svelte.ts';

const clauseOf = (target: EventTarget | null): HTMLElement | undefined =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-clause]') ?? undefined)
    : undefined;

/**
 * Tells which clause is looked at, and follows links to counterparts. Where both columns scroll (`desk`), a
 * counterpart is brought to the height of the clause it was asked from instead of to the top.
 */
export function watchClauses(
  onLook: (clause: string | undefined) => void,
  desk: () => ReadingDesk | undefined,
): Attachment<HTMLElement> {
  return (root) => {
    const onPoint = (event: Event): void => {
      const focused = clauseOf(document.activeElement);
      const pointed = event.type === 'pointerover' ? clauseOf(event.target) : undefined;
      onLook((pointed ?? focused)?.dataset['clause']);
    };

    const onClick = (event: MouseEvent): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      const target = event.target instanceof Element ? event.target : undefined;
      const chip = target?.closest<HTMLElement>('[data-counterpart]');
      const id = chip?.dataset['counterpart'];
      const from = clauseOf(target ?? null)?.dataset['clause'];
      const laid = desk();
      if (id === undefined || from === undefined || laid === undefined) return;
      const columns = columnsIn(root);
      const side = columns[0]?.contains(event.target instanceof Node ? event.target : null) ? 1 : 0;
      const counterpart = document.getElementById(`clause-${id}`);
      if (counterpart === null) return;
      event.preventDefault();
      laid.align(side, id, from);
      counterpart.focus({ preventScroll: true });
    };

    root.addEventListener('pointerover', onPoint);
    root.addEventListener('pointerleave', onPoint);
    root.addEventListener('focusin', onPoint);
    root.addEventListener('click', onClick);
    return () => {
      root.removeEventListener('pointerover', onPoint);
      root.removeEventListener('pointerleave', onPoint);
      root.removeEventListener('focusin', onPoint);
      root.removeEventListener('click', onClick);
    };
  };
}
