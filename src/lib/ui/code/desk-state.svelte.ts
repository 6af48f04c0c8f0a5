import type { EffectsView } from './effects-view.ts';
import type { QuickStage } from './quick-keys.ts';
import type { SelectedWords } from './select-words.ts';

/** What the server gave the page. */
export interface DeskInput {
  readonly clause: string;
  /** Another provision or another version of it has another stamp. */
  readonly stamp: string;
  readonly words: SelectedWords;
  /** What follows, where the server was asked for it with the form. */
  readonly effects: EffectsView | undefined;
}

/**
 * What changes on the coding page between two answers of the server. All of it begins anew when another
 * provision comes into hand.
 */
export function createDeskState(
  read: () => DeskInput,
  loadEffects: (form: FormData) => Promise<EffectsView | undefined>,
) {
  const stamp = $derived(read().stamp);
  const clause = $derived(read().clause);
  const startOf = <T>(_anew: string, value: T): T => value;
  let stage = $derived<QuickStage>(startOf(stamp, 'idle'));
  let selected = $derived<SelectedWords | undefined>(startOf(stamp, undefined));
  let words = $derived(read().words);
  let effects = $derived(read().effects);
  let isDirty = $derived(startOf(stamp, false));
  let leftOut = $derived<readonly string[]>(startOf(clause, []));
  let isLost = $derived(startOf(clause, false));
  let isWaiting = $state(false);
  let asked = 0;
  let wasDirty = false;

  return {
    get stage() {
      return stage;
    },
    set stage(next: QuickStage) {
      stage = next;
    },
    get selected() {
      return selected;
    },
    set selected(next: SelectedWords | undefined) {
      selected = next;
    },
    get words() {
      return words;
    },
    set words(next: SelectedWords) {
      words = next;
      isDirty = true;
    },
    get effects() {
      return effects;
    },
    get isWaiting() {
      return isWaiting;
    },
    /** Whether something was changed that is not stored. */
    get isDirty() {
      return isDirty;
    },
    /** Keys that were pressed for what did not come. */
    get leftOut() {
      return leftOut;
    },
    set leftOut(keys: readonly string[]) {
      leftOut = keys;
    },
    /** Whether the last act had no answer. */
    get isLost() {
      return isLost;
    },
    edit(): void {
      isDirty = true;
    },
    /** What was typed goes out and counts as kept, until `keep` says that it came back. */
    send(): void {
      wasDirty = isDirty;
      isDirty = false;
      leftOut = [];
      isLost = false;
    },
    /** What went out has no answer: it is here still. */
    lose(): void {
      isDirty = wasDirty;
      isLost = true;
    },
    keep(): void {
      isDirty = wasDirty;
    },
    /** Asks what would follow; of several answers under way only the last counts. */
    async preview(form: FormData): Promise<void> {
      asked += 1;
      const own = asked;
      isWaiting = true;
      const told = await loadEffects(form);
      if (own !== asked) return;
      isWaiting = false;
      if (told !== undefined) effects = told;
    },
  };
}
