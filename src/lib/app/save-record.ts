import type { Edit } from '#lib/model/edit.ts';
import { byPlace } from '#lib/model/dossier-records.ts';
import type { Problem } from '#lib/model/parsed.ts';
import { recordKey, type RecordKind, type StoredRecord } from '#lib/model/record.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { editDossier } from './edit-dossier.ts';
import { prepareBody, type TypedRecord } from './prepare-body.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

export interface Save extends TypedRecord {
  /** The version that was edited; null for a new record. */
  readonly base: number | null;
  readonly note: string | undefined;
  readonly at: string;
  readonly who: Participant;
}

/** What became of a save; `id` is the record's, which a new one got here. */
export type Saved = ChangeOutcome & { readonly id?: string };

const refused = (problems: readonly Problem[]): Saved => ({
  ok: false,
  reason: 'refused',
  problems,
});

/** Stores what was typed into the form of a record. */
export async function saveRecord(
  workspace: Workspace,
  dossier: string,
  { kind, id, draft, base, note, at, who }: Save,
): Promise<Saved> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return refused(state.problems);
  const { dossier: current, set } = state.value;
  const desk = { dossier: current, records: set.records, author: who.viewer.name, at };
  const prepared = prepareBody({ kind, id, draft }, desk);
  if (!prepared.ok) return refused(prepared.problems);
  const { id: recordId, body } = prepared.value;
  const edits: readonly Edit[] = [{ op: 'put', kind, id: recordId, base, body: { ...body } }];
  const request = { edits, at, ...(note === undefined ? {} : { note }) };
  return { ...(await editDossier(workspace, dossier, { request, who })), id: recordId };
}

/** A record that is to go, or to stand elsewhere. */
export interface Aim {
  readonly kind: RecordKind;
  readonly id: string;
  readonly base: number;
  readonly at: string;
  readonly who: Participant;
  /** Why, for the log. */
  readonly note?: string | undefined;
}

/**
 * Deletes a record with what cannot be without it: a paper takes its clauses along, and a clause the
 * provisions that rest on it. What refers to it from elsewhere keeps it from going, and is named.
 */
export async function deleteRecord(
  workspace: Workspace,
  dossier: string,
  { kind, id, base, at, who, note }: Aim,
): Promise<Saved> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return refused(state.problems);
  const along = findDependents(state.value, kind, id).map((record): Edit => ({
    op: 'delete',
    kind: record.kind,
    id: record.id,
    base: record.version,
  }));
  const edits: readonly Edit[] = [...along, { op: 'delete', kind, id, base }];
  const request = { edits, at, ...(note === undefined ? {} : { note }) };
  return editDossier(workspace, dossier, { request, who });
}

/** The records that go along when a record is deleted. */
export function findDependents(
  { set }: Pick<StoredState, 'set'>,
  kind: RecordKind,
  id: string,
): readonly StoredRecord[] {
  const shared = [...set.records.values()];
  const naming = (of: RecordKind, key: string, ids: readonly string[]): readonly StoredRecord[] =>
    shared.filter((record) => record.kind === of && ids.includes(String(fieldOf(record, key))));
  const clauses = kind === 'paper' ? naming('clause', 'paper', [id]) : [];
  const clauseIds = kind === 'clause' ? [id] : clauses.map((clause) => clause.id);
  const provisions = naming('provision', 'clause', clauseIds);
  const silences = kind === 'paper' ? naming('silence', 'paper', [id]) : [];
  return [...provisions, ...silences, ...clauses];
}

function fieldOf({ body }: StoredRecord, key: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return new Map<string, unknown>(Object.entries(body)).get(key);
}

/** Moves a record one place up or down among those of its kind. */
export async function moveRecord(
  workspace: Workspace,
  dossier: string,
  { kind, id, base, at, who, by }: Aim & { readonly by: 'up' | 'down' },
): Promise<Saved> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return refused(state.problems);
  const list = [...state.value.set.records.values()]
    .filter((record) => record.kind === kind && record.privateTo === null)
    .toSorted(byPlace);
  const index = list.findIndex((record) => record.id === id);
  const after = by === 'up' ? list[index - 2] : list[index + 1];
  if (index === -1 || (by === 'up' ? index === 0 : index === list.length - 1)) {
    const message = 'it stands at the end of the list already';
    return refused([{ code: 'at_the_end', path: recordKey(kind, id), message }]);
  }
  const edits: readonly Edit[] = [{ op: 'move', kind, id, base, after: after?.id ?? null }];
  return editDossier(workspace, dossier, { request: { edits, at }, who });
}
