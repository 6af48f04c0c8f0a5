// The steps of npm test. Each one resolves to how many checks passed, failed and were skipped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { childEnvironment, runTool } from './setup.mjs';

/**
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts
 * @typedef {{ readonly reports: string, readonly long: boolean }} Context  reports: a folder for the tools' JSON
 * @typedef {{ readonly name: string, readonly title: string, readonly run: (context: Context) => Promise<Counts> }} Step
 */

const passedOnce = { passed: 1, failed: 0, skipped: 0 };
const failedOnce = { passed: 0, failed: 1, skipped: 0 };

/**
 * Tools that only say yes or no count as one check.
 * @param {number} code
 */
const countExit = (code) => (code === 0 ? passedOnce : failedOnce);

/**
 * A report that says all is well does not overrule an exit code that says it is not, and a run of
 * no tests proves nothing: both count as one failure.
 * @param {Counts | undefined} counts
 * @param {number} code
 * @returns {Counts}
 */
export function judgeReport(counts, code) {
  if (counts === undefined) return failedOnce;
  const ran = counts.passed + counts.failed;
  if (counts.failed === 0 && (code !== 0 || ran === 0)) return { ...counts, failed: 1 };
  return counts;
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns {Promise<Counts>} */
async function checkTypes() {
  const synced = await runTool('@sveltejs/kit/svelte-kit.js', ['sync']);
  if (synced !== 0) return failedOnce;
  const args = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'];
  return countExit(await runTool('svelte-check/bin/svelte-check', args));
}

/** @returns {Promise<Counts>} */
async function checkLint() {
  // Rules with type information need the types SvelteKit generates.
  if (!existsSync('.svelte-kit/tsconfig.json'))
    await runTool('@sveltejs/kit/svelte-kit.js', ['sync']);
  return countExit(await runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']));
}

/**
 * @param {string} project
 * @returns {(context: Context) => Promise<Counts>}
 */
const runVitest = (project) => async (context) => {
  const report = join(context.reports, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const env = childEnvironment(context.long ? { PARLEY_LONG: '1' } : {});
  const code = await runTool('vitest/vitest.mjs', [...args, `--outputFile.json=${report}`], {
    env,
  });
  const read = readJson(report);
  const counts = read && {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + read.numTodoTests,
  };
  return judgeReport(counts, code);
};

/** @param {Context} context */
async function runBrowserTests(context) {
  const report = join(context.reports, 'browser.json');
  await ensureChromium();
  const env = childEnvironment({
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    // Inside the folder that is removed after the run.
    PARLEY_TEST_DATA: join(context.reports, 'data'),
    ...(context.long ? { PARLEY_LONG: '1' } : {}),
  });
  const args = ['test', '--reporter=list,json'];
  const code = await runTool('@playwright/test/cli.js', args, { env });
  const stats = readJson(report)?.stats;
  const counts = stats && {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
  return judgeReport(counts, code);
}

/** @returns {Promise<Counts>} */
async function build() {
  await ensureBuilt();
  return passedOnce;
}

/** @type {readonly Step[]} */
export const steps = [
  { name: 'types', title: 'Types', run: checkTypes },
  { name: 'lint', title: 'Lint and layers', run: checkLint },
  {
    name: 'format',
    title: 'Format',
    run: async () =>
      countExit(await runTool('prettier/bin/prettier.cjs', ['--check', '.', '--log-level=warn'])),
  },
  {
    name: 'dead-code',
    title: 'Dead code',
    run: async () => countExit(await runTool('knip/bin/knip.js', [])),
  },
  { name: 'unit', title: 'Unit and property tests', run: runVitest('unit') },
  {
    name: 'database',
    title: 'Database tests',
    run: runVitest('database'),
  },
  { name: 'build', title: 'Build', run: build },
  { name: 'hard', title: 'Crash and contention tests', run: runVitest('hard') },
  { name: 'cli', title: 'Command line tests', run: runVitest('cli') },
  { name: 'browser', title: 'Browser tests', run: runBrowserTests },
];

/** What a step that could not run at all counts as. */
export const couldNotRun = failedOnce;

/** Whether the run was asked to include the long tests. */
export const isLong = () => process.argv.includes('--long') || process.env['PARLEY_LONG'] === '1';
