// npm run dev: Vite's development server on the loopback address; further arguments go to Vite.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { childEnvironment, ensureInstalled, runMain, runTool } from './setup.mjs';

runMain(async () => {
  await ensureInstalled();
  const folder = resolve(process.env['PARLEY_DATA'] || '.parley');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const args = ['dev', '--host', '127.0.0.1', ...process.argv.slice(2)];
  return runTool('vite/bin/vite.js', args, { env: childEnvironment({ PARLEY_DATA: folder }) });
});
