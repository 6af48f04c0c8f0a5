import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { savedTables, unsavedTables, type BackupManifest } from './backup-format.ts';
import { explainDatabaseError, isDatabaseTrouble } from './database-error.ts';
import { connect, type Database } from './database.ts';
import { migrate, migrationSteps } from './migrations/migrate.ts';
import { readTable, type VerifiedBackup } from './read-backup.ts';
import { rebuildIndex } from './search-index.ts';
import { inSnapshot } from './stored-state.ts';
import { countRows, insertRows, listColumns, streamRows, type Row } from './table-rows.ts';
import type { Tables } from './tables.ts';

/**
 * Puts a verified backup in the place of everything in a database, in one transaction: afterwards it
 * is as it was saved, or as it was before. A backup of an older schema is brought to today's first, in
 * a database of its own.
 */
export async function restoreBackup(
  database: Database,
  backup: VerifiedBackup,
): Promise<Parsed<BackupManifest>> {
  const { step } = backup.manifest;
  const known = migrationSteps.findIndex(({ name }) => name === step);
  if (known === -1) {
    const message = `this backup was made by a newer Parley (its schema is ${step}); use that version`;
    return { ok: false, problems: [{ code: 'backup_newer', path: backup.file, message }] };
  }
  try {
    if (known === migrationSteps.length - 1)
      await replaceAll(database, (table) => readTable(backup, table));
    else await restoreOlder(database, backup);
    if (database.engine === 'sqlite')
      await sql`pragma wal_checkpoint(truncate)`.execute(database.db);
    return { ok: true, value: backup.manifest };
  } catch (error) {
    return { ok: false, problems: [explain(error, backup.file)] };
  }
}

class Miscounted extends Error {}

function explain(error: unknown, file: string): Problem {
  if (error instanceof Miscounted) {
    const message = `${error.message}; nothing was changed`;
    return { code: 'backup_damaged', path: file, message };
  }
  if (!isDatabaseTrouble(error)) throw error;
  return explainDatabaseError(error);
}

type RowsOf = (table: string) => AsyncIterable<Row>;

async function replaceAll(database: Database, rowsOf: RowsOf): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await fill(trx, savedTables, rowsOf);
    await rebuildIndex(trx);
  });
}

/** Empties all tables and fills those that are named. */
async function fill(
  trx: Transaction<Tables>,
  tables: readonly string[],
  rowsOf: RowsOf,
): Promise<void> {
  const columns = await listColumns(trx);
  const all = [...tables, ...Object.keys(unsavedTables)].filter((name) => columns.has(name));
  for (const table of all.toReversed()) await sql`delete from ${sql.table(table)}`.execute(trx);
  for (const table of tables) {
    const wanted = columns.get(table);
    if (wanted === undefined) continue;
    let count = 0;
    for await (const rows of inPortions(rowsOf(table))) {
      const stranger = rows.flatMap(Object.keys).find((name) => !wanted.has(name));
      if (stranger !== undefined) throw new Miscounted(`the table ${table} has no ${stranger}`);
      await insertRows(trx, { table, columns: wanted, rows });
      count += rows.length;
    }
    if ((await countRows(trx, table)) !== count)
      throw new Miscounted(`the table ${table} did not take every row`);
  }
}

const mostRows = 200;
const mostCharacters = 4_000_000;

/** Rows in portions that one statement and the memory can hold. */
async function* inPortions(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let portion: Row[] = [];
  let characters = 0;
  for await (const row of rows) {
    portion.push(row);
    for (const value of Object.values(row))
      if (typeof value === 'string') characters += value.length;
    if (portion.length < mostRows && characters < mostCharacters) continue;
    yield portion;
    [portion, characters] = [[], 0];
  }
  if (portion.length > 0) yield portion;
}

/** Brings an old backup to today's schema in a passing database of its own, and takes it from there. */
async function restoreOlder(database: Database, backup: VerifiedBackup): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-restore-'));
  const staging = await connect({ engine: 'sqlite', file: join(folder, 'staging.db') });
  try {
    await demand(migrate(staging, 'sqlite', backup.manifest.step));
    const names = backup.manifest.tables.map(({ name }) => name);
    const rowsOf: RowsOf = (table) => readTable(backup, table);
    await staging.transaction().execute((trx) => fill(trx, names, rowsOf));
    await demand(migrate(staging, 'sqlite'));
    await copyAll(staging, database);
  } finally {
    await staging.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

const copyAll = (staging: Kysely<Tables>, database: Database): Promise<void> =>
  inSnapshot(staging, (from) => replaceAll(database, (table) => streamRows(from, 'sqlite', table)));

async function demand(migrated: Promise<Parsed<undefined>>): Promise<void> {
  const result = await migrated;
  if (!result.ok) throw new Miscounted(result.problems[0]?.message ?? 'it cannot be migrated');
}
