import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql, type Transaction } from 'kysely';
import type { Parsed } from '#lib/model/parsed.ts';
import { manifestFile, savedTables, tableFile, type BackupManifest } from './backup-format.ts';
import { explainDatabaseError, isDatabaseTrouble } from './database-error.ts';
import { connect, type DatabasePlace } from './database.ts';
import { explainFileError } from './file-error.ts';
import { inSnapshot } from './stored-state.ts';
import { streamRows } from './table-rows.ts';
import type { Tables } from './tables.ts';
import { ArchiveTooLarge, openZipWriter, type ZipWriter } from './zip-writer.ts';

/** A backup that was written. */
export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly manifest: BackupManifest;
}

/** Where a backup goes, and the time it is of (ISO 8601 in UTC). */
export interface BackupRequest {
  readonly file: string;
  readonly at: string;
  /** The tables to save, when the database is not of today's schema. */
  readonly tables?: readonly string[];
}

/**
 * Saves a database while it is in use: all tables as they were at one moment, read over a connection
 * of its own, so that nobody waits. The file is there whole or not at all.
 */
export async function writeBackup(
  place: DatabasePlace,
  { file, at, tables = savedTables }: BackupRequest,
): Promise<Parsed<WrittenBackup>> {
  const only = place.engine === 'postgres' ? { ...place, connections: 1 } : place;
  let writer: ZipWriter | undefined;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const archive = await openZipWriter(file);
    writer = archive;
    const db = await connect(only);
    try {
      const manifest = await inSnapshot(db, (trx) =>
        saveTables(trx, { writer: archive, place, at, tables }),
      );
      const bytes = await archive.finish();
      return { ok: true, value: { file, bytes, manifest } };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    await writer?.abandon();
    return { ok: false, problems: [{ ...explain(error), path: file }] };
  }
}

function explain(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof ArchiveTooLarge) {
    const message = 'the database is too large for one archive; use the tools of the engine itself';
    return { code: 'backup_too_large', message };
  }
  return isDatabaseTrouble(error) ? explainDatabaseError(error) : explainFileError(error);
}

interface Saving {
  readonly writer: ZipWriter;
  readonly place: DatabasePlace;
  readonly at: string;
  readonly tables: readonly string[];
}

async function saveTables(
  trx: Transaction<Tables>,
  { writer, place, at, tables: names }: Saving,
): Promise<BackupManifest> {
  const tables: BackupManifest['tables'][number][] = [];
  for (const name of names) {
    const tally: Tally = { rows: 0, bytes: 0, hash: createHash('sha256') };
    const lines = toLines(streamRows(trx, place.engine, name), tally);
    await writer.add(tableFile(name), lines);
    const { rows, bytes, hash } = tally;
    tables.push({ name, rows, bytes, sha256: hash.digest('hex') });
  }
  const steps = await sql<{
    name: string;
  }>`select name from schema_step order by name desc`.execute(trx);
  const manifest: BackupManifest = {
    ...{ format: 'parley-backup', version: 1, step: steps.rows[0]?.name ?? '' },
    ...{ createdAt: at, engine: place.engine, tables },
    dossiers: await trx.selectFrom('dossier').select(['id', 'sequence']).orderBy('id').execute(),
  };
  await writer.add(manifestFile, once(`${JSON.stringify(manifest, null, '\t')}\n`));
  return manifest;
}

interface Tally {
  rows: number;
  bytes: number;
  readonly hash: ReturnType<typeof createHash>;
}

/** Rows as JSON lines in portions that pay the trouble, counted and hashed on the way. */
async function* toLines(rows: AsyncIterable<unknown>, tally: Tally): AsyncGenerator<Uint8Array> {
  let waiting = '';
  const take = (): Uint8Array => {
    const bytes = new TextEncoder().encode(waiting);
    waiting = '';
    tally.bytes += bytes.length;
    tally.hash.update(bytes);
    return bytes;
  };
  for await (const row of rows) {
    tally.rows += 1;
    waiting += `${JSON.stringify(row)}\n`;
    if (waiting.length > portion) yield take();
  }
  yield take();
}

const portion = 64 * 1024;

// eslint-disable-next-line @typescript-eslint/require-await -- the writer takes what comes over time
async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
