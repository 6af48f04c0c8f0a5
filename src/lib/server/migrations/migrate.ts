import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { explainDatabaseError, isDatabaseTrouble } from '../database-error.ts';
import { dossiers } from './001-dossiers.ts';
import { accounts } from './002-accounts.ts';
import { uploads } from './003-uploads.ts';
import { search } from './004-search.ts';
import { presence } from './005-presence.ts';
import { intake } from './006-intake.ts';
import type { Tables } from '../tables.ts';
import type { Engine, MigrationStep, Spelling } from './migration-step.ts';

/** Every step there has been, oldest first. */
export const migrationSteps: readonly MigrationStep[] = [
  dossiers,
  accounts,
  uploads,
  search,
  presence,
  intake,
];

const spellings: Readonly<Record<Engine, Spelling>> = {
  sqlite: { engine: 'sqlite', places: sql`text` },
  postgres: { engine: 'postgres', places: sql`text collate "C"` },
};

/**
 * Brings a database to today's schema (or to that of the step `upTo`), one process at a time. A
 * database of a newer Parley is refused, and one whose step failed is left as it was.
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  upTo?: string,
): Promise<Parsed<undefined>> {
  const spelling = spellings[engine];
  const migrations = Object.fromEntries(
    migrationSteps.map(({ name, up }) => [name, { up: (on: Kysely<unknown>) => up(on, spelling) }]),
  );
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: 'schema_step',
    migrationLockTableName: 'schema_lock',
  });
  const { error } =
    upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (error === undefined) return { ok: true, value: undefined };
  return { ok: false, problems: [explain(error)] };
}

function explain(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  if (/previously executed migration .* is missing/.test(reason)) {
    const message =
      'this database was written by a newer Parley; start that version, or restore a backup of the time before it';
    return { code: 'database_newer', path: 'database', message };
  }
  if (isDatabaseTrouble(error)) return explainDatabaseError(error);
  return {
    code: 'migration_failed',
    path: 'database',
    message: `the database could not be brought to today's form (${reason}); it was left as it is`,
  };
}
