import { randomUUID } from 'node:crypto';
import { afterEach, describe, inject } from 'vitest';
import { freshDatabase } from '../support/postgres.ts';
import { freshFolder, removeFolder, type ServerPlan } from '../support/test-server.ts';

/** A server plan with fresh data, the same for every server started with it. */
export type FreshPlan = () => Promise<Required<Pick<ServerPlan, 'data'>> & ServerPlan>;

/** Runs tests on SQLite and, where there is one, on PostgreSQL. */
export function onBothPlaces(
  name: string,
  tests: (fresh: FreshPlan, engine: 'sqlite' | 'postgres') => void,
): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const skipped = engine === 'postgres' && inject('postgres') === '';
    describe.skipIf(skipped)(`${name} on ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`, () => {
      const folders: string[] = [];
      afterEach(() => {
        for (const folder of folders.splice(0)) removeFolder(folder);
      });
      const fresh: FreshPlan = async () => {
        const data = freshFolder();
        folders.push(data);
        if (engine === 'sqlite') return { data };
        const base = new URL(inject('postgres'));
        const address = (database: string): string => new URL(`/${database}`, base).href;
        const database = `h_${randomUUID().replaceAll('-', '')}`;
        return { data, databaseUrl: await freshDatabase(address, database) };
      };
      tests(fresh, engine);
    });
  }
}
