import { execFileSync } from 'node:child_process';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip, writeZip, type ZipRules } from './zip.ts';

const megabyte = 1024 * 1024;
const everything: ZipRules = {
  choose: (names) => new Map(names.map((name) => [name, name])),
  limits: { fileBytes: 2 * megabyte, totalBytes: 4 * megabyte, files: 20 },
};

const read = (bytes: Uint8Array) => readZip(bytes, everything);
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await read(bytes);
  return result.ok ? 'read' : (result.problems[0]?.code ?? '');
};

/** Text that packing makes little smaller. */
const noise = (length: number): Uint8Array => {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state >>> 24;
  });
};

const one = (name: string, content: Uint8Array = strToU8('words')): Uint8Array =>
  zipSync({ [name]: content });

/** A copy with bytes changed in the list of files, which stands behind the files themselves. */
function patchList(zip: Uint8Array, offset: number, value: readonly number[]): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.set(value, at + offset);
  return copy;
}

const u32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);

test('what was packed is read again', async () => {
  const files = new Map([
    ['dossier.json', strToU8('{}')],
    ['papers/україна.md', noise(70_000)],
    ['empty', new Uint8Array()],
  ]);
  const result = await read(writeZip(files));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(new Map([...result.value.files].toSorted())).toEqual(new Map([...files].toSorted()));
});

test('the same files give the same bytes in any order and time zone', () => {
  const a = writeZip(new Map([['a', strToU8('1')], ['b', strToU8('2')]])); // prettier-ignore
  const b = writeZip(new Map([['b', strToU8('2')], ['a', strToU8('1')]])); // prettier-ignore
  expect(b).toEqual(a);
  const code =
    "import('./src/lib/server/zip.ts').then(({ writeZip }) => process.stdout.write(Buffer.from(writeZip(new Map([['a', Buffer.from('1')], ['b', Buffer.from('2')]]))).toString('hex')))";
  const inZone = (TZ: string): string =>
    execFileSync('node_modules/.bin/node', ['-e', code], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  expect(inZone('Pacific/Kiritimati')).toBe(Buffer.from(a).toString('hex'));
  expect(inZone('America/Los_Angeles')).toBe(Buffer.from(a).toString('hex'));
});

test('only what is chosen is unpacked, the rest is named', async () => {
  const zip = zipSync({ 'a/x.md': strToU8('x'), 'a/bomb': new Uint8Array(50 * megabyte) });
  const rules = { ...everything, choose: () => new Map([['a/x.md', 'x.md']]) };
  expect(await readZip(zip, rules)).toEqual({
    ok: true,
    value: { files: new Map([['x.md', strToU8('x')]]), leftOut: ['a/bomb'] },
  });
});

test.each([
  ['../outside.md'],
  ['papers/../../outside.md'],
  ['/etc/passwd'],
  ['C:/windows/system.ini'],
  ['c:evil.md'],
  ['papers\\..\\..\\x.md'],
  ['\\\\server\\share'],
  ['./x.md'],
  ['papers//x.md'],
  ['papers/\u0000.md'],
  ['papers/ї\n.md'],
])('the name %j is refused', async (name) => {
  expect(await codeOf(one(name))).toBe('zip_path_unsafe');
});

const crossed = Buffer.from(writeZip(new Map([['aa', strToU8('1')], ['bb', strToU8('2')]]))); // prettier-ignore
const hostile: readonly (readonly [what: string, code: string, zip: () => Uint8Array])[] = [
  ['a letter', 'not_a_zip', () => strToU8('Dear colleague, '.repeat(100))],
  ['nothing', 'not_a_zip', () => new Uint8Array()],
  ['half an archive', 'zip_truncated', () => one('x.md', noise(5000)).subarray(0, 2000)],
  ['a locked file', 'zip_encrypted', () => patchList(one('x.md'), 8, [1, 0])],
  ['an unknown way of packing', 'zip_method', () => patchList(one('x.md'), 10, [12, 0])],
  ['a link', 'zip_link', () => zipSync({ 'x.md': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 * 65536 }] })],
  ['a device', 'zip_special_file', () => zipSync({ 'x.md': [strToU8(''), { os: 3, attrs: 0o020666 * 65536 }] })],
  ['two files of one name', 'zip_duplicate', () => Buffer.from(crossed.toString('latin1').replaceAll('bb', 'aa'), 'latin1')],
  ['two names that differ in case', 'zip_duplicate', () => zipSync({ 'a.md': strToU8('1'), 'A.md': strToU8('2') })],
  ['61 files', 'too_many_files', () => zipSync(Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`${i}x`, strToU8('')])))],
  ['21 wanted files', 'too_many_files', () => zipSync(Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`${i}x`, strToU8('')])))],
  ['a file that is too large', 'file_too_large', () => one('x.md', noise(2 * megabyte + 1))],
  ['files too large together', 'bundle_too_large', () => zipSync({ a: noise(2 * megabyte), b: noise(2 * megabyte), c: noise(1000) })],
  ['a bomb', 'zip_bomb', () => one('x.md', new Uint8Array(2 * megabyte))],
  ['a bomb that says it is small', 'zip_damaged', () => patchList(one('x.md', new Uint8Array(100 * megabyte)), 24, u32(1000))],
  ['a file smaller than it says', 'zip_damaged', () => patchList(one('x.md', noise(1000)), 24, u32(1100))],
  ['a wrong checksum', 'zip_damaged', () => patchList(one('x.md', noise(1000)), 16, u32(7))],
  ['a list that is damaged', 'zip_damaged', () => patchList(one('x.md'), 0, [0, 0])],
  ['a file beyond the end', 'zip_damaged', () => patchList(one('x.md'), 42, u32(4_000_000))],
]; // prettier-ignore

test.each(hostile)('%s is refused as %s', async (_, code, zip) => {
  expect(await codeOf(zip())).toBe(code);
});

test('every cut and every changed byte gives files or problems, never an exception', async () => {
  const zip = writeZip(new Map([['a.md', strToU8('some words')], ['b.md', noise(300)]])); // prettier-ignore
  for (let at = 0; at < zip.length; at += 1) {
    await read(zip.subarray(0, at));
    const changed = Uint8Array.from(zip);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    const result = await read(changed);
    expect(result.ok || result.problems.length > 0).toBe(true);
  }
});
