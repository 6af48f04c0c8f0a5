// A throw-away PostgreSQL for tests: a cluster in a temporary folder, gone when the tests are.
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { anyFreePort } from '../../scripts/ports.mjs';

const execute = promisify(execFile);

export interface TestPostgres {
  /** The address of the cluster's first database. */
  readonly url: string;
  /** Makes an empty database and gives its address. */
  readonly freshDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
  /** Ends the cluster as a crash would; `start` brings it back on the same address. */
  readonly crash: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** The folder of PostgreSQL's programs, or undefined on a machine without them. */
export function findPostgres(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin'))
    : [];
  const named = process.env['PG_BIN'];
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const places = [...(named === undefined ? [] : [named]), ...path, ...installed];
  return [...places, '/opt/homebrew/bin', '/usr/local/bin'].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  );
}

/** PostgreSQL refuses to run as root, so that root lends it the user its package made. */
const isRoot = process.getuid?.() === 0;

async function runAs(program: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  if (isRoot) await execute('runuser', ['-u', 'postgres', '--', program, ...args], { env });
  else await execute(program, [...args], { env });
}

/** Starts a cluster. With `durable` it writes through to the disk, as a real one does. */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error('there is no PostgreSQL on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'));
  if (isRoot) {
    const { uid, gid } = statSync('/var/lib/postgresql');
    chownSync(folder, uid, gid);
  }
  const data = join(folder, 'data');
  const port = await anyFreePort();
  await runAs(join(bin, 'initdb'), [
    ...['-D', data, '-U', 'parley', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    '--no-sync',
  ]);
  const settings = [
    `-p ${String(port)}`,
    `-k ${folder}`,
    '-c listen_addresses=127.0.0.1',
    '-c max_connections=200',
    durable ? '' : '-c fsync=off',
  ].join(' ');
  const control = join(bin, 'pg_ctl');
  const start = (): Promise<void> =>
    runAs(control, ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start']);
  const crash = (): Promise<void> => runAs(control, ['-D', data, '-m', 'immediate', '-w', 'stop']);
  await start();
  const address = (name: string): string => `postgres://parley@127.0.0.1:${String(port)}/${name}`;
  let made = 0;
  return {
    url: address('postgres'),
    freshDatabase: () =>
      freshDatabase(address, `test_${String(process.pid)}_${String((made += 1))}`),
    start,
    crash,
    stop: async () => {
      await crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database in a running cluster and gives its address. */
export async function freshDatabase(
  address: (name: string) => string,
  name: string,
): Promise<string> {
  const client = new pg.Client({ connectionString: address('postgres') });
  await client.connect();
  try {
    await client.query(`create database ${name} template template0`);
  } finally {
    await client.end();
  }
  return address(name);
}
