import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goodBundle } from '../../../tests/broken-bundles/good-bundle.ts';
import { openLibrary, ownDossiers } from './library.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-library-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(folder: string, change: (json: string) => string = (json) => json): string {
  const path = join(root, folder);
  mkdirSync(join(path, 'papers'), { recursive: true });
  for (const [name, content] of Object.entries(goodBundle))
    writeFileSync(join(path, name), content);
  const json = join(path, 'dossier.json');
  writeFileSync(json, change(readFileSync(json, 'utf8')));
  return path;
}

const open = () => openLibrary({ examples: join(root, 'data'), own: join(root, 'own') });
const called = (id: string) => (json: string) => json.replace('"id": "small"', `"id": "${id}"`);

test('an empty library has nothing and knows nothing', async () => {
  expect(await open().list()).toEqual([]);
  expect(await open().load('x')).toMatchObject({
    ok: false,
    problems: [{ code: 'unknown_dossier' }],
  });
});

test('a broken bundle is listed with its problems and hides no other', async () => {
  put('data/a', called('first'));
  put('data/b', () => '{');
  put('data/c', called('third'));
  mkdirSync(join(root, 'data', '.hidden'));
  const entries = await open().list();
  expect(entries.map(({ id, loaded }) => [id, loaded.ok])).toEqual([
    ['first', true],
    ['b', false],
    ['third', true],
  ]);
});

test('an own dossier wins over the example of its id and says so', async () => {
  put('data/a');
  const own = put('own/mine');
  const entries = await open().list();
  expect(entries.map(({ id, origin, hidesExample }) => [id, origin, hidesExample])).toEqual([
    ['small', 'own', true],
  ]);
  expect(await open().load('small')).toMatchObject({ ok: true, value: { folder: own } });
});

test('two dossiers of one id in one place: the first is kept, the other told', async () => {
  put('data/a');
  put('data/b');
  const [first, second] = await open().list();
  expect([first?.id, first?.loaded.ok, second?.id]).toEqual(['small', true, 'b']);
  expect(second?.loaded).toMatchObject({ ok: false, problems: [{ code: 'duplicate_dossier' }] });
});

test('a path is no id: load never leaves the library, find does', async () => {
  const elsewhere = put('elsewhere');
  put('data/a', called('other'));
  const library = open();
  for (const reference of [elsewhere, '../elsewhere', '..']) {
    expect(await library.load(reference)).toMatchObject({
      ok: false,
      problems: [{ code: 'unknown_dossier' }],
    });
  }
  expect(await library.find(elsewhere)).toMatchObject({ ok: true });
  expect(await library.find('other')).toMatchObject({ ok: true });
});

test('unchanged files are parsed once, changed ones again', async () => {
  const folder = put('data/a');
  const library = open();
  const first = await library.load('small');
  expect(await library.load('small')).toBe(first);
  put('data/a', (json) => json.replace('Two papers.', 'Still two.'));
  const second = await library.loadFolder(folder);
  expect(second.ok && second.value.dossier.summary).toBe('Still two.');
});

test('a paper that is not listed is a warning', async () => {
  cpSync(join(put('data/a'), 'papers/one.md'), join(root, 'data/a/papers/stray.md'));
  expect(await open().load('small')).toMatchObject({
    ok: true,
    value: { warnings: [{ code: 'unlisted_file', path: 'papers/stray.md', severity: 'warning' }] },
  });
});

test('own dossiers lie in the data folder, by default .parley', () => {
  expect(ownDossiers('/srv/parley')).toBe('/srv/parley/dossiers');
  expect(ownDossiers('')).toBe(ownDossiers(undefined));
  expect(ownDossiers(undefined)).toMatch(/\.parley.dossiers$/);
});
