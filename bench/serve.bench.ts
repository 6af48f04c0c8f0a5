// How long the built server takes from its start to its first page, how fast it hands out that page,
// and how much memory it holds when idle.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../scripts/build.mjs';
import { anyFreePort } from '../scripts/ports.mjs';
import { root } from '../scripts/setup.mjs';
import { measureMs, median, type Bench } from './bench.ts';

type Served = { readonly server: ChildProcess; readonly address: string; readonly startMs: number };

async function startServer(data: string): Promise<Served> {
  const port = await anyFreePort();
  const address = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const server = spawn(process.execPath, [join(root, 'build', 'index.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      ORIGIN: address,
      PARLEY_DATA: data,
    },
  });
  while (!(await isAnswering(address))) {
    if (server.exitCode !== null) throw new Error('The server stopped while starting.');
    await sleep(5);
  }
  return { server, address, startMs: performance.now() - started };
}

async function isAnswering(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

/** The resident size of another process; NaN where `ps` does not exist. */
function readMemoryMb(pid: number | undefined): number {
  try {
    return (
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
    );
  } catch {
    return Number.NaN;
  }
}

const bench: Bench = {
  name: 'serve',
  run: async ({ smoke }) => {
    await ensureBuilt();
    const data = mkdtempSync(join(tmpdir(), 'parley-bench-data-'));
    const starts: number[] = [];
    for (let i = 1; i < (smoke ? 1 : 5); i += 1) {
      const { server, startMs } = await startServer(data);
      starts.push(startMs);
      await stopServer(server);
    }
    const { server, address, startMs } = await startServer(data);
    starts.push(startMs);
    const size = 'the first page';
    const pageMs = await measureMs(() => isAnswering(address), {
      times: smoke ? 5 : 200,
      warmUps: 5,
    });
    // Idle means that nobody has asked for anything for some seconds.
    await sleep(5_000);
    const memoryMb = readMemoryMb(server.pid);
    await stopServer(server);
    rmSync(data, { recursive: true, force: true });
    return [
      { name: 'start to first page', size, median: median(starts), unit: 'ms', limit: 1_500 },
      { name: 'page', size, median: pageMs, unit: 'ms' },
      {
        name: 'idle memory',
        size: 'after the requests above',
        median: memoryMb,
        unit: 'MB',
        limit: 150,
      },
    ];
  },
};

export default bench;
