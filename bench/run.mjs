// npm run bench: runs bench/*.bench.ts, each in a process of its own under the bundled Node, and
// prints their figures as one table. See bench/README.md.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import {
  chooseNode,
  childEnvironment,
  ensureInstalled,
  root,
  run,
  runMain,
  Trouble,
} from '../scripts/setup.mjs';

const ending = '.bench.ts';
const folder = join(root, 'bench');

/** @typedef {import('./bench.ts').Row & { readonly bench: string }} NamedRow */

/** @param {readonly string[]} names */
function chooseBenches(names) {
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Trouble(`No bench called ${unknown.join(', ')}; there are: ${all.join(', ')}.`);
  return all.filter((name) => names.length === 0 || names.includes(name)).sort();
}

/**
 * Runs one bench apart from the others, so that its peak memory is its own.
 * @param {string} name
 * @param {{ readonly smoke: boolean, readonly out: string }} options
 * @returns {Promise<readonly NamedRow[]>}
 */
async function runBench(name, { smoke, out }) {
  const report = join(out, `${name}.json`);
  const args = ['--expose-gc', join(folder, 'run-one.ts'), join(folder, name + ending), report];
  console.error(`${name} …`);
  const code = await run(chooseNode(), smoke ? [...args, '--smoke'] : args, {
    env: childEnvironment(),
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (code !== 0) throw new Trouble(`The bench ${name} failed; the reason is printed above.`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** @param {readonly NamedRow[]} rows */
function printTable(rows) {
  const lines = rows.map((row) => [
    row.bench,
    row.name,
    row.size,
    `${Number(row.median.toPrecision(4))} ${row.unit}`,
    row.peakMemoryMb === undefined ? '' : `${row.peakMemoryMb.toFixed(0)} MB`,
    row.limit === undefined ? '' : `${row.limit} ${row.unit}`,
  ]);
  const table = [['bench', 'name', 'size', 'median', 'peak memory', 'budget'], ...lines];
  const widths = [0, 1, 2, 3, 4, 5].map((at) =>
    Math.max(...table.map((line) => line[at]?.length ?? 0)),
  );
  for (const line of table)
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { smoke: { type: 'boolean', default: false }, json: { type: 'string' } },
  });
  await ensureInstalled();
  const benches = chooseBenches(positionals);
  if (benches.length === 0) throw new Trouble('There is no bench to run.');
  const out = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const rows = [];
  for (const name of benches) rows.push(...(await runBench(name, { smoke: values.smoke, out })));
  rmSync(out, { recursive: true, force: true });
  printTable(rows);
  if (values.json === undefined) return;
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? '', platform: process.platform };
  writeFileSync(
    values.json,
    `${JSON.stringify({ smoke: values.smoke, machine, rows }, null, 2)}\n`,
  );
});
