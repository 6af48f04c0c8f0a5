import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { savedTables, unsavedTables } from '#lib/server/backup-format.ts';
import { writeBackup } from '#lib/server/backup.ts';
import { connect, openDatabase, type Database, type DatabasePlace } from '#lib/server/database.ts';
import { openDossierStore } from '#lib/server/dossier-store.ts';
import { migrate, migrationSteps } from '#lib/server/migrations/migrate.ts';
import { verifyBackup } from '#lib/server/read-backup.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { countRows, listColumns } from '#lib/server/table-rows.ts';
import { randomDossier } from '../support/arbitrary-dossier.ts';
import { onBothEngines, type TestDatabases } from '../support/databases.ts';
import { freshDatabase } from '../support/postgres.ts';

const at = '2026-01-02T03:04:05.000Z';
const author = { id: 'ann', name: 'Ann' } as const;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-backup-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A database with dossiers in odd scripts, a history, a private note and a visit. */
async function fill(database: Database): Promise<void> {
  const store = openDossierStore(database);
  for (const seed of [1, 2, 3]) {
    const dossier = { ...randomDossier(seed, { wildTexts: true }), id: `d${seed}` };
    await store.create(dossier, { author, at });
    const issue = { id: 'new', label: `Line\nand \u2028 seed ${seed}` };
    const edit = { op: 'put', kind: 'issue', id: 'new', base: null, body: issue } as const;
    const note = {
      ...{ id: 'mine', target: { paper: dossier.papers[0]?.id }, body: 'For me.', author: 'Ann' },
      ...{ at: '2026-01-02', visibility: 'private' },
    };
    const noting = { op: 'put', kind: 'annotation', id: 'mine', base: null, body: note } as const;
    const outcome = await store.change(dossier.id, [edit, noting], { author, at });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  }
  await store.markSeen('d1', 'ann', { number: 2, at });
}

async function save(place: DatabasePlace, name = 'backup.zip') {
  const written = await writeBackup(place, { file: join(folder, name), at });
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return written.value;
}

async function restore(database: Database, file: string) {
  const verified = await verifyBackup(file);
  if (!verified.ok) throw new Error(JSON.stringify(verified.problems));
  return restoreBackup(database, verified.value);
}

/** Everything that is saved, table by table, in an order that no engine decides. */
function contentOf(file: string): Readonly<Record<string, readonly string[]>> {
  const files = Object.entries(unzipSync(readFileSync(file)));
  const tables = files.filter(([name]) => name.startsWith('tables/'));
  return Object.fromEntries(
    tables.map(([name, bytes]) => [name, strFromU8(bytes).split('\n').map(sortKeys).toSorted()]),
  );
}

const sortKeys = (line: string): string =>
  line === '' ? '' : JSON.stringify(Object.entries(JSON.parse(line) as object).toSorted());

