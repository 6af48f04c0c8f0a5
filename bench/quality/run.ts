// npm run bench:quality [-- NAME …] [--smoke] [--json FILE]: how well reading, cutting, proposing and
// aligning do on real documents (`PARLEY_CORPUS`) and on the project's own sets.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { findCorpus, type QualityRow, type QualitySuite } from './suite.ts';

const folder = import.meta.dirname;
const ending = '.suite.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { smoke: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const all = readdirSync(folder)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort();
const unknown = positionals.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No suite called ${unknown.join(', ')}; there are: ${all.join(', ')}.`);
  process.exit(2);
}

const corpus = findCorpus();
if (corpus === undefined)
  console.error('PARLEY_CORPUS names no folder: suites that need real documents are skipped.');
const rows: (QualityRow & { readonly suite: string })[] = [];
let skipped = 0;
for (const name of all.filter((n) => positionals.length === 0 || positionals.includes(n))) {
  const module = (await import(join(folder, name + ending))) as { default: QualitySuite };
  const suite = module.default;
  const missing = suite.needs.filter((need) => !existsSync(join(corpus ?? '/nowhere', need)));
  if (missing.length > 0) {
    console.error(`${name}: skipped, no ${missing.join(', ')} in the corpus`);
    skipped += 1;
    continue;
  }
  console.error(`${name} …`);
  const measured = await suite.run({ corpus: corpus ?? '', smoke: values.smoke });
  rows.push(...measured.map((row) => ({ suite: name, ...row })));
}

const marks = rows.map((row) => ({ ...row, isShort: fallsShort(row) }));
for (const { suite, name, on, value, floor, ceiling, isShort } of marks) {
  const figure = Number.isInteger(value) ? String(value) : value.toFixed(3);
  const bound =
    floor !== undefined
      ? `at least ${String(Number(floor.toFixed(3)))}`
      : ceiling !== undefined
        ? `at most ${String(ceiling)}`
        : '';
  const sign = isShort ? '!' : ' ';
  console.log(
    `${sign} ${suite.padEnd(14)} ${name.padEnd(44)} ${figure.padStart(8)}  ${bound.padEnd(16)} ${on}`,
  );
}
const short = values.smoke ? 0 : marks.filter((row) => row.isShort).length;
console.log(
  `${String(rows.length)} figures, ${String(short)} short of their bound, ${String(skipped)} suites skipped`,
);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = short > 0 ? 1 : 0;

function fallsShort({ value, floor, ceiling }: QualityRow): boolean {
  return (floor !== undefined && value < floor) || (ceiling !== undefined && value > ceiling);
}
