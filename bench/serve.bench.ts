// How long the built server takes from its start to its first page, how fast it hands out that page,
// and how much memory it holds when idle.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../scripts/build.mjs';
import { measureMs, median, type Bench } from './bench.ts';
import { isAnswering, startServer, stopServer } from './built-server.ts';

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
