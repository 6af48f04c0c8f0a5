// What goes wrong below the server: a full disk, files that may not be written or are none, and
// PostgreSQL that goes away and comes back.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import process from 'node:process';
import { afterEach, expect, test } from 'vitest';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import {
  ask,
  endOf,
  freshFolder,
  launch,
  removeFolder,
  startServer,
  type TestServer,
} from '../support/test-server.ts';

const dossier = 'port-wages';
const isRoot = process.getuid?.() === 0;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

function folder(): string {
  const made = freshFolder();
  cleanups.push(() => removeFolder(made));
  return made;
}

async function serverOf(data: string, env: Record<string, string> = {}): Promise<TestServer> {
  const server = await startServer({ data, env });
  cleanups.push(() => server.kill());
  return server;
}

interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly number: number;
}

const addSource = (address: string, id: string, title = 'A title') =>
  ask<Refusal>(address, `/dossiers/${dossier}/changes`, {
    method: 'POST',
    json: {
      edits: [
        {
          ...{ op: 'put', kind: 'source', id, base: null },
          body: { id, publisher: 'A paper', title, language: 'en' },
        },
      ],
    },
  });

const hasSource = async (address: string, id: string): Promise<boolean> =>
  (await ask(address, `/dossiers/${dossier}/records/source/${id}`)).status === 200;

test('two servers on the same file both work, and see what the other wrote at once', async () => {
  const data = folder();
  const [one, two] = [await serverOf(data), await serverOf(data)];
  for (let round = 0; round < 10; round += 1) {
    const [a, b] = [`one-${String(round)}`, `two-${String(round)}`];
    const written = await Promise.all([addSource(one.address, a), addSource(two.address, b)]);
    expect(written.map(({ status }) => status)).toEqual([200, 200]);
    expect(await hasSource(two.address, a)).toBe(true);
    expect(await hasSource(one.address, b)).toBe(true);
  }
});

/** Fills what is left of a small disk, and gives it back. */
function mountSmallDisk(megabytes: number): { data: string; fill: () => void; free: () => void } {
  const data = folder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', data]);
  cleanups.push(() => execFileSync('umount', ['-l', data]));
  const ballast = join(data, 'ballast');
  return {
    data,
    fill: () => {
      try {
        execFileSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'], { stdio: 'ignore' });
      } catch {
        // It ends when there is no more room, which is the purpose.
      }
    },
    free: () => rmSync(ballast),
  };
}

const canMount = ((): boolean => {
  if (!isRoot || process.platform !== 'linux') return false;
  const probe = freshFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    removeFolder(probe);
  }
})();

test.skipIf(!canMount)(
  'a full disk refuses the edit, damages nothing, and work goes on when there is room',
  async () => {
    const { data, fill, free } = mountSmallDisk(48);
    const server = await serverOf(data);
    expect((await addSource(server.address, 'before')).status).toBe(200);
    fill();
    const acknowledged: string[] = [];
    let refused: { status: number; body: Refusal } | undefined;
    for (let index = 0; index < 200 && refused === undefined; index += 1) {
      const id = `big-${String(index)}`;
      const answer = await addSource(server.address, id, 'x'.repeat(200_000));
      if (answer.status === 200) acknowledged.push(id);
      else refused = answer;
    }
    expect(refused).toMatchObject({ status: 507, body: { code: 'storage_full' } });
    expect(refused?.body.title).toContain('the disk is full');
    expect((await ask(server.address, `/dossiers/${dossier}`)).status).toBe(200);
    free();
    expect((await addSource(server.address, 'after')).status).toBe(200);
    for (const id of ['before', ...acknowledged, 'after'])
      expect(await hasSource(server.address, id)).toBe(true);
    expect(await server.stop()).toBe(0);
    const database = new DatabaseSync(join(data, 'parley.db'));
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  },
);

