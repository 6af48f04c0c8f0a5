// Builds the app that the hard tests run, and starts a PostgreSQL that writes through to the disk.
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../scripts/build.mjs';
import { findPostgres, startPostgres } from '../support/postgres.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt();
  if (findPostgres() === undefined) {
    console.warn('No PostgreSQL programs found (initdb, pg_ctl): its hard tests are skipped.');
    project.provide('postgres', '');
    return () => Promise.resolve();
  }
  const cluster = await startPostgres({ durable: true });
  project.provide('postgres', cluster.url);
  return cluster.stop;
}
