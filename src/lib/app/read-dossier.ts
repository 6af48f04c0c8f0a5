import type { Annotation } from '#lib/model/annotation.ts';
import { byPlace } from '#lib/model/dossier-records.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import {
  isRecordKind,
  recordKey,
  recordSchemas,
  type RecordKind,
  type StoredRecord,
} from '#lib/model/record.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** A dossier as one person sees it. */
export interface SeenDossier {
  readonly sequence: number;
  readonly changedAt: string;
  /** With this person's own private notes and nobody else's. */
  readonly dossier: Dossier;
}

/** Reads a dossier with the private notes of whoever asks. */
export async function readDossier(
  { store }: Workspace,
  id: string,
  { viewer }: Participant,
): Promise<Parsed<SeenDossier>> {
  const state = await store.load(id);
  if (!state.ok) return state;
  const { sequence, changedAt, dossier } = state.value;
  const own = [...state.value.set.records.values()].filter((r) => r.privateTo === viewer.id);
  if (own.length === 0) return { ok: true, value: { sequence, changedAt, dossier } };
  const notes = own.toSorted(byPlace).flatMap(({ body }): Annotation[] => {
    const note = recordSchemas.annotation.safeParse(body);
    return note.success ? [note.data] : [];
  });
  const seen = { ...dossier, annotations: [...dossier.annotations, ...notes] };
  return { ok: true, value: { sequence, changedAt, dossier: seen } };
}

/** A record with its version, as it is handed out. */
export interface SeenRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly body: unknown;
}

const seen = ({ kind, id, version, body }: StoredRecord): SeenRecord => ({
  kind,
  id,
  version,
  body,
});

const isSeenBy =
  ({ viewer }: Participant) =>
  ({ privateTo }: StoredRecord): boolean =>
    privateTo === null || privateTo === viewer.id;

/** The records of a kind in their order. */
export async function listRecords(
  { store }: Workspace,
  id: string,
  { kind, who }: { readonly kind: RecordKind; readonly who: Participant },
): Promise<Parsed<readonly SeenRecord[]>> {
  const state = await store.load(id);
  if (!state.ok) return state;
  const records = [...state.value.set.records.values()].filter((r) => r.kind === kind);
  return { ok: true, value: records.filter(isSeenBy(who)).toSorted(byPlace).map(seen) };
}

/** What is looked for, by whom. */
export interface RecordQuestion {
  readonly kind: string;
  readonly id: string;
  readonly who: Participant;
}

/** One record of a dossier. */
export async function findRecord(
  { store }: Workspace,
  dossier: string,
  question: RecordQuestion,
): Promise<Parsed<SeenRecord>> {
  const state = await store.load(dossier);
  if (!state.ok) return state;
  const found = lookUp(state.value, question);
  if (found !== undefined) return { ok: true, value: seen(found) };
  const { kind, id } = question;
  const message = `there is no ${kind} "${id}" in this dossier`;
  return { ok: false, problems: [{ code: 'unknown_record', path: 'record', message }] };
}

function lookUp({ set }: StoredState, { kind, id, who }: RecordQuestion): StoredRecord | undefined {
  if (!isRecordKind(kind)) return undefined;
  const found = set.records.get(recordKey(kind, id));
  return found !== undefined && isSeenBy(who)(found) ? found : undefined;
}
