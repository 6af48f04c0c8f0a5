// The built server as benches start and stop it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyFreePort } from '../scripts/ports.mjs';
import { root } from '../scripts/setup.mjs';

/** The built server on a port of its own, and how long it took to answer its first page. */
export type Served = {
  readonly server: ChildProcess;
  readonly address: string;
  readonly startMs: number;
};

/** Starts the built server on the data of a folder. */
export async function startServer(data: string): Promise<Served> {
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

/** Whether a page is answered well. */
export async function isAnswering(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

/** Ends a server and waits until it has. */
export async function stopServer(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
