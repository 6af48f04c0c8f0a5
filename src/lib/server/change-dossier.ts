import type { Kysely, Transaction } from 'kysely';
import {
  applyEdits,
  type PlacedEdit,
  type RecordChange,
  type RecordSet,
} from '#lib/model/apply-edits.ts';
import { canonicalJson } from '#lib/model/digest.ts';
import { recordKey, type StoredRecord } from '#lib/model/record.ts';
import { findAuthors, readParts } from './change-log.ts';
import { unknownDossier, type ChangeOutcome, type ChangeTerms } from './change-outcome.ts';
import { indexChanges } from './search-index.ts';
import { insertAll, isSameState, readMark, readState, type StoredState } from './stored-state.ts';
import type { ChangePartTable, RecordTable, Tables } from './tables.ts';
import { undoEdits } from './undo-edits.ts';

/** A change that is to be made to a dossier. */
export interface PendingChange {
  readonly db: Kysely<Tables>;
  /** The states in memory, by dossier; a change leaves the newest there. */
  readonly states: Map<string, StoredState>;
  readonly id: string;
  readonly terms: ChangeTerms & { readonly undoes?: number };
}

/** What is to be done, once it is known on which state. */
type Plan = (
  set: RecordSet,
  trx: Transaction<Tables>,
) => Promise<readonly PlacedEdit[] | ChangeOutcome>;

/** Carries out a change: all of it, durably, or nothing of it with the reason. */
export async function changeDossier(pending: PendingChange, plan: Plan): Promise<ChangeOutcome> {
  const { db, states, id } = pending;
  let next: StoredState | undefined;
  try {
    const outcome = await db.transaction().execute(async (trx) => {
      const attempt = await attemptChange(pending, plan, trx);
      if (!attempt.outcome.ok || attempt.state === undefined) throw new TakenBack(attempt.outcome);
      next = attempt.state;
      return attempt.outcome;
    });
    if (next !== undefined) states.set(id, next);
    return outcome;
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome;
    throw error;
  }
}

/** Ends a transaction without a trace; what it came to is kept. */
class TakenBack extends Error {
  readonly outcome: ChangeOutcome;

  constructor(outcome: ChangeOutcome) {
    super('nothing is changed');
    this.outcome = outcome;
  }
}

interface Attempt {
  readonly outcome: ChangeOutcome;
  /** Missing when nothing is to be written. */
  readonly state?: StoredState;
}

async function attemptChange(
  { states, id, terms }: PendingChange,
  plan: Plan,
  trx: Transaction<Tables>,
): Promise<Attempt> {
  const mark = await readMark(trx, id);
  const counted = await trx
    .updateTable('dossier')
    .set((eb) => ({ sequence: eb('sequence', '+', 1), changed_at: terms.at }))
    .where('id', '=', id)
    .returning(['sequence', 'created_at as createdAt', 'changed_at as changedAt'])
    .executeTakeFirst();
  if (counted === undefined) return { outcome: { ...unknownDossier(id), reason: 'refused' } };
  const number = counted.sequence;
  const earlier = await findRequest(trx, id, terms.request);
  if (earlier !== undefined) return { outcome: earlier };
  const before = { ...counted, sequence: number - 1, changedAt: mark?.changedAt ?? '' };
  const known = states.get(id);
  const read =
    known !== undefined && isSameState(known, before)
      ? ({ ok: true, value: known } as const)
      : await readState(trx, id, before);
  if (!read.ok) return { outcome: { ...read, reason: 'refused' } };
  const edits = await plan(read.value.set, trx);
  if ('ok' in edits) return { outcome: edits };
  const applied = applyEdits(read.value.set, edits, { number, author: terms.author.id });
  if (!applied.ok) {
    if (applied.reason === 'refused') return { outcome: applied };
    const authors = await findAuthors(trx, id, applied.conflicts);
    const conflicts = applied.conflicts.map((conflict, index) => ({
      ...conflict,
      by: authors[index] ?? null,
    }));
    return { outcome: { ok: false, reason: 'conflict', conflicts } };
  }
  const { changes, warnings, next, dossier } = applied;
  if (changes.length === 0) {
    const change = { number: number - 1, at: terms.at, versions: {}, repeated: true };
    return { outcome: { ok: true, change, warnings } };
  }
  await writeRecords(trx, id, changes);
  await writeTexts(trx, id, { before: read.value.set.texts, after: next.texts });
  await indexChanges(trx, id, { changes, set: next });
  await writeEntry(trx, { id, number, terms, changes });
  if (changes.some(({ kind }) => kind === 'head'))
    await trx.updateTable('dossier').set({ title: dossier.title }).where('id', '=', id).execute();
  const change = { number, at: terms.at, versions: versionsOf(changes), repeated: false };
  return { outcome: { ok: true, change, warnings }, state: { ...counted, dossier, set: next } };
}

