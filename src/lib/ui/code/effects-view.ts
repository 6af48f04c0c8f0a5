import type { Relation } from '#lib/model/relation.ts';

/** A finding that a coding would bring, change or take away, or that rests on it already. */
export interface EffectView {
  readonly state: 'new' | 'changed' | 'gone' | 'same';
  readonly relation?: Relation;
  readonly word: string;
  readonly sentence: string;
  readonly basis: string;
  readonly was?: string;
}

/** What would follow, or what the form lacks before anything can. */
export type EffectsView =
  | { readonly effects: readonly EffectView[]; readonly more: number }
  | { readonly lacks: readonly string[] };

/** What became of a finding, in a word. */
export const effectWords: Readonly<Record<EffectView['state'], string>> = {
  new: 'new',
  changed: 'changes',
  gone: 'goes',
  same: 'stays',
};
