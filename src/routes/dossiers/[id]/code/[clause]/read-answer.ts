import type { Start } from '#lib/ui/code/chosen-provision.ts';
import type { EffectsView } from '#lib/ui/code/effects-view.ts';
import type { ConflictView } from '../../edit/[kind]/[record]/describe-conflict.ts';

/** What an act of the page answered when it did not lead on: the form again, and why. */
export interface Answer {
  readonly draft?: unknown;
  /** Which provision it is; the address of an action does not tell. */
  readonly start?: Omit<Start, 'draft'> | undefined;
  /** The version to save on; undefined where nothing is said of it. */
  readonly base?: number | null | undefined;
  readonly message?: string | undefined;
  readonly faults?: Readonly<Record<string, string>> | undefined;
  readonly conflict?: ConflictView | undefined;
  readonly effects?: EffectsView | undefined;
}

/** The answer with nothing wrong where nothing was said. */
export const readAnswer = (
  form: Answer | null,
): Answer & { readonly faults: Readonly<Record<string, string>> } => ({
  ...form,
  faults: form?.faults ?? {},
});
