// Suggestions that an analyst found right, confirmed one by one or many at once.
import type { Edit } from '#lib/model/edit.ts';
import type { Problem } from '#lib/model/parsed.ts';
import type { Provision } from '#lib/model/provision.ts';
import { recordKey } from '#lib/model/record.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { editDossier } from './edit-dossier.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** Which suggestions are meant; every limit that is given has to hold. */
export interface WhichSuggestions {
  readonly provision?: string;
  readonly clause?: string;
  /** The home of the provision. */
  readonly issue?: string;
  readonly paper?: string;
}

export interface Confirmation {
  readonly which: WhichSuggestions;
  /** The newest change the analyst had before the eyes: what changed later is left alone. */
  readonly seen: number;
  readonly at: string;
  readonly who: Participant;
}

/** What was confirmed, and how many suggestions somebody had changed meanwhile. */
export type Confirmed = ChangeOutcome & { readonly confirmed: number; readonly left: number };

/** Confirms suggestions as they stand, in one change. */
export async function confirmSuggestions(
  workspace: Workspace,
  dossier: string,
  { which, seen, at, who }: Confirmation,
): Promise<Confirmed> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return { ...state, reason: 'refused', confirmed: 0, left: 0 };
  const meant = findSuggestions(state.value, which);
  const edits = meant
    .filter(({ version }) => version <= seen)
    .map(({ provision, version }): Edit => {
      const review = { state: 'confirmed', by: who.viewer.name, at };
      const body = { ...provision, review };
      return { op: 'put', kind: 'provision', id: provision.id, base: version, body };
    });
  const [confirmed, left] = [edits.length, meant.length - edits.length];
  if (confirmed === 0)
    return { ok: false, reason: 'refused', problems: [nothing(left)], confirmed, left };
  const outcome = await editDossier(workspace, dossier, { request: { edits, at }, who });
  return { ...outcome, confirmed, left };
}

function nothing(left: number): Problem {
  const message =
    left === 0
      ? 'There is no suggestion left to confirm.'
      : 'Somebody changed it after you had opened the page, so nothing was confirmed. Look at it again.';
  return { code: 'nothing_to_confirm', path: '(whole)', message };
}

function findSuggestions(
  { dossier, set }: StoredState,
  { provision: id, clause, issue, paper }: WhichSuggestions,
): readonly { readonly provision: Provision; readonly version: number }[] {
  const clauses = dossier.papers.find((candidate) => candidate.id === paper)?.clauses ?? [];
  const inPaper = new Set(clauses.map((candidate) => candidate.id));
  return dossier.provisions
    .filter(
      (provision) =>
        provision.review.state === 'suggested' &&
        (id === undefined || provision.id === id) &&
        (clause === undefined || provision.clause === clause) &&
        (issue === undefined || provision.issues[0] === issue) &&
        (paper === undefined || inPaper.has(provision.clause)),
    )
    .map((provision) => ({
      provision,
      version: set.records.get(recordKey('provision', provision.id))?.version ?? 0,
    }));
}
