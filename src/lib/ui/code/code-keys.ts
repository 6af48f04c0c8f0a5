import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { keysInTurn, type PressedKey } from './keys-in-turn.ts';
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
  /** Whether an act or a way to another clause is under way. */
  readonly isBusy: () => boolean;
  readonly stage: () => QuickStage;
  readonly onStage: (stage: QuickStage) => void;
  /** How many choices quick coding has; none where the provision is no norm. */
  readonly counts: () => { readonly issues: number; readonly bearers: number };
  /** Hears which keys were pressed for a clause that did not come. */
  readonly onleft: (keys: readonly string[]) => void;
}

/** The keys of the coding page, taken at once or when what is under way is done. */
export interface CodeKeys {
  readonly attach: Attachment<HTMLElement>;
  /** Takes what was pressed meanwhile. */
  readonly catchUp: () => Promise<void>;
  /** Leaves out what was pressed meanwhile: the page stays where it is. */
  readonly forget: () => void;
}

/** Fields in which letters are typed; boxes to tick are none. */
const isText = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="radio"], [type="checkbox"]), select, textarea, dialog') !== null;

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary, input') !== null;

/** Enter takes words where they are selected, and confirms everywhere else. */
function orderOf({ key, target }: KeyboardEvent): string {
  if (key !== 'Enter') return key;
  const isInWords = target instanceof HTMLElement && target.closest('[data-focus]') !== null;
  return isInWords ? 'w' : 'c';
}

/** What a key means that has to wait; undefined for one that the browser takes, now as ever. */
function waitingOrder(event: KeyboardEvent): string | undefined {
  const { key, target } = event;
  if (target instanceof HTMLElement && isPressable(target) && (key === 'Enter' || key === ' '))
    return target.closest<HTMLElement>('[data-key]')?.dataset['key'];
  return key.length === 1 || key === 'Enter' || key === 'Escape' ? orderOf(event) : undefined;
}

/** Types a letter into a field as a person would. */
function typeInto(field: HTMLElement, letter: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.setRangeText(letter, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * Presses by single keys what can be pressed by hand: a key goes to the button, link or field of the page
 * that carries it as `data-key`, the keys of quick coding to the choice that carries `data-quick`.
 */
export function codeByKeys(actions: CodeKeyActions): CodeKeys {
  let root: HTMLElement | undefined;
  /** The field that was left to confirm what was typed there. */
  let left: HTMLElement | undefined;

  const press = (selector: string): boolean => {
    const target = root?.querySelector<HTMLElement>(`${selector}:not([disabled])`);
    if (!target) return false;
    if (isPressable(target)) target.click();
    else if (target.hasAttribute('data-focus')) target.focus();
    else target.querySelector('input')?.select();
    return true;
  };
  const pressKey = (key: string): boolean => press(`[data-key="${CSS.escape(key)}"]`);

  /** Stores the provision, or goes to what it lacks. */
  const finish = async (): Promise<void> => {
    await tick();
    const lacking = [...(root?.querySelectorAll<HTMLInputElement>('[data-needed] input') ?? [])];
    const empty = lacking.find(({ value }) => value.trim() === '');
    if (empty === undefined) pressKey('c');
    else empty.focus();
  };

  const takeQuick = (key: string): 'taken' | 'of no use' | 'a command' => {
    const step = takeQuickKey(actions.stage(), key, actions.counts());
    if (step === undefined) return actions.stage() === 'idle' ? 'a command' : 'of no use';
    actions.onStage(step.stage);
    if (step.press !== undefined) press(`[data-quick="${step.press}"]`);
    if (step.done === true) void finish();
    return 'taken';
  };

  /** Where a key before it led into a field, a letter is typed there. */
  const takeInTurn = async ({ key, order }: PressedKey): Promise<void> => {
    const field = document.activeElement;
    if (!isText(field)) {
      if (takeQuick(key) === 'a command') pressKey(order);
    } else if (key === 'Escape') field.blur();
    else if (key === 'Enter') pressKey('c');
    else typeInto(field, key);
    // What quick coding ends with happens before this is over: both wait for the same moment.
    await tick();
  };

  const { isBusy, onleft } = actions;
  const turns = keysInTurn({ isBusy, take: takeInTurn, onleft });

  /** Ctrl and Enter, from any field; what is typed behind them is no longer meant for it. */
  const confirm = (): void => {
    left = isText(document.activeElement) ? document.activeElement : undefined;
    left?.blur();
    if (turns.hasToWait()) turns.add({ key: 'Enter', order: 'c' });
    else pressKey('c');
  };

  const onKey = (event: KeyboardEvent): void => {
    // A key held down is one act.
    if (event.defaultPrevented || event.repeat || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault();
      confirm();
      return;
    }
    if (event.ctrlKey) return;
    if (isText(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (!actions.isOn()) return;
    if (takeAt(event)) event.preventDefault();
  };

  const takeAt = (event: KeyboardEvent): boolean => {
    const { key } = event;
    if (turns.hasToWait()) {
      const order = waitingOrder(event);
      if (order !== undefined) turns.add({ key, order });
      return order !== undefined;
    }
    const quick = takeQuick(key);
    if (quick !== 'a command') return quick === 'taken';
    if (key === 'Enter' && isPressable(event.target)) return false;
    return pressKey(orderOf(event));
  };

  return {
    attach(element) {
      root = element;
      document.addEventListener('keydown', onKey);
      return () => document.removeEventListener('keydown', onKey);
    },
    catchUp() {
      left = undefined;
      return turns.catchUp();
    },
    forget() {
      turns.forget();
      left?.focus();
      left = undefined;
    },
  };
}