onBothEngines('a backup', (databases: TestDatabases) => {
  test('restores everything that was there, into an empty database', async () => {
    const source = await databases.open();
    await fill(source);
    const { file, manifest, bytes } = await save(source.place);
    expect(statSync(file)).toMatchObject({ size: bytes });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(manifest.dossiers).toEqual(['d1', 'd2', 'd3'].map((id) => ({ id, sequence: 2 })));
    const target = await databases.open();
    expect(await restore(target, file)).toMatchObject({ ok: true });
    const again = await save(target.place, 'again.zip');
    expect(contentOf(again.file)).toEqual(contentOf(file));
    expect(contentOf(file)['tables/record.jsonl']?.length).toBeGreaterThan(30);
    const notes = await openDossierStore(target).privateNotes('d2', 'ann');
    expect(notes).toMatchObject([{ id: 'mine', privateTo: 'ann' }]);
  });

  test('shows one moment, though others write meanwhile', async () => {
    const source = await databases.open();
    await fill(source);
    const store = openDossierStore(source);
    let isWriting = true;
    const write = async (): Promise<number> => {
      let written = 0;
      for (; isWriting; written += 1) {
        const body = { id: `w${written}`, label: 'x' };
        const edit = { op: 'put', kind: 'issue', id: body.id, base: null, body } as const;
        const outcome = await store.change('d1', [edit], { author, at });
        if (!outcome.ok) throw new Error(JSON.stringify(outcome));
        await setImmediate();
      }
      return written;
    };
    const writing = write();
    const files = [await save(source.place, '1.zip'), await save(source.place, '2.zip')];
    isWriting = false;
    expect(await writing).toBeGreaterThan(0);
    for (const { file, manifest } of files) {
      const target = await databases.open();
      expect(await restore(target, file)).toMatchObject({ ok: true });
      const state = await openDossierStore(target).load('d1');
      if (!state.ok) throw new Error(JSON.stringify(state.problems));
      const { sequence } = state.value;
      expect(manifest.dossiers[0]).toEqual({ id: 'd1', sequence });
      const issues = state.value.dossier.issues.filter(({ id }) => id.startsWith('w'));
      expect(issues.length).toBe(sequence - 2);
    }
  });

  test('takes the place of everything that was there', async () => {
    const source = await databases.open();
    await fill(source);
    const { file } = await save(source.place);
    const target = await databases.open();
    await openDossierStore(target).create(randomDossier(9), { author, at });
    expect(await restore(target, file)).toMatchObject({ ok: true });
    const dossiers = await openDossierStore(target).list();
    expect(dossiers.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3']);
  });

  test('leaves the database as it was when a row does not fit', async () => {
    const source = await databases.open();
    await fill(source);
    const { file } = await save(source.place);
    const target = await databases.open();
    const dossier = randomDossier(9);
    await openDossierStore(target).create(dossier, { author, at });
    const verified = await verifyBackup(file);
    if (!verified.ok) throw new Error(JSON.stringify(verified.problems));
    const files = unzipSync(readFileSync(file));
    const visits = strToU8('{"dossier":"d1","viewer":"ann","seen":1,"at":"x","stranger":1}\n');
    writeFileSync(file, zipSync({ ...files, 'tables/visit.jsonl': visits }));
    expect(await restoreBackup(target, verified.value)).toMatchObject({
      ok: false,
      problems: [{ code: 'backup_damaged' }],
    });
    expect(await openDossierStore(target).load(dossier.id)).toMatchObject({
      ok: true,
      value: { dossier },
    });
  });

  test('of the first schema opens in that of today', async () => {
    const place = await databases.freshPlace();
    const db = await connect(place);
    await migrate(db, place.engine, migrationSteps[0]?.name);
    await db.insertInto('dossier').values({ ...summary, id: 'old' }).execute(); // prettier-ignore
    const tables = await listColumns(db);
    await db.destroy();
    const written = await writeBackup(place, {
      ...{ file: join(folder, 'old.zip'), at },
      tables: savedTables.filter((name) => tables.has(name)),
    });
    if (!written.ok) throw new Error(JSON.stringify(written.problems));
    expect(written.value.manifest.step).toBe(migrationSteps[0]?.name);
    const target = await databases.open();
    expect(await restore(target, written.value.file)).toMatchObject({ ok: true });
    expect(await openDossierStore(target).list()).toMatchObject([{ id: 'old', sequence: 1 }]);
  });

  test('has or knowingly lacks every table there is', async () => {
    const { db } = await databases.open();
    const tables = [...(await listColumns(db)).keys()];
    const own = new Set([
      'schema_step',
      'schema_lock',
      ...savedTables,
      ...Object.keys(unsavedTables),
    ]);
    expect(tables.filter((name) => !own.has(name) && !name.startsWith('search_index'))).toEqual([]);
    expect(savedTables.filter((name) => !tables.includes(name))).toEqual([]);
  });
});

const summary = {
  ...{ title: 'Old', sequence: 1, created_at: at, changed_at: at },
  ...{ example_digest: null, example_sequence: null },
};

test.skipIf(inject('postgres') === '')(
  'dossiers that went from SQLite to PostgreSQL and back by backup are identical',
  async () => {
    const base = new URL(inject('postgres'));
    const address = (name: string): string => new URL(`/${name}`, base).href;
    const url = await freshDatabase(address, `backup_${process.pid}`);
    const places: readonly DatabasePlace[] = [
      { engine: 'sqlite', file: join(folder, 'a.db') },
      { engine: 'postgres', url },
      { engine: 'sqlite', file: join(folder, 'b.db') },
    ];
    const files: string[] = [];
    for (const place of places) {
      const opened = await openDatabase(place);
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      const last = files.at(-1);
      if (last === undefined) await fill(opened.value);
      else expect(await restore(opened.value, last)).toMatchObject({ ok: true });
      files.push((await save(place, `${files.length}.zip`)).file);
      await opened.value.close();
    }
    const [first, ...rest] = files.map(contentOf);
    for (const content of rest) expect(content).toEqual(first);
  },
);

test('a damaged backup is refused before anything is touched', async () => {
  const place: DatabasePlace = { engine: 'sqlite', file: join(folder, 'a.db') };
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  await fill(opened.value);
  const { file } = await save(place);
  await opened.value.close();
  const files = unzipSync(readFileSync(file));
  const record = files['tables/record.jsonl'] ?? new Uint8Array();
  const codeOf = async (content: Uint8Array): Promise<string | undefined> => {
    writeFileSync(join(folder, 'odd.zip'), content);
    const verified = await verifyBackup(join(folder, 'odd.zip'));
    return verified.ok ? 'verified' : verified.problems[0]?.code;
  };
  const { 'tables/record.jsonl': _record, ...without } = files;
  const { 'manifest.json': _manifest, ...headless } = files;
  const changed = Uint8Array.from(record);
  changed[100] = (changed[100] ?? 0) ^ 1;
  expect(await codeOf(zipSync(files))).toBe('verified');
  expect(await codeOf(zipSync({ ...files, 'tables/record.jsonl': changed }))).toBe(
    'backup_damaged',
  );
  expect(await codeOf(zipSync(without))).toBe('backup_damaged');
  expect(await codeOf(zipSync(headless))).toBe('not_a_backup');
  expect(await codeOf(strToU8('Dear colleague'))).toBe('not_a_backup');
  const whole = readFileSync(file);
  expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('not_a_backup');
  expect(await verifyBackup(join(folder, 'nothing.zip'))).toMatchObject({
    problems: [{ code: 'not_found' }],
  });
});

test('a backup of a newer Parley is refused', async () => {
  const place: DatabasePlace = { engine: 'sqlite', file: join(folder, 'a.db') };
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { file, manifest } = await save(place);
  const newer = { file, manifest: { ...manifest, step: '999-of-the-future' } };
  expect(await restoreBackup(opened.value, newer)).toMatchObject({
    ok: false,
    problems: [{ code: 'backup_newer' }],
  });
  expect(await countRows(opened.value.db, 'dossier')).toBe(0);
  await opened.value.close();
});

test('a backup that cannot be written leaves nothing behind', async () => {
  const missing: DatabasePlace = { engine: 'postgres', url: 'postgres://x@127.0.0.1:1/none' };
  const result = await writeBackup(missing, { file: join(folder, 'sub', 'x.zip'), at });
  expect(result).toMatchObject({ ok: false, problems: [{ code: 'storage_away' }] });
  expect(readdirSync(join(folder, 'sub'))).toEqual([]);
});
