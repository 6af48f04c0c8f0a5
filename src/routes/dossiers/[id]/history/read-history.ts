import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { undoChange } from '#lib/app/edit-dossier.ts';
import { site } from '#lib/app/site.ts';
import type { Participant } from '#lib/app/viewer.ts';
import { hasRole } from '#lib/model/role.ts';
import type { HistoryReader } from '#lib/ui/history-view.ts';

/** Who reads the history of a dossier, with what the page needs to know of them; 404 for strangers. */
export async function openHistory(
  id: string,
  { viewer, role }: App.Locals,
): Promise<{
  readonly who: Participant;
  readonly reader: HistoryReader;
  readonly title: string;
  readonly sequence: number;
}> {
  if (viewer === undefined || role === undefined) error(404, `There is no dossier “${id}” here.`);
  const { store } = await site();
  const state = await store.load(id);
  if (!state.ok) error(404, `There is no dossier “${id}” here.`);
  const visit = await store.visit(id, viewer.id);
  const { dossier, sequence } = state.value;
  const reader = {
    dossier,
    viewer: viewer.id,
    seen: visit?.seen,
    mayEdit: hasRole(role, 'annotator'),
  };
  return { who: { viewer, role }, reader, title: dossier.title, sequence };
}

/** Why a change was not taken back, for the page. */
export interface UndoRefusal {
  readonly number: number;
  readonly message: string;
  /** The records others changed since. */
  readonly changedSince: readonly {
    readonly kind: string;
    readonly id: string;
    readonly by: string;
    readonly version: number | null;
  }[];
}

/** Takes a change back and shows the change that did it, or tells why not. */
export async function undoAndShow(
  id: string,
  { number, who }: { readonly number: number; readonly who: Participant },
): Promise<ActionFailure<{ readonly refusal: UndoRefusal }>> {
  const at = new Date().toISOString();
  const outcome = await undoChange(await site(), id, { number, at, who });
  if (outcome.ok) redirect(303, `/dossiers/${id}/history/${String(outcome.change.number)}`);
  if (outcome.reason === 'refused') {
    const message = outcome.problems.map((problem) => problem.message).join(' ');
    return fail(422, { refusal: { number, message, changedSince: [] } });
  }
  const message = 'What this change wrote has been changed again since, so it was not taken back.';
  const changedSince = outcome.conflicts.map(({ kind, id: record, by, version }) => ({
    ...{ kind, id: record, version },
    by: by?.name ?? 'somebody',
  }));
  return fail(409, { refusal: { number, message, changedSince } });
}