const versionsOf = (changes: readonly RecordChange[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    changes.flatMap(({ kind, id, after }) =>
      after === null ? [] : [[recordKey(kind, id), after.version]],
    ),
  );

/** The answer that was given to a request of this name, when there was one. */
async function findRequest(
  trx: Transaction<Tables>,
  id: string,
  request: string | undefined,
): Promise<ChangeOutcome | undefined> {
  if (request === undefined) return undefined;
  const entry = await trx
    .selectFrom('change')
    .select(['number', 'at'])
    .where('dossier', '=', id)
    .where('request', '=', request)
    .executeTakeFirst();
  if (entry === undefined) return undefined;
  const parts = await readParts(trx, id, entry.number);
  const versions = Object.fromEntries(
    parts
      .filter(({ after_body }) => after_body !== null)
      .map((part) => [`${part.kind}/${part.id}`, entry.number]),
  );
  return { ok: true, change: { ...entry, versions, repeated: true }, warnings: [] };
}

const rowOf = (dossier: string, record: StoredRecord): RecordTable => ({
  dossier,
  kind: record.kind,
  id: record.id,
  version: record.version,
  place: record.place,
  body: canonicalJson(record.body),
  private_to: record.privateTo,
});

/** What a record was goes, what it is comes; both in the transaction of the change. */
async function writeRecords(
  trx: Transaction<Tables>,
  dossier: string,
  changes: readonly RecordChange[],
): Promise<void> {
  for (const { kind, id, before } of changes) {
    if (before === null) continue;
    await trx
      .deleteFrom('record')
      .where('dossier', '=', dossier)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute();
  }
  const rows = changes.flatMap(({ after }) => (after === null ? [] : [rowOf(dossier, after)]));
  await insertAll(trx, 'record', rows);
}

async function writeTexts(
  trx: Transaction<Tables>,
  dossier: string,
  { before, after }: { readonly before: RecordSet['texts']; readonly after: RecordSet['texts'] },
): Promise<void> {
  const fresh = [...after].filter(([sha256]) => !before.has(sha256));
  const rows = fresh.map(([sha256, text]) => ({ dossier, sha256, text }));
  await insertAll(trx, 'paper_text', rows);
}

/** An entry of the log that is to be written. */
export interface NewEntry {
  readonly id: string;
  readonly number: number;
  readonly terms: PendingChange['terms'];
  readonly changes: readonly RecordChange[];
}

/** Writes an entry of the log with what it did to each record. */
export async function writeEntry(
  trx: Transaction<Tables>,
  { id, number, terms, changes }: NewEntry,
): Promise<void> {
  await insertAll(trx, 'change', [
    {
      dossier: id,
      number,
      at: terms.at,
      author: terms.author.id,
      author_name: terms.author.name,
      action: terms.action ?? 'edit',
      note: terms.note ?? null,
      undoes: terms.undoes ?? null,
      request: terms.request ?? null,
    },
  ]);
  const parts = changes.map((change, part) => partOf({ dossier: id, number, part }, change));
  await insertAll(trx, 'change_part', parts);
}

function partOf(
  at: Pick<ChangePartTable, 'dossier' | 'number' | 'part'>,
  { kind, id, before, after }: RecordChange,
): ChangePartTable {
  return {
    ...at,
    kind,
    id,
    before_version: before?.version ?? null,
    before_place: before?.place ?? null,
    before_body: before === null ? null : canonicalJson(before.body),
    after_place: after?.place ?? null,
    after_body: after === null ? null : canonicalJson(after.body),
    // A note that was private at either end of the change stays its owner's.
    private_to: before?.privateTo ?? after?.privateTo ?? null,
  };
}

/** Takes a change back by the opposite edits. */
export function undoChange(pending: PendingChange, number: number): Promise<ChangeOutcome> {
  const { id, terms } = pending;
  const undoing = { ...pending, terms: { ...terms, action: 'undo', undoes: number } };
  return changeDossier(undoing, async (set, trx) => {
    const parts = await readParts(trx, id, number);
    const foreign = parts.some(
      ({ private_to }) => private_to !== null && private_to !== terms.author.id,
    );
    if (parts.length > 0 && !foreign) return undoEdits(set, parts);
    const message = `there is no change ${number} in this dossier`;
    const problems = [{ code: 'unknown_change', path: 'number', message }];
    return { ok: false, reason: 'refused', problems };
  });
}
