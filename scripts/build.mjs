// npm run build: builds the app, or does nothing when the last build was made from the same inputs.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { ensureInstalled, root, runMain, runTool, Trouble } from './setup.mjs';

const inputs = [
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
const stampPath = join(root, 'build', '.inputs-sha256');

/**
 * One hash over the names and contents of everything the build reads.
 * @returns {string}
 */
function hashInputs() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => listFiles(join(root, input)))) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return path.endsWith('.test.ts') ? [] : [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => listFiles(join(path, name)));
}

/**
 * Builds the app into build/ when its inputs changed since the last build.
 * @param {{ readonly force?: boolean }} [options]
 * @returns {Promise<void>}
 */
export async function ensureBuilt({ force = false } = {}) {
  const hash = hashInputs();
  const stamp = existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : '';
  if (!force && stamp === hash) return;
  console.error('Building …');
  // The build speaks on stderr, so that stdout carries nothing but the address.
  const stdio = /** @type {const} */ (['ignore', process.stderr, process.stderr]);
  const code = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
    stdio: [...stdio],
  });
  if (code !== 0) throw new Trouble('The build failed; the reason is printed above.');
  writeFileSync(stampPath, hash);
}

if (process.argv[1] === join(root, 'scripts', 'build.mjs')) {
  runMain(async () => {
    await ensureInstalled();
    await ensureBuilt({ force: process.argv.includes('--force') });
  });
}
