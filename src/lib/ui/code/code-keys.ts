import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { takeQuickKey, type QuickStage } from './quick-keys.ts';

/** The keys of the coding page and what they do, as the help dialog lists them. */
export const codeKeys = [
  { keys: ['c', 'Enter'], does: 'Confirm the provision, go on to the next' },
  { keys: ['C'], does: 'Confirm all suggestions of the clause' },
  {
    keys: ['1', '2', 'm'],
    does: 'Quick coding: issue, who is bound, modality; 0 keeps, Esc leaves',
  },
  { keys: ['a'], does: 'Add a provision' },
  { keys: ['x'], does: 'Reject or delete the provision' },
  { keys: ['s'], does: 'Split it, at the selected words if there are any' },
  { keys: ['g'], does: 'Merge it with the next' },
  { keys: ['p'], does: 'Next provision of the clause' },
  { keys: ['t'], does: 'To the act (event, subject)' },
  { keys: ['h'], does: 'To the words: Shift and arrows select' },
  { keys: ['w'], does: 'Take the selected words (there also Enter)' },
  { keys: ['j', 'k'], does: 'Next and previous clause' },
  { keys: ['n', 'N'], does: 'Next clause with suggestions, without provisions' },
  { keys: ['u', 'U'], does: 'Undo, redo' },
  { keys: ['Ctrl', 'Enter'], does: 'Confirm while typing' },
  { keys: ['?'], does: 'Show this list' },
] as const;

export interface CodeKeyActions {
  /** Whether single keys are on. */
  readonly isOn: () => boolean;
  readonly stage: () => QuickStage;
  readonly onStage: (stage: QuickStage) => void;
  /** How many choices quick coding has; none where the provision is no norm. */
  readonly counts: () => { readonly issues: number; readonly bearers: number };
}

/** Fields in which letters are typed; boxes to tick are none. */
const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="radio"], [type="checkbox"]), select, textarea, dialog') !== null;

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary, input') !== null;

/** Enter takes words where they are selected, and confirms everywhere else. */
function keyOf({ key, target }: KeyboardEvent): string {
  if (key !== 'Enter') return key;
  const isInWords = target instanceof HTMLElement && target.closest('[data-focus]') !== null;
  return isInWords ? 'w' : 'c';
}

/**
 * Presses by single keys what can be pressed by hand: a key goes to the button, link or field of the page
 * that carries it as `data-key`, the keys of quick coding to the choice that carries `data-quick`.
 */
export function codeByKeys(actions: CodeKeyActions): Attachment<HTMLElement> {
  return (root) => {
    const press = (selector: string): boolean => {
      const target = root.querySelector<HTMLElement>(`${selector}:not([disabled])`);
      if (target === null) return false;
      if (isPressable(target)) target.click();
      else if (target.hasAttribute('data-focus')) target.focus();
      else target.querySelector('input')?.select();
      return true;
    };

    /** Stores the provision, or goes to what it lacks. */
    const finish = async (): Promise<void> => {
      await tick();
      const lacking = [...root.querySelectorAll<HTMLInputElement>('[data-needed] input')];
      const empty = lacking.find(({ value }) => value.trim() === '');
      if (empty === undefined) press('[data-key="c"]');
      else empty.focus();
    };

    const takeQuick = (event: KeyboardEvent): boolean => {
      const step = takeQuickKey(actions.stage(), event.key, actions.counts());
      if (step === undefined) return actions.stage() !== 'idle';
      event.preventDefault();
      actions.onStage(step.stage);
      if (step.press !== undefined) press(`[data-quick="${step.press}"]`);
      if (step.done === true) void finish();
      return true;
    };

    const onKey = (event: KeyboardEvent): void => {
      // A key held down is one act.
      if (event.defaultPrevented || event.repeat || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' && event.ctrlKey) {
        event.preventDefault();
        press('[data-key="c"]');
        return;
      }
      if (event.ctrlKey) return;
      if (isText(event.target)) {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        return;
      }
      if (!actions.isOn() || takeQuick(event)) return;
      if (event.key === 'Enter' && isPressable(event.target)) return;
      if (press(`[data-key="${CSS.escape(keyOf(event))}"]`)) event.preventDefault();
    };

    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  };
}
