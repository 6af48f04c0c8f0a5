// npm test: installs what is missing, runs every check there is, and ends with one line of counts.
// For a quick look while working: npm test -- --only unit,browser
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureInstalled, runMain, Trouble } from './setup.mjs';
import { couldNotRun, isLong, steps } from './test-steps.mjs';

/**
 * @typedef {import('./test-steps.mjs').Counts} Counts
 * @typedef {{ readonly title: string, readonly counts: Counts, readonly seconds: number }} Result
 */

/**
 * The steps named after --only, else all, in their fixed order.
 * @param {readonly string[]} args
 */
function chooseSteps(args) {
  const at = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (at === -1) return steps;
  const list = args[at]?.includes('=') ? args[at].slice('--only='.length) : (args[at + 1] ?? '');
  const names = list.split(',').filter((name) => name !== '');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (names.length === 0 || unknown.length > 0) {
    const known = steps.map((step) => step.name).join(',');
    throw new Trouble(`--only takes a list out of ${known}; not "${list}".`);
  }
  return steps.filter((step) => names.includes(step.name));
}

/**
 * @param {import('./test-steps.mjs').Step} step
 * @param {import('./test-steps.mjs').Context} context
 * @returns {Promise<Result>}
 */
async function runStep(step, context) {
  console.log(`\n── ${step.title} ──`);
  const started = Date.now();
  let counts = couldNotRun;
  try {
    counts = await step.run(context);
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
  }
  return { title: step.title, counts, seconds: (Date.now() - started) / 1000 };
}

/** @param {readonly Result[]} results */
function printTable(results) {
  console.log(
    `\n${'Step'.padEnd(26)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}`,
  );
  for (const { title, counts, seconds } of results) {
    const numbers = [String(counts.passed).padStart(8), String(counts.failed).padStart(8)];
    numbers.push(String(counts.skipped).padStart(9), seconds.toFixed(1).padStart(9));
    console.log(title.padEnd(26) + numbers.join(''));
  }
}

/**
 * @param {readonly Result[]} results
 * @param {keyof Counts} key
 */
const sum = (results, key) => results.reduce((total, { counts }) => total + counts[key], 0);

runMain(async () => {
  const chosen = chooseSteps(process.argv.slice(2));
  await ensureInstalled();
  const reports = mkdtempSync(join(tmpdir(), 'parley-test-'));
  const results = [];
  for (const step of chosen) results.push(await runStep(step, { reports, long: isLong() }));
  rmSync(reports, { recursive: true, force: true });
  printTable(results);
  const failed = sum(results, 'failed');
  console.log(
    `\n${sum(results, 'passed')} passed, ${failed} failed, ${sum(results, 'skipped')} skipped`,
  );
  return failed === 0 ? 0 : 1;
});
