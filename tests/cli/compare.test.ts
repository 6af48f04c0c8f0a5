import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { comparisonSchema } from '#lib/formats/comparison-schema.ts';
import { runParley } from './run-parley.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-compare-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('an example is compared by its id, through the shim, for reading in a terminal', async () => {
  const { status, stdout, stderr } = await runParley(['compare', 'port-wages'], {
    through: 'shim',
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('≠ Incompatible as written: Raise basic pay');
  expect(stdout).not.toContain('\u001b');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(status).toBe(1);
});

test('a folder is compared as JSON that fits the published schema', async () => {
  const { status, stdout } = await runParley(['compare', 'data/istanbul-2025', '--json']);
  const document = comparisonSchema.parse(JSON.parse(stdout));
  expect(document.columns.map(({ id }) => id)).toEqual(['russia', 'ukraine']);
  expect(status).toBe(1);
});

test('one column has nothing to be incompatible with', async () => {
  const args = ['compare', 'port-wages', '--columns', 'union', '--json'];
  expect((await runParley(args)).status).toBe(0);
});

test('columns are exchanged, and the same things are incompatible', async () => {
  const read = async (columns: string) => {
    const args = ['compare', 'port-wages', '--json', '--columns', columns];
    return comparisonSchema.parse(JSON.parse((await runParley(args)).stdout));
  };
  const [there, back] = [await read('union,employer'), await read('employer,union')];
  expect(back.columns.map(({ id }) => id)).toEqual(['employer', 'union']);
  expect(back.rows.map(({ number, relation }) => [number, relation])).toEqual(
    there.rows.map(({ number, relation }) => [number, relation]),
  );
});

test.each([
  ['table.md', '# Port of Aldmere'],
  ['table.csv', '\ufeffNo.,'],
  ['table.json', '{\n\t"version": 1'],
  ['table.txt', 'Port of Aldmere'],
])('-o %s writes the form that its ending says, and nothing else', async (name, beginning) => {
  const file = join(folder, name);
  const { status, stdout, stderr } = await runParley(['compare', 'port-wages', '-o', file]);
  expect(readFileSync(file, 'utf8').startsWith(beginning)).toBe(true);
  expect([status, stdout, stderr]).toEqual([1, '', `Wrote ${file}.\n`]);
  expect(readdirSync(folder).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
});

const taken = join(folder, 'taken');
mkdirSync(taken);

// Each is trouble: exit 2, nothing on stdout, and a message that says what to do.
test.each([
  [['compare', 'no-such-dossier'], 'known dossiers: istanbul-2025'],
  [['compare', './no/such/folder'], 'nothing is there'],
  [['compare', 'package.json'], 'a dossier is a folder'],
  [['compare', 'port-wages', '--columns', 'union,nobody'], 'there is no column "nobody"'],
  [['compare', 'port-wages', '--columns', 'union,union'], 'named twice'],
  [['compare', 'port-wages', '--as-at', '2025-02-30'], 'no date that exists'],
  [['compare', 'port-wages', '--as-at', '1999-01-01'], 'nothing to compare'],
  [['compare', 'port-wages', '--reading', 'pay-and-gangs=z'], 'choice of pay-and-gangs "z"'],
  [['compare', 'port-wages', '--reading', 'pay-and-gangs'], 'group=choice'],
  [['compare', 'port-wages', '--without', 'nothing'], 'there is no premise "nothing"'],
  [['compare', 'port-wages', '--format', 'doc'], 'Allowed choices are md, csv, json'],
  [['compare', 'port-wages', '--json', '--format', 'md'], 'cannot be used with'],
  [['compare', 'port-wages', '-o', taken], 'this is a folder'],
  [['compare', 'port-wages', '-o', join(folder, 'no', 'where.md')], 'nothing is there'],
  [['compare'], "missing required argument 'dossier or files'"],
  [['compere'], "unknown command 'compere'"],
])('%j is trouble', async (args, message) => {
  const { status, stdout, stderr } = await runParley(args);
  expect(stderr).toContain(message);
  expect([status, stdout]).toEqual([2, '']);
});

test('with --json the problems are on stdout too', async () => {
  const { status, stdout } = await runParley(['compare', 'no-such-dossier', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'unknown_dossier' }] });
  expect(status).toBe(2);
});

test('a premise that is switched off is in no finding', async () => {
  const args = ['compare', 'plans-2025', '--json'];
  const all = comparisonSchema.parse(JSON.parse((await runParley(args)).stdout));
  const used = all.rows.flatMap((row) => row.findings).flatMap(({ premises }) => premises);
  const [premise = ''] = used;
  const { stdout } = await runParley([...args, '--without', premise]);
  const without = comparisonSchema.parse(JSON.parse(stdout));
  expect(premise).not.toBe('');
  expect(without.premises.find(({ id }) => id === premise)?.on).toBe(false);
  expect(without.rows.flatMap((row) => row.findings).flatMap((f) => f.premises)).not.toContain(
    premise,
  );
});

test('a reader that stops early is no trouble', async () => {
  const child = spawn(
    join('node_modules', '.bin', 'node'),
    ['src/cli/main.ts', 'compare', 'istanbul-2025', '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  await once(child, 'close');
  expect(stderr).not.toContain('EPIPE');
  expect([0, 1]).toContain(child.exitCode);
});
