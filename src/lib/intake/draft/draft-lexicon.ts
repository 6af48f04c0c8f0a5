/**
 * The lexicon of a dossier while papers are drafted into it. A thing that a proposal names is looked up
 * by its id, then by its words; what nobody knows yet becomes a record of its own. Two names are the
 * same when their stems nearly are: papers of two sides then speak of one act, and the rules can fire.
 * Whoever thinks otherwise splits the act; nothing of it is confirmed.
 */
import { stemsOf } from '#lib/engine/align/stems.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { makeId } from '#lib/model/make-id.ts';
import type { NamedThing } from '../propose/proposal.ts';

/** The lists of a dossier that a draft adds names to. */
const lexiconLists = ['actors', 'acts', 'events', 'terms', 'subjects', 'issues'] as const;

export type LexiconList = (typeof lexiconLists)[number];

/** Stems that two names have to share, of all that either has (Jaccard), to be one. */
const sameAt = 0.74;

/** The same for acts of clauses that stand beside each other, which makes it likelier. */
const sameBesideAt = 0.45;

interface Entry {
  readonly id: Id;
  readonly label: string;
  readonly stems: ReadonlySet<string>;
}

export class DraftLexicon {
  readonly #dossier: Dossier;
  readonly #language: string;
  readonly #entries = new Map<LexiconList, Entry[]>();
  readonly #added = new Map<LexiconList, Entry[]>();
  #beside: ReadonlySet<Id> = new Set();

  constructor(dossier: Dossier, language: string) {
    this.#dossier = dossier;
    this.#language = language;
    for (const list of lexiconLists) this.#entries.set(list, this.#known(list));
  }

  /** Prefers these acts for what is named from now on: those of the clauses beside. */
  near(acts: readonly Id[]): this {
    this.#beside = new Set(acts);
    return this;
  }

  /** The id of a thing, which is made known when it is new. */
  idOf(list: LexiconList, { id, label }: NamedThing): Id {
    const entries = this.#entries.get(list) ?? [];
    if (id !== undefined && entries.some((entry) => entry.id === id)) return id;
    const stems = this.#stemsOf(label);
    const same = this.#findSame(entries, label, stems);
    if (same !== undefined) return same.id;
    const isTaken = (name: Id): boolean => entries.some((entry) => entry.id === name);
    const entry = { id: makeId(label, { fallback: list.slice(0, -1), isTaken }), label, stems };
    entries.push(entry);
    this.#added.set(list, [...(this.#added.get(list) ?? []), entry]);
    return entry.id;
  }

  /** The dossier with all that was made known since. */
  finish(): Dossier {
    const added = (list: LexiconList): readonly { readonly id: Id; readonly label: string }[] =>
      (this.#added.get(list) ?? []).map(({ id, label }) => ({ id, label }));
    const dossier = this.#dossier;
    return {
      ...dossier,
      actors: [
        ...dossier.actors,
        ...added('actors').map(({ id, label }) => ({
          ...{ id, name: label, party: false, everyone: false, parts: [], variants: [] },
        })),
      ],
      acts: [...dossier.acts, ...added('acts').map((act) => ({ ...act, variants: [] }))],
      events: [...dossier.events, ...added('events')],
      terms: [...dossier.terms, ...added('terms')],
      subjects: [...dossier.subjects, ...added('subjects')],
      issues: [...dossier.issues, ...added('issues')],
    };
  }

  #known(list: LexiconList): Entry[] {
    const named =
      list === 'actors'
        ? this.#dossier.actors.map(({ id, name }) => ({ id, label: name }))
        : this.#dossier[list];
    return named.map(({ id, label }) => ({ id, label, stems: this.#stemsOf(label) }));
  }

  #stemsOf(label: string): ReadonlySet<string> {
    return new Set(stemsOf(label, this.#language));
  }

  /** Names of actors are names: only the same words are the same. */
  #findSame(
    entries: readonly Entry[],
    label: string,
    stems: ReadonlySet<string>,
  ): Entry | undefined {
    const folded = label.trim().toLowerCase();
    const equal = entries.find((entry) => entry.label.trim().toLowerCase() === folded);
    if (equal !== undefined || stems.size === 0 || entries === this.#entries.get('actors'))
      return equal;
    let best: { readonly entry: Entry; readonly share: number } | undefined;
    for (const entry of entries) {
      const share = jaccard(stems, entry.stems);
      const isBeside = this.#beside.has(entry.id) && entries === this.#entries.get('acts');
      if (share >= (isBeside ? sameBesideAt : sameAt) && share > (best?.share ?? 0))
        best = { entry, share };
    }
    return best?.entry;
  }
}

/** The share of common stems among all: 1 for the same, 0 for nothing in common (Jaccard 1901). */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
