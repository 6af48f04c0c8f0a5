// The database breaks under a server that goes on: what it acknowledged is there, once, and it needs
// no new start. And two servers on one database agree on a dossier that is made anew.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import {
  ask,
  chooseSeed,
  freshFolder,
  isLong,
  randomOf,
  readLog,
  removeFolder,
  startServer,
  type ServerPlan,
  type TestServer,
} from '../support/test-server.ts';
import { onBothPlaces } from './places.ts';

const dossier = 'port-wages';

interface Changed {
  readonly number: number;
  readonly code?: string;
}

const putSource = (address: string, id: string, name: string) =>
  ask<Changed>(address, `/dossiers/${dossier}/changes`, {
    method: 'POST',
    json: {
      ...{ request: name, note: name },
      edits: [
        {
          ...{ op: 'put', kind: 'source', id, base: null },
          body: { id, publisher: 'A paper', title: name, language: 'en' },
        },
      ],
    },
  });

/** Adds sources until told to stop; one that is not acknowledged is asked for until it is. */
async function write(
  { address }: TestServer,
  writer: number,
  isOver: () => boolean,
): Promise<ReadonlyMap<string, number>> {
  const acknowledged = new Map<string, number>();
  for (let count = 0; !isOver(); count += 1) {
    const name = `w${String(writer)}-${String(count)}`;
    for (let tries = 0; !acknowledged.has(name); tries += 1) {
      const { status, body } = await putSource(address, name, name);
      if (status === 200) acknowledged.set(name, body.number);
      else {
        expect([status, body.code, tries < 500]).toEqual([503, 'storage_away', true]);
        await sleep(20);
      }
    }
  }
  return acknowledged;
}

describe.skipIf(findPostgres() === undefined)('while PostgreSQL breaks', () => {
  let cluster: TestPostgres;
  const folders: string[] = [];
  beforeAll(async () => {
    cluster = await startPostgres({ durable: true });
  });
  afterAll(() => cluster.stop());
  afterEach(() => folders.splice(0).forEach(removeFolder));

  test.each([
    ['the process behind a connection is killed', killBackends],
    ['the whole cluster is killed', (postgres: TestPostgres) => crashAndStart(postgres)],
  ])('%s: the server goes on, and nothing is lost or doubled', async (name, harm) => {
    const random = randomOf(chooseSeed(name));
    const plan: ServerPlan = { data: freshFolder(), databaseUrl: await cluster.freshDatabase() };
    folders.push(plan.data ?? '');
    const server = await startServer(plan);
    let isOver = false;
    const writing = [1, 2, 3].map((writer) => write(server, writer, () => isOver));
    for (let round = 0; round < (isLong ? 12 : 2); round += 1) {
      await sleep(100 + random() * 400);
      await harm(cluster);
    }
    isOver = true;
    const acknowledged = (await Promise.all(writing)).flatMap((told) => [...told]);
    const log = await readLog(server.address, dossier);
    expect(log.map(({ number }) => number)).toEqual(log.map((_, index) => index + 1));
    const noted = log.flatMap(({ note, number }) => (note === null ? [] : [`${note}@${number}`]));
    expect(noted.toSorted()).toEqual(acknowledged.map(([n, at]) => `${n}@${at}`).toSorted());
    expect(await server.stop()).toBe(0);
    console.log(`${name}: ${String(acknowledged.length)} acknowledged changes`);
  });
});

/** Kills what works for the server's connections, as the system does when memory is short. */
async function killBackends({ url }: TestPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'parley'",
    );
    for (const { pid } of rows) process.kill(pid, 'SIGKILL');
  } catch {
    // The cluster is still recovering from the last time.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function crashAndStart(cluster: TestPostgres): Promise<void> {
  await cluster.crash();
  await cluster.start();
}

onBothPlaces('two servers', (fresh) => {
  test('agree on a dossier that one of them deletes and makes anew', async () => {
    const plan = await fresh();
    const [one, two] = [await startServer(plan), await startServer(plan)];
    const make = (title: string) =>
      ask(one.address, '/dossiers', { method: 'POST', json: { id: 'anew', title } });
    const titleAt = async ({ address }: TestServer): Promise<string> =>
      (await ask<{ dossier: { title: string } }>(address, '/dossiers/anew')).body.dossier.title;
    await make('First');
    expect(await titleAt(two)).toBe('First');
    await ask(one.address, '/dossiers/anew?name=First', { method: 'DELETE' });
    await make('Second');
    expect(await titleAt(one)).toBe('Second');
    expect(await titleAt(two)).toBe('Second');
    for (const server of [one, two]) expect(await server.stop()).toBe(0);
  });
});
