import type { ChangeRequest, Edit } from '#lib/model/edit.ts';
import type { Problem } from '#lib/model/parsed.ts';
import { recordKey, type RecordKind } from '#lib/model/record.ts';
import { hasRole, type Role } from '#lib/model/role.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** The role it takes to edit a kind of record: what analysts think of a dossier, or the dossier. */
export const roleToEdit = (kind: RecordKind): Role =>
  kind === 'annotation' || kind === 'verdict' || kind === 'view' ? 'annotator' : 'editor';

/** What is asked of a dossier, and when (ISO 8601 in UTC). */
export interface EditRequest extends ChangeRequest {
  readonly at: string;
}

/**
 * Changes a dossier for somebody who may: roles are checked for each record, a note or verdict
 * belongs to its author, and what is private to others does not exist.
 */
export async function editDossier(
  { store }: Workspace,
  id: string,
  { request, who }: { readonly request: EditRequest; readonly who: Participant },
): Promise<ChangeOutcome> {
  const { viewer } = who;
  const state = await store.load(id);
  if (!state.ok) return { ...state, reason: 'refused' };
  const problems = request.edits.flatMap((edit, index) =>
    rightFaults(state.value, edit, who).map((fault) => ({ ...fault, path: `edits[${index}]` })),
  );
  if (problems.length > 0) return { ok: false, reason: 'refused', problems };
  const { at, note, edits } = request;
  return store.change(id, edits, {
    author: { id: viewer.id, name: viewer.name },
    at,
    note,
    request: requestOf(viewer, request.request),
  });
}

/** Two people may give their requests the same name. */
const requestOf = ({ id }: Participant['viewer'], request: string | undefined) =>
  request === undefined ? undefined : `${id}:${request}`;

type Fault = Omit<Problem, 'path'>;

function rightFaults({ set }: StoredState, edit: Edit, { viewer, role }: Participant): Fault[] {
  const needed = roleToEdit(edit.kind);
  if (!hasRole(role, needed)) {
    const message = `to edit ${edit.kind} records one has to be ${needed} of the dossier; you are its ${role}`;
    return [{ code: 'not_allowed', message }];
  }
  const current = set.records.get(recordKey(edit.kind, edit.id));
  const privateTo = current?.privateTo ?? null;
  if (privateTo !== null && privateTo !== viewer.id) {
    // The same answer as for a record that is not there, so that nobody learns of private notes.
    const message = `there is no ${edit.kind} "${edit.id}" to edit, or its id is taken`;
    return [{ code: 'unknown_record', message }];
  }
  if (edit.kind !== 'annotation' && edit.kind !== 'verdict') return [];
  const before = authorOf(current?.body);
  const after = edit.op === 'put' ? authorOf(edit.body) : before;
  if (hasRole(role, 'owner') && before !== undefined) return [];
  if ((before ?? viewer.name) === viewer.name && (after ?? viewer.name) === viewer.name) return [];
  const message = `this ${edit.kind} is another person's; its author or an owner may change it`;
  return [{ code: 'not_allowed', message }];
}

function authorOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('author' in body)) return undefined;
  return typeof body.author === 'string' ? body.author : undefined;
}

export interface UndoRequest {
  readonly number: number;
  readonly at: string;
  readonly who: Participant;
  /** The client's name for its request; the same name undoes once. */
  readonly request?: string | undefined;
}

/** Takes a change back, for somebody who may edit everything it touched. */
export async function undoChange(
  { store }: Workspace,
  id: string,
  { number, at, who, request }: UndoRequest,
): Promise<ChangeOutcome> {
  const { viewer, role } = who;
  const [entry] = await store.changes(id, { viewer: viewer.id, number, partLimit: 50_000 });
  const forbidden = entry?.parts.find(({ kind }) => !hasRole(role, roleToEdit(kind)));
  if (forbidden !== undefined) {
    const message = `this change touched ${forbidden.kind} records; to undo it one has to be ${roleToEdit(forbidden.kind)}`;
    const problems = [{ code: 'not_allowed', path: 'number', message }];
    return { ok: false, reason: 'refused', problems };
  }
  const author = { id: viewer.id, name: viewer.name };
  return store.undo(id, number, { author, at, request: requestOf(viewer, request) });
}
