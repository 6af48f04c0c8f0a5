// The built server as a process of its own, on a free port with data of its own; to be asked, killed
// and started again.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyFreePort } from '../../scripts/ports.mjs';
import { root } from '../../scripts/setup.mjs';

export interface ServerPlan {
  /** The folder of its data; a fresh one unless told. */
  readonly data?: string;
  /** PostgreSQL in the place of the file in that folder. */
  readonly databaseUrl?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server that answers. */
export interface TestServer {
  readonly address: string;
  readonly data: string;
  readonly pid: number;
  /** What it wrote on its outputs so far. */
  readonly output: () => string;
  /** Ends it at once, wherever it is. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** A folder for data that only its owner reads. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'parley-hard-'));

/** Removes what a test left. */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });

/** Starts the process without waiting for it to answer. */
export async function launch({ data = freshFolder(), databaseUrl, env = {} }: ServerPlan = {}) {
  mkdirSync(data, { recursive: true });
  const port = await anyFreePort();
  const address = `http://127.0.0.1:${String(port)}`;
  const child = spawn(process.execPath, [join(root, 'build', 'index.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ORIGIN: address },
      ...{ PARLEY_DATA: data, BODY_SIZE_LIMIT: '64M', SHUTDOWN_TIMEOUT: '10' },
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, address, data, output: () => output };
}

const startLimitMs = 60_000;

/** Starts a server and waits until it is ready; throws with what it said when it is not. */
export async function startServer(plan: ServerPlan = {}): Promise<TestServer> {
  const { child, address, data, output } = await launch(plan);
  const deadline = Date.now() + startLimitMs;
  while (!(await answers(`${address}/api/v1/ready`))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      await endOf(child, 'SIGKILL');
      throw new Error(`the server did not start: ${output()}`);
    }
    await sleep(10);
  }
  return {
    ...{ address, data, output, pid: child.pid ?? 0 },
    kill: async () => {
      await endOf(child, 'SIGKILL');
    },
    stop: () => endOf(child, 'SIGTERM'),
  };
}

/** Ends a process and waits until it is gone. */
export async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
  return child.exitCode;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** An answer of the API. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface Question {
  readonly method?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the API; throws when the connection breaks before the whole answer is there. */
export async function ask<T>(
  address: string,
  path: string,
  { method = 'GET', json, headers = {} }: Question = {},
): Promise<Answer<T>> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text === '' ? 'null' : text) as T };
}

/** The change log of a dossier, oldest first, page by page. */
export async function readLog(address: string, dossier: string): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const query = `limit=200${before === Number.MAX_SAFE_INTEGER ? '' : `&before=${String(before)}`}`;
    const path = `/dossiers/${dossier}/changes?${query}`;
    const { body } = await ask<{ changes: LogEntry[] }>(address, path);
    entries.push(...body.changes);
    const last = body.changes.at(-1);
    if (last === undefined || body.changes.length < 200) break;
    before = last.number;
  }
  return entries.toReversed();
}

export interface LogEntry {
  readonly number: number;
  readonly note: string | null;
  readonly action: string;
  readonly undoes: number | null;
  readonly partCount: number;
  readonly parts: readonly {
    readonly kind: string;
    readonly id: string;
    readonly before: unknown;
    readonly beforeVersion: number | null;
    readonly after: unknown;
  }[];
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of a run: from PARLEY_SEED, else new; it is told, so that a run can be repeated. */
export function chooseSeed(name: string): number {
  const seed = Number(process.env['PARLEY_SEED'] ?? Date.now() % 1_000_000_000);
  console.log(`${name}: PARLEY_SEED=${String(seed)}`);
  return seed;
}

/** Whether the long form of the hard tests was asked for. */
export const isLong = process.env['PARLEY_LONG'] === '1';
