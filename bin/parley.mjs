#!/usr/bin/env node
// The parley command of a checkout: finds the bundled Node and runs the command line with it, so that
// it works whatever Node the machine has. Installs the dependencies first when they are missing.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chooseNode, ensureInstalled, root, runMain } from '../scripts/setup.mjs';

const trouble = 2;

runMain(async () => {
  try {
    await ensureInstalled();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return trouble;
  }
  const main = join(root, 'src', 'cli', 'main.ts');
  const child = spawn(chooseNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`parley could not start: ${error.message}`);
      resolve(trouble);
    });
    // As shells do: 128 plus the number of the signal that ended it.
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
});
