import type { Conflict } from '#lib/model/apply-edits.ts';
import type { DossierProblem } from '#lib/model/dossier-problem.ts';
import type { Problem } from '#lib/model/parsed.ts';

/** Who changes something, by an id that lasts and the name shown in the log. */
export interface Author {
  readonly id: string;
  readonly name: string;
}

/** What a change is, besides its edits. */
export interface ChangeTerms {
  readonly author: Author;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** A word for the log: edit, import, merge, undo, example, reset. */
  readonly action?: string;
  readonly note?: string | undefined;
  /** The client's name for its request; the same name changes once. */
  readonly request?: string | undefined;
}

/** An acknowledged change: it is on the disk. */
export interface Changed {
  readonly number: number;
  readonly at: string;
  /** The new versions of the records it wrote, by key; deleted records are missing. */
  readonly versions: Readonly<Record<string, number>>;
  /** True when the request had been carried out before, and this is that answer again. */
  readonly repeated: boolean;
}

/** A stale edit, and who was faster. */
export interface StoredConflict extends Conflict {
  readonly by: { readonly author: string; readonly name: string; readonly at: string } | null;
}

export type ChangeOutcome =
  | {
      readonly ok: true;
      readonly change: Changed;
      readonly warnings: readonly DossierProblem[];
    }
  | {
      readonly ok: false;
      readonly reason: 'conflict';
      readonly conflicts: readonly StoredConflict[];
    }
  | { readonly ok: false; readonly reason: 'refused'; readonly problems: readonly Problem[] };

export interface NewDossier extends ChangeTerms {
  /** The digest of the example it is. */
  readonly example?: string;
  /** The person who owns it; nobody when there are no accounts. */
  readonly owner?: string | undefined;
}

/** The answer for an id nobody gave to a dossier. */
export function unknownDossier(id: string): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  const message = `there is no dossier "${id}"`;
  return { ok: false, problems: [{ code: 'unknown_dossier', path: 'id', message }] };
}
