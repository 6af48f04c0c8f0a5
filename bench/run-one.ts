// Runs one bench in this process and writes its rows as JSON: run-one.ts BENCH REPORT [--smoke]
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { Bench } from './bench.ts';

const [, , file, report] = process.argv;
if (file === undefined || report === undefined)
  throw new Error('run-one.ts BENCH REPORT [--smoke]');
const { default: bench } = (await import(pathToFileURL(file).href)) as { default: Bench };
const rows = await bench.run({ smoke: process.argv.includes('--smoke') });
// The kernel's own high-water mark; Node gives it in kilobytes.
const peakMemoryMb = process.resourceUsage().maxRSS / 1024;
writeFileSync(
  report,
  JSON.stringify(rows.map((row) => ({ bench: bench.name, peakMemoryMb, ...row }))),
);
