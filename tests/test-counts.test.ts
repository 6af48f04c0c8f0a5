import { expect, test } from 'vitest';
import { judgeReport } from '../scripts/test-steps.mjs';

test.each([
  ['a clean run counts as reported', { passed: 3, failed: 0, skipped: 1 }, 0, 0],
  ['a run of no tests is a failure', { passed: 0, failed: 0, skipped: 0 }, 0, 1],
  ['a run that skipped everything is a failure', { passed: 0, failed: 0, skipped: 4 }, 0, 1],
  ['a clean report does not overrule a bad exit code', { passed: 3, failed: 0, skipped: 0 }, 1, 1],
  ['failures are not counted twice', { passed: 3, failed: 2, skipped: 0 }, 1, 2],
  ['a run without a report is a failure', undefined, 0, 1],
])('%s', (_, counts, code, failed) => {
  expect(judgeReport(counts, code).failed).toBe(failed);
});
