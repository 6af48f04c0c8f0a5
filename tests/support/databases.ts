// The same tests on both engines: each test gets an empty database of its own.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, inject } from 'vitest';
import { openDatabase, type Database, type DatabasePlace } from '#lib/server/database.ts';
import { freshDatabase } from './postgres.ts';

export interface TestDatabases {
  readonly engine: 'sqlite' | 'postgres';
  /** Where an empty database is, or will be when it is opened. */
  readonly freshPlace: () => Promise<DatabasePlace>;
  /** An empty database at today's schema, closed after the test. */
  readonly open: () => Promise<Database>;
  /** Opens one more connection to a place, closed after the test. */
  readonly openAt: (place: DatabasePlace) => Promise<Database>;
}

/** Runs tests on SQLite and, where there is one, on PostgreSQL. */
export function onBothEngines(name: string, tests: (databases: TestDatabases) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const skipped = engine === 'postgres' && inject('postgres') === '';
    describe.skipIf(skipped)(`${name} on ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`, () => {
      tests(databasesOf(engine));
    });
  }
}

function databasesOf(engine: TestDatabases['engine']): TestDatabases {
  const opened: Database[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const freshPlace = async (): Promise<DatabasePlace> => {
    if (engine === 'postgres') {
      const base = new URL(inject('postgres'));
      const address = (name: string): string => new URL(`/${name}`, base).href;
      return { engine, url: await freshDatabase(address, `t_${randomUUID().replaceAll('-', '')}`) };
    }
    const folder = mkdtempSync(join(tmpdir(), 'parley-database-'));
    folders.push(folder);
    return { engine, file: join(folder, 'parley.db') };
  };
  const openAt = async (place: DatabasePlace): Promise<Database> => {
    const database = await openDatabase(place);
    if (!database.ok) throw new Error(JSON.stringify(database.problems));
    opened.push(database.value);
    return database.value;
  };
  return { engine, freshPlace, openAt, open: async () => openAt(await freshPlace()) };
}
