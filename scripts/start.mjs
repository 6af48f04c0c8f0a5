// npm start: installs what is missing, builds what changed, serves on the loopback address and says
// so once the server really answers.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { choosePort } from './ports.mjs';
import { chooseNode, childEnvironment, ensureInstalled, root, runMain, Trouble } from './setup.mjs';

const host = '127.0.0.1';
const startLimitMs = 60_000;

/**
 * Resolves when the address answers without a server error; throws when it does not in time.
 * @param {string} address
 * @param {() => boolean} hasEnded
 */
async function waitUntilAnswering(address, hasEnded) {
  const deadline = Date.now() + startLimitMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    if (hasEnded())
      throw new Trouble('The server stopped while starting; the reason is printed above.');
    try {
      const response = await fetch(address, {
        redirect: 'manual',
        signal: AbortSignal.timeout(5_000),
      });
      if (response.status < 500) return;
      last = `status ${response.status}`;
    } catch {
      last = 'no answer';
    }
    await sleep(50);
  }
  throw new Trouble(`The server did not come up within ${startLimitMs / 1000} s (${last}).`);
}

/**
 * Creates the folder for everything Parley stores, readable by its owner alone.
 * @returns {string}
 */
function prepareDataFolder() {
  const folder = resolve(process.env['PARLEY_DATA'] || '.parley');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * @param {number} port
 * @param {string} address
 */
function startServer(port, address) {
  return spawn(chooseNode(), [join(root, 'build', 'index.js')], {
    cwd: root,
    stdio: 'inherit',
    env: childEnvironment({
      NODE_ENV: 'production',
      HOST: host,
      PORT: String(port),
      // Form posts are accepted from this origin only.
      ORIGIN: process.env['ORIGIN'] || address,
      BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] || '64M',
      SHUTDOWN_TIMEOUT: process.env['SHUTDOWN_TIMEOUT'] || '10',
      PARLEY_DATA: prepareDataFolder(),
    }),
  });
}

/**
 * Calls back when the server should stop: on a signal, or when npm is gone. npm puts a shell between
 * itself and this script, and that shell dies of a signal without passing it on.
 * @param {(signal: NodeJS.Signals) => void} stop
 */
function onStop(stop) {
  process.on('SIGINT', () => stop('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => stop('SIGTERM'));
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, 250);
  watch.unref();
}

/**
 * Runs the server until it ends; resolves with the exit code for this script.
 * @param {import('node:child_process').ChildProcess} server
 * @param {string} address
 * @param {() => boolean} isStopping
 * @returns {Promise<number>}
 */
async function serve(server, address, isStopping) {
  let ended = false;
  const exit = new Promise((done) => {
    server.once('exit', (code) => {
      ended = true;
      done(isStopping() ? 0 : (code ?? 1));
    });
  });
  try {
    await waitUntilAnswering(`${address}/`, () => ended);
    console.log(`Parley is ready: ${address}/`);
  } catch (error) {
    if (!isStopping()) {
      server.kill('SIGTERM');
      throw error;
    }
  }
  return exit;
}

runMain(async () => {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let server;
  let stopping = false;
  onStop((signal) => {
    stopping = true;
    // Before there is a server, nothing is half done that the next start would not redo.
    if (server === undefined) process.exit(130);
    server.kill(signal);
  });
  // An impossible PORT is refused before minutes go into installing and building.
  await choosePort(process.env['PORT']);
  await ensureInstalled();
  await ensureBuilt();
  const port = await choosePort(process.env['PORT']);
  const address = `http://${host}:${port}`;
  server = startServer(port, address);
  return serve(server, address, () => stopping);
});
