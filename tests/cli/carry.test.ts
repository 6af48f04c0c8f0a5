import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runParley } from './run-parley.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-carry-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const passphrase = 'correct horse battery staple';
const run = (data: string, ...args: readonly string[]) =>
  runParley(args, {
    env: { PARLEY_DATA: join(folder, data), PARLEY_PASSPHRASE: passphrase },
  });

test('a dossier goes from one Parley to another, plain and encrypted, and is the same', async () => {
  const [plain, locked, back] = ['a.zip', 'a.zip.age', 'b.zip'].map((name) => join(folder, name));
  expect((await run('one', 'export', 'port-wages', '-o', plain ?? '')).status).toBe(0);
  expect((await run('one', 'export', 'port-wages', '-o', locked ?? '')).status).toBe(0);
  expect(
    readFileSync(locked ?? '')
      .subarray(0, 21)
      .toString(),
  ).toBe('age-encryption.org/v1');
  expect((await run('two', 'delete', 'port-wages', '--name', 'Nothing like it')).status).toBe(2);
  const { stderr } = await run('two', 'delete', 'port-wages', '--name', 'Nothing like it');
  const title = /give its title: "([^"]+)"/.exec(stderr)?.[1] ?? '';
  expect((await run('two', 'delete', 'port-wages', '--name', title)).status).toBe(0);
  const told = await run('two', 'import', locked ?? '', '--dry-run');
  expect(told.stderr).toContain('port-wages is new here');
  expect((await run('two', 'export', 'port-wages', '-o', back ?? '')).status).toBe(2);
  expect((await run('two', 'import', locked ?? '')).stdout).toContain('records imported');
  expect((await run('two', 'export', 'port-wages', '-o', back ?? '')).status).toBe(0);
  expect(readFileSync(back ?? '').equals(readFileSync(plain ?? ''))).toBe(true);
  expect((await run('two', 'import', plain ?? '')).stdout).toContain('the same already');
});

test('a wrong passphrase and a file that is none are told as such', async () => {
  const locked = join(folder, 'wrong.zip.age');
  expect((await run('one', 'export', 'port-wages', '-o', locked)).status).toBe(0);
  const env = { PARLEY_DATA: join(folder, 'one'), PARLEY_PASSPHRASE: 'something else entirely' };
  const wrong = await runParley(['import', locked], { env });
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('does not open the file');
  const other = join(folder, 'other.zip');
  writeFileSync(other, 'no archive');
  expect((await run('one', 'import', other)).status).toBe(2);
  expect((await run('one', 'import', join(folder, 'nowhere'))).stderr).toContain('no such file');
});

test('a backup is verified and restored; a damaged one changes nothing', async () => {
  const file = join(folder, 'everything.zip');
  expect((await run('three', 'export', 'port-wages', '-o', join(folder, 'kept.zip'))).status).toBe(
    0,
  );
  expect((await run('three', 'backup', file)).status).toBe(0);
  expect((await run('three', 'verify', file)).stdout).toContain('is intact');
  expect((await run('three', 'people', 'add', 'late@example.org')).status).toBe(0);
  const restored = await run('three', 'restore', file);
  expect(restored.stdout).toContain('Everything is as it was');
  expect((await run('three', 'people', 'list')).stdout).toBe('');
  truncateSync(file, readFileSync(file).length - 400);
  expect((await run('three', 'verify', file)).status).toBe(2);
  const refused = await run('three', 'restore', file);
  expect(refused.status).toBe(2);
  expect((await run('three', 'export', 'port-wages', '-o', join(folder, 'again.zip'))).status).toBe(
    0,
  );
  expect(
    readFileSync(join(folder, 'again.zip')).equals(readFileSync(join(folder, 'kept.zip'))),
  ).toBe(true);
});