/** Starts a server that is to refuse, and gives what it said. */
async function startInVain(
  data: string,
  env: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> {
  const { child, output } = await launch({ data, env });
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await new Promise((done) => child.once('exit', done));
  clearTimeout(timer);
  return { code: child.exitCode, output: output() };
}

test.skipIf(!canMount)('a disk that is full at the start is named, and starts later', async () => {
  const { data, fill, free } = mountSmallDisk(8);
  fill();
  const { code, output } = await startInVain(data);
  expect(code).toBe(2);
  expect(output).toContain('the disk is full');
  free();
  rmSync(join(data, 'ballast'), { force: true });
  execFileSync('mount', ['-o', 'remount,size=48m', data]);
  expect(await hasSource((await serverOf(data)).address, 'none')).toBe(false);
});

test('a file that is no database is named and left as it is', async () => {
  const data = folder();
  writeFileSync(join(data, 'parley.db'), 'These are months of somebody’s work, in another form.\n');
  const { code, output } = await startInVain(data);
  expect(code).toBe(2);
  expect(output).toContain('no intact database');
});

test.skipIf(isRoot)('a database that may not be written to is named', async () => {
  const data = folder();
  await (await serverOf(data)).stop();
  chmodSync(join(data, 'parley.db'), 0o400);
  chmodSync(data, 0o500);
  cleanups.push(() => chmodSync(data, 0o700));
  const { code, output } = await startInVain(data);
  expect(code).toBe(2);
  expect(output).toContain('may not be written');
});

test('a data folder that is a file is named', async () => {
  const data = folder();
  const file = join(data, 'file');
  writeFileSync(file, '');
  const { code, output } = await startInVain(data, { PARLEY_DATA: file });
  expect(code).toBe(2);
  expect(output).toContain('PARLEY_DATA');
});

test('settings that cannot be followed are named before anything is opened', async () => {
  const data = folder();
  const env = {
    DATABASE_URL: 'mysql://somewhere',
    PARLEY_LOG: 'loud',
    PARLEY_SECRET: 'short',
    OIDC_ISSUER: 'https://id.example.org',
  };
  const { code, output } = await startInVain(data, env);
  expect(code).toBe(2);
  for (const name of [...Object.keys(env).slice(0, 3), 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
    expect(output).toContain(name);
});

test('an address others can reach asks for accounts, and says how to make the first', async () => {
  const data = folder();
  const { code, output } = await startInVain(data, { HOST: '0.0.0.0' });
  expect(code).toBe(2);
  expect(output).toContain('parley people add');
});

test.skipIf(findPostgres() === undefined)(
  'PostgreSQL that goes away is named, and used again when it is back',
  async () => {
    const cluster = await startPostgres({ durable: true });
    cleanups.push(cluster.stop);
    const data = folder();
    mkdirSync(data, { recursive: true });
    const server = await startServer({ data, databaseUrl: await cluster.freshDatabase() });
    cleanups.push(() => server.kill());
    expect((await addSource(server.address, 'before')).status).toBe(200);
    await cluster.crash();
    const away = await addSource(server.address, 'during');
    expect(away.status).toBe(503);
    expect(away.body.code).toBe('storage_away');
    expect((await ask(server.address, '/ready')).status).toBe(503);
    expect((await ask(server.address, '/health')).status).toBe(200);
    await cluster.start();
    expect((await ask(server.address, '/ready')).status).toBe(200);
    expect((await addSource(server.address, 'after')).status).toBe(200);
    expect(await hasSource(server.address, 'before')).toBe(true);
  },
);

test('a server that is asked to end finishes what it is doing', async () => {
  const data = folder();
  const { child, address } = await launch({ data });
  cleanups.push(() => endOf(child, 'SIGKILL'));
  for (let attempt = 0; attempt < 500; attempt += 1) {
    try {
      if ((await ask(address, '/ready')).status === 200) break;
    } catch {
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  const writes = Array.from({ length: 20 }, (_, index) => addSource(address, `s${String(index)}`));
  const gone = new Promise((done) => child.once('exit', done));
  // Only once the requests are at the server, which then has to answer them.
  await Promise.race(writes);
  child.kill('SIGTERM');
  const answers = await Promise.allSettled(writes);
  await gone;
  expect(child.exitCode).toBe(0);
  const again = await serverOf(data);
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 'fulfilled' && answer.value.status === 200)
      expect(await hasSource(again.address, `s${String(index)}`)).toBe(true);
  }
  // Connections that the server had not looked at yet are closed; their requests may be sent again.
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
});
