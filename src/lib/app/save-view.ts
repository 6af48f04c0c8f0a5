// Comparisons that people come back to, kept in the dossier under a name.
import type { Edit } from '#lib/model/edit.ts';
import type { Id } from '#lib/model/id.ts';
import { makeId } from '#lib/model/make-id.ts';
import { recordKey } from '#lib/model/record.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import { editDossier } from './edit-dossier.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

export interface ViewToSave {
  readonly title: string;
  /** The search part of its address. */
  readonly search: string;
  readonly at: string;
  readonly who: Participant;
}

/** Keeps a view under a name; one of the same name by the same person is replaced. */
export async function saveView(
  workspace: Workspace,
  dossier: string,
  { title, search, at, who }: ViewToSave,
): Promise<ChangeOutcome> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return { ...state, reason: 'refused' };
  if (title === '') return refuse('title_missing', 'title', 'A view is kept under a name.');
  const { views } = state.value.dossier;
  const by = who.viewer.name;
  const own = views.find((view) => view.title === title && view.by === by);
  const isTaken = (id: Id): boolean => views.some((view) => view.id === id);
  const id = own?.id ?? makeId(title, { fallback: 'view', isTaken });
  const base = state.value.set.records.get(recordKey('view', id))?.version ?? null;
  const body = { id, title, search, by, at };
  const edits: readonly Edit[] = [{ op: 'put', kind: 'view', id, base, body }];
  return editDossier(workspace, dossier, { request: { edits, at }, who });
}

/** Forgets a view. */
export async function dropView(
  workspace: Workspace,
  dossier: string,
  { view, at, who }: Pick<ViewToSave, 'at' | 'who'> & { readonly view: Id },
): Promise<ChangeOutcome> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return { ...state, reason: 'refused' };
  const base = state.value.set.records.get(recordKey('view', view))?.version;
  if (base === undefined) return refuse('unknown_view', 'view', 'This view is gone already.');
  const edits: readonly Edit[] = [{ op: 'delete', kind: 'view', id: view, base }];
  return editDossier(workspace, dossier, { request: { edits, at }, who });
}

const refuse = (code: string, path: string, message: string): ChangeOutcome => ({
  ok: false,
  reason: 'refused',
  problems: [{ code, path, message }],
});
