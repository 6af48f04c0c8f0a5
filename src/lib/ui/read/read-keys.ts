import type { Attachment } from 'svelte/attachments';
import { isTyping, stepRow } from '../row-keys.ts';
import { clausesIn, columnsIn } from './measure-column.ts';

/** The keys of the reading page and what they do, as the help dialog lists them. */
export const readKeys = [
  { keys: ['j'], does: 'Next clause' },
  { keys: ['k'], does: 'Previous clause' },
  { keys: ['h', 'l'], does: 'To the left, to the right column' },
  { keys: ['g'], does: 'To the gravest counterpart of the clause' },
  { keys: ['?'], does: 'Show this list' },
] as const;

export interface ReadKeyActions {
  readonly isOn: () => boolean;
  readonly showHelp: () => void;
}

/** The column that has the focus; the first that is shown when none has. */
function focusedColumn(columns: readonly HTMLElement[]): HTMLElement | undefined {
  const shown = columns.filter((column) => column.offsetParent !== null);
  return shown.find((column) => column.contains(document.activeElement)) ?? shown[0];
}

/** The clause that has the focus, or has what has it inside. */
const focusedAt = (clauses: readonly HTMLElement[]): number =>
  clauses.findIndex((clause) => clause.contains(document.activeElement));

/** The clause whose upper edge is nearest to a height on the screen. */
function nearest(clauses: readonly HTMLElement[], height: number): HTMLElement | undefined {
  const off = (clause: HTMLElement): number =>
    Math.abs(clause.getBoundingClientRect().top - height);
  const [first, ...others] = clauses.map((clause) => ({ clause, far: off(clause) }));
  if (first === undefined) return undefined;
  return others.reduce((best, one) => (one.far < best.far ? one : best), first).clause;
}

function focus(clause: HTMLElement | undefined): void {
  clause?.focus({ preventScroll: true });
  clause?.scrollIntoView({ block: 'nearest' });
}

/** Moves through two papers by single keys, while nobody types. */
export function readByKeys(actions: ReadKeyActions): Attachment<HTMLElement> {
  return (root) => {
    const columns = (): readonly HTMLElement[] => columnsIn(root);

    const move = (step: number): void => {
      const column = focusedColumn(columns());
      if (column === undefined) return;
      const clauses = clausesIn(column);
      const at = focusedAt(clauses);
      const top = Math.max(0, column.getBoundingClientRect().top);
      focus(at < 0 ? nearest(clauses, top) : clauses[stepRow(at, step, clauses.length)]);
    };

    const cross = (to: number): void => {
      const target = columns()[to];
      if (target === undefined || target.contains(document.activeElement)) return;
      const from = document.activeElement?.closest('[data-clause]') ?? target;
      const clause = nearest(clausesIn(target), Math.max(0, from.getBoundingClientRect().top));
      focus(clause);
    };

    const counterpart = (): void => {
      const clause = document.activeElement?.closest('[data-clause]');
      clause?.querySelector<HTMLElement>('[data-counterpart]')?.click();
    };

    const acts: Readonly<Record<string, () => void>> = {
      ...{ j: () => move(1), k: () => move(-1), h: () => cross(0), l: () => cross(1) },
      ...{ g: counterpart, '?': actions.showHelp },
    };

    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = actions.isOn() ? acts[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };

    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  };
}
