import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

/** Runs the real command as a shell would and gives its exit code and what it printed. */
function runParley(...args: readonly string[]) {
  return spawnSync(process.execPath, ['bin/parley.mjs', ...args], { encoding: 'utf8' });
}

test('parley --version prints the version on stdout and nothing on stderr', () => {
  const { status, stdout, stderr } = runParley('--version');
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('parley hands on a bad exit code', () => {
  const { status, stderr } = runParley('--no-such-option');
  expect(stderr).toContain('--no-such-option');
  expect(status).not.toBe(0);
});
