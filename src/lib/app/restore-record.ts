import type { Edit } from '#lib/model/edit.ts';
import { recordKey } from '#lib/model/record.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import { editDossier } from './edit-dossier.ts';
import { findRecord } from './read-dossier.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

export interface Restoration {
  /** The change before which the wanted version stood. */
  readonly number: number;
  /** The record as `kind/id`. */
  readonly record: string;
  readonly at: string;
  readonly who: Participant;
}

/**
 * Brings back the version of one record that stood before a change, whatever happened to it since.
 * It becomes a new version, so that the one it replaces stays in the history.
 */
export async function restoreRecord(
  workspace: Workspace,
  id: string,
  { number, record, at, who }: Restoration,
): Promise<ChangeOutcome> {
  const query = { viewer: who.viewer.id, number, partLimit: 50_000 };
  const [entry] = await workspace.store.changes(id, query);
  const part = entry?.parts.find((candidate) => recordKey(candidate.kind, candidate.id) === record);
  if (part === undefined) {
    const message = `change ${number} touched no such record`;
    return {
      ok: false,
      reason: 'refused',
      problems: [{ code: 'unknown_record', path: record, message }],
    };
  }
  const { kind, id: recordId, before } = part;
  const current = await findRecord(workspace, id, { kind, id: recordId, who });
  const base = current.ok ? current.value.version : null;
  const edits = restoringEdits({ kind, id: recordId, base, before });
  if (edits.length === 0) {
    const message = 'the record is as it was before that change: it is not there';
    return {
      ok: false,
      reason: 'refused',
      problems: [{ code: 'nothing_to_do', path: record, message }],
    };
  }
  const note = `The version before change ${String(number)}`;
  return editDossier(workspace, id, { request: { edits, at, note }, who });
}

interface Wanted {
  readonly kind: Edit['kind'];
  readonly id: string;
  readonly base: number | null;
  readonly before: unknown;
}

function restoringEdits({ kind, id, base, before }: Wanted): readonly Edit[] {
  if (typeof before === 'object' && before !== null)
    return [{ op: 'put', kind, id, base, body: { ...before } }];
  return base === null ? [] : [{ op: 'delete', kind, id, base }];
}
