import type { Modality } from '#lib/model/provision.ts';

/** The letter of each modality, as it stands beside the choice. */
export const modalityKeys: readonly (readonly [key: string, modality: Modality])[] = [
  ['m', 'must'],
  ['n', 'must-not'],
  ['a', 'may'],
  ['e', 'need-not'],
  ['f', 'free'],
  ['r', 'to-be-regulated'],
];

/** What the next key of quick coding chooses; `idle` while keys are commands. */
export type QuickStage = 'idle' | 'bearer' | 'modality';

export interface QuickStep {
  readonly stage: QuickStage;
  /** The choice to make, as `issue-1`, `bearer-2` or `modality-m`; missing when all stays as it is. */
  readonly press?: string;
  /** True when the provision is complete and is to be stored. */
  readonly done?: true;
}

/**
 * Quick coding in three keys: a digit for the issue, a digit for who is bound, a letter for the modality.
 * A digit begins it and 0 keeps what is there; a modality in place of the second digit keeps who is
 * bound; Escape leaves it. Undefined for keys that are not its own.
 */
export function takeQuickKey(
  stage: QuickStage,
  key: string,
  counts: { readonly issues: number; readonly bearers: number },
): QuickStep | undefined {
  const isModality = modalityKeys.some(([letter]) => letter === key);
  const digit = /^[0-9]$/.test(key) ? Number(key) : undefined;
  const choice = (name: string, most: number, next: QuickStage): QuickStep | undefined => {
    if (digit === undefined || digit > most) return undefined;
    return digit === 0 ? { stage: next } : { stage: next, press: `${name}-${String(digit)}` };
  };
  if (stage === 'idle') return choice('issue', counts.issues, 'bearer');
  if (key === 'Escape') return { stage: 'idle' };
  if (isModality) return { stage: 'idle', press: `modality-${key}`, done: true };
  return stage === 'bearer' ? choice('bearer', counts.bearers, 'modality') : undefined;
}
