/**
 * A starter pack: issues, acts, links and scopes of a field (ceasefire and peace, trade, labour) to
 * begin a dossier with, each with the phrases it is recognised by. What a dossier takes of a pack
 * becomes its own records; the pack does not follow it.
 */
import type { Act, Dimension, Event, Link, Term } from '#lib/model/lexicon.ts';
import type { Issue } from '#lib/model/issue.ts';
import type { Actor } from '#lib/model/actor.ts';

/** Phrases by language tag (`en`, `uk`, `ru`, `fr`, `de`); they describe, and are matched by stems. */
export type Phrases = Readonly<Record<string, readonly string[]>>;

export interface StarterPack {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly issues: readonly (Issue & { readonly phrases: Phrases })[];
  readonly acts: readonly (Act & { readonly issue: string; readonly phrases: Phrases })[];
  readonly actors: readonly (Actor & { readonly phrases: Phrases })[];
  readonly events: readonly (Event & { readonly phrases: Phrases })[];
  readonly terms: readonly (Term & { readonly phrases: Phrases })[];
  readonly dimensions: readonly (Dimension & {
    /** By the id of an atom or whole. */
    readonly phrases: Readonly<Record<string, Phrases>>;
  })[];
  readonly links: readonly Link[];
}
