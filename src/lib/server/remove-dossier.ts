import { sql } from 'kysely';
import type { Parsed } from '#lib/model/parsed.ts';
import type { Database } from './database.ts';
import { unknownDossier } from './change-outcome.ts';

/** What was deleted, in numbers. */
export interface Removed {
  readonly records: number;
  readonly texts: number;
  readonly changes: number;
}

/**
 * Deletes a dossier: its records, texts, log, notes and whatever else refers to it, by the foreign
 * keys of the tables. SQLite overwrites what it deletes with zeros, and the write-ahead log is
 * emptied here; PostgreSQL gives the space back at its next vacuum, which is asked for here.
 */
export async function removeDossier(
  { db, engine }: Database,
  id: string,
): Promise<Parsed<Removed>> {
  const removed = await db.transaction().execute(async (trx) => {
    const count = async (table: 'record' | 'paper_text' | 'change'): Promise<number> => {
      const row = await trx
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number | string>().as('rows'))
        .where('dossier', '=', id)
        .executeTakeFirstOrThrow();
      return Number(row.rows);
    };
    const counts = {
      records: await count('record'),
      texts: await count('paper_text'),
      changes: await count('change'),
    };
    const gone = await trx
      .deleteFrom('dossier')
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    return gone === undefined ? undefined : counts;
  });
  if (removed === undefined) return unknownDossier(id);
  if (engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
  else await sql`vacuum record, paper_text, change, change_part, search_entry`.execute(db);
  return { ok: true, value: removed };
}
