import { sql, type Insertable, type Kysely, type Transaction } from 'kysely';
import type { RecordSet } from '#lib/model/apply-edits.ts';
import { sharedOf } from '#lib/model/apply-edits.ts';
import { joinRecords } from '#lib/model/dossier-records.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { isRecordKind, recordKey, type StoredRecord } from '#lib/model/record.ts';
import type { RecordTable, Tables } from './tables.ts';

/**
 * By what a dossier in memory is known to be the stored one. The number of the last change alone does
 * not tell: an id can be given again after a deletion, and a backup brings older numbers back.
 */
export interface StateMark {
  /** The number of its last change. */
  readonly sequence: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Reads the mark of a dossier as it is stored now; undefined when there is none of this id. */
export const readMark = (reader: Reader, id: string): Promise<StateMark | undefined> =>
  reader
    .selectFrom('dossier')
    .select(['sequence', 'created_at as createdAt', 'changed_at as changedAt'])
    .where('id', '=', id)
    .executeTakeFirst();

/** Whether two marks are of the same state. */
export const isSameState = (a: StateMark, b: StateMark): boolean =>
  a.sequence === b.sequence && a.createdAt === b.createdAt && a.changedAt === b.changedAt;

/** A dossier as it is stored after one of its changes. */
export interface StoredState extends StateMark {
  /** The dossier that everybody in it sees: without anybody's private notes. */
  readonly dossier: Dossier;
  /** All records with their versions, private notes among them. */
  readonly set: RecordSet;
}

/** Reads inside one transaction, so that what is read belongs together. */
export type Reader = Kysely<Tables> | Transaction<Tables>;

/**
 * Reads the state of a dossier. Stored bodies are read against the schema again: what a program of
 * another version or a person with a database tool wrote is told, not trusted.
 */
export async function readState(
  reader: Reader,
  id: string,
  { sequence, createdAt, changedAt }: StateMark,
): Promise<Parsed<StoredState>> {
  const rows = await reader.selectFrom('record').selectAll().where('dossier', '=', id).execute();
  const texts = await reader
    .selectFrom('paper_text')
    .select(['sha256', 'text'])
    .where('dossier', '=', id)
    .execute();
  const records = rows.flatMap(recordOfRow);
  const set: RecordSet = {
    records: new Map(records.map((record) => [recordKey(record.kind, record.id), record])),
    texts: new Map(texts.map(({ sha256, text }) => [sha256, text])),
  };
  const joined = joinRecords({ records: sharedOf(set), texts: set.texts });
  if (!joined.ok) return joined;
  return { ok: true, value: { sequence, createdAt, changedAt, dossier: joined.value, set } };
}

function recordOfRow(row: RecordTable): StoredRecord[] {
  if (!isRecordKind(row.kind)) return [];
  const { kind, id, version, place } = row;
  const body: unknown = JSON.parse(row.body);
  return [{ kind, id, version, place, body, privateTo: row.private_to }];
}

/** Runs a reading in which nothing changes between its statements. */
export function inSnapshot<T>(
  db: Kysely<Tables>,
  read: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read);
}

/** The most values that one statement binds, with a margin below what both engines take. */
export const rowsAtOnce = 500;

/** Inserts rows in portions that one statement can hold. */
export async function insertAll<T extends keyof Tables>(
  trx: Transaction<Tables>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const slice = rows.slice(start, start + rowsAtOnce);
    const names = Object.keys(slice[0] ?? {});
    const columns = sql.join(names.map((name) => sql.ref(name)));
    const values = slice.map((row) => {
      const entries = new Map<string, unknown>(Object.entries(row));
      return sql`(${sql.join(names.map((name) => sql`${entries.get(name)}`))})`;
    });
    await sql`insert into ${sql.table(table)} (${columns}) values ${sql.join(values)}`.execute(trx);
  }
}
