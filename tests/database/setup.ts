// One PostgreSQL for all database tests of a run, when the machine has its programs.
import type { TestProject } from 'vitest/node';
import { findPostgres, startPostgres } from '../support/postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a running PostgreSQL; empty where there is none. */
    readonly postgres: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (findPostgres() === undefined) {
    console.warn(
      'No PostgreSQL programs found (initdb, pg_ctl): its tests are skipped. Install PostgreSQL, or name the folder of its programs in PG_BIN.',
    );
    project.provide('postgres', '');
    return () => Promise.resolve();
  }
  const cluster = await startPostgres();
  project.provide('postgres', cluster.url);
  return cluster.stop;
}
