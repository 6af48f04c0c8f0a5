import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBundleFolder, writeBundleFolder } from './bundle-folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-folder-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const accepts = (path: string): boolean =>
  path === 'dossier.json' || /^papers\/[^/]+\.md$/.test(path);
const rules = { accepts, limits: { fileBytes: 100, totalBytes: 150, files: 3 } };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what is written is read again, and files that are no part of it are left alone', async () => {
  const folder = join(root, 'new', 'dossier');
  const files = new Map([
    ['dossier.json', bytes('{}')],
    ['papers/one.md', bytes('one')],
  ]);
  expect(await writeBundleFolder(folder, files, accepts)).toEqual({ ok: true, value: undefined });
  writeFileSync(join(folder, 'README.md'), 'mine');
  mkdirSync(join(folder, 'papers', 'drafts'));
  expect(await writeBundleFolder(folder, files, accepts)).toEqual({ ok: true, value: undefined });
  const read = await readBundleFolder(folder, rules);
  const texts = read.ok
    ? [...read.value].map(([path, b]) => [path, new TextDecoder().decode(b)])
    : read;
  expect(texts).toEqual([
    ['dossier.json', '{}'],
    ['papers/one.md', 'one'],
  ]);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('mine');
  expect(readdirSync(folder).toSorted()).toEqual(['README.md', 'dossier.json', 'papers']);
});

test('a link to a file inside the folder is followed', async () => {
  mkdirSync(join(root, 'papers'));
  writeFileSync(join(root, 'dossier.json'), '{}');
  writeFileSync(join(root, 'papers', 'one.md'), 'one');
  symlinkSync('one.md', join(root, 'papers', 'two.md'));
  const read = await readBundleFolder(root, rules);
  expect(read.ok && [...read.value.keys()]).toEqual([
    'dossier.json',
    'papers/one.md',
    'papers/two.md',
  ]);
});

test.each([
  ['../outside.md', 'climbs out'],
  ['papers/../../outside.md', 'climbs out inside'],
  ['papers/..md/x.md', 'is too deep'],
  ['/etc/outside.md', 'is absolute'],
  ['notes.txt', 'is none of a bundle'],
])('nothing is written when the name %s %s', async (path) => {
  const folder = join(root, 'dossier');
  const files = new Map([
    ['dossier.json', bytes('{}')],
    [path, bytes('x')],
  ]);
  const written = await writeBundleFolder(folder, files, accepts);
  expect(written).toMatchObject({ ok: false, problems: [{ code: 'name_refused', path }] });
  expect(readdirSync(root)).toEqual([]);
});

test('a folder of papers that leads elsewhere is not written through', async () => {
  const [folder, elsewhere] = [join(root, 'dossier'), join(root, 'elsewhere')];
  mkdirSync(folder);
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(folder, 'papers'));
  const files = new Map([['papers/one.md', bytes('one')]]);
  const written = await writeBundleFolder(folder, files, accepts);
  expect(written).toMatchObject({ ok: false, problems: [{ code: 'link_outside' }] });
  expect(readdirSync(elsewhere)).toEqual([]);
});
