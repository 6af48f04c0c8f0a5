import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Parsed } from '#lib/model/parsed.ts';
import { explainDatabaseError } from './database-error.ts';
import { migrate } from './migrations/migrate.ts';
import type { Engine } from './migrations/migration-step.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** Where dossiers are kept: one file, or a PostgreSQL server. */
export type DatabasePlace =
  | { readonly engine: 'sqlite'; readonly file: string; readonly waitMs?: number }
  | { readonly engine: 'postgres'; readonly url: string; readonly connections?: number };

/** An open database at today's schema. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  readonly place: DatabasePlace;
  readonly close: () => Promise<void>;
}

/**
 * Opens a database, makes it where it is missing and migrates it where it is older. What keeps it
 * from opening is told without any password.
 */
export async function openDatabase(place: DatabasePlace): Promise<Parsed<Database>> {
  let db: Kysely<Tables> | undefined;
  try {
    db = await connect(place);
    const migrated = await migrate(db, place.engine);
    if (!migrated.ok) {
      await db.destroy();
      return migrated;
    }
  } catch (error) {
    await db?.destroy().catch(() => undefined);
    return { ok: false, problems: [explainDatabaseError(error)] };
  }
  const opened = db;
  const close = (): Promise<void> => opened.destroy();
  return { ok: true, value: { db: opened, engine: place.engine, place, close } };
}

/** A connection without any migration; for those who look at older schemas. */
export async function connect(place: DatabasePlace): Promise<Kysely<Tables>> {
  if (place.engine === 'sqlite') {
    if (place.file !== ':memory:') mkdirSync(dirname(place.file), { recursive: true, mode: 0o700 });
    return new Kysely({ dialect: nodeSqliteDialect(place) });
  }
  // Loaded when needed: an analyst alone never pays for the driver of a server.
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: place.url,
    max: place.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'parley',
  });
  // A connection that breaks while idle is replaced; the next query tells if the server is gone.
  pool.on('error', () => undefined);
  // One that breaks between two statements of a transaction: the next of them tells.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
