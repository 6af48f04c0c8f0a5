import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, inject, test } from 'vitest';
import { packDossier, unpackDossier } from '#lib/app/bundle-archive.ts';
import { verifyBackup } from '#lib/server/read-backup.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { openDossierStore, type DossierStore } from '#lib/server/dossier-store.ts';
import { exampleIds, readExample } from '../golden/read-dossier.ts';
import { onBothEngines } from '../support/databases.ts';
import { openDatabase, type Database } from '#lib/server/database.ts';
import { freshDatabase } from '../support/postgres.ts';

const terms = { author: { id: 'alone', name: 'You' }, at: '2026-11-24T10:00:00.000Z' };
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function open(engine: 'sqlite' | 'postgres', name: string): Promise<DossierStore> {
  const opened = await openDatabase(await placeOf(engine, name));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  closing.push(opened.value.close);
  return openDossierStore(opened.value);
}

async function placeOf(engine: 'sqlite' | 'postgres', name: string): Promise<Database['place']> {
  if (engine === 'postgres') {
    const address = (database: string): string => new URL(`/${database}`, inject('postgres')).href;
    return { engine, url: await freshDatabase(address, name) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-carry-'));
  closing.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return { engine, file: join(folder, 'parley.db') };
}

/** What is carried away from a store, byte for byte. */
async function carryAway(store: DossierStore, id: string): Promise<Uint8Array> {
  const state = await store.load(id);
  const packed = state.ok ? packDossier(state.value.dossier) : state;
  if (!packed.ok) throw new Error(JSON.stringify(packed.problems));
  return packed.value;
}

async function carryIn(store: DossierStore, bytes: Uint8Array): Promise<void> {
  const read = await unpackDossier(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect((await store.create(read.value.dossier, terms)).ok).toBe(true);
}

test.skipIf(inject('postgres') === '').each([...exampleIds])(
  '%s carried from SQLite to PostgreSQL and back is identical',
  async (id) => {
    const first = await open('sqlite', '');
    expect((await first.create(readExample(id), terms)).ok).toBe(true);
    const bytes = await carryAway(first, id);
    const second = await open('postgres', `carry_${id.replaceAll('-', '_')}`);
    await carryIn(second, bytes);
    const there = await carryAway(second, id);
    expect(Buffer.compare(there, bytes)).toBe(0);
    const third = await open('sqlite', '');
    await carryIn(third, there);
    expect(Buffer.compare(await carryAway(third, id), bytes)).toBe(0);
  },
);

onBothEngines('a database of the first released schema', ({ open: fresh }) => {
  test('opens in today’s with its dossiers, history, notes and visits', async () => {
    const database = await fresh();
    const file = join(import.meta.dirname, 'samples', '001-dossiers.zip');
    const verified = await verifyBackup(file);
    if (!verified.ok) throw new Error(JSON.stringify(verified.problems));
    expect(verified.value.manifest.step).toBe('001-dossiers');
    const restored = await restoreBackup(database, verified.value);
    expect(restored).toMatchObject({ ok: true });
    const store = openDossierStore(database);
    const state = await store.load('port-wages');
    if (!state.ok) throw new Error(JSON.stringify(state.problems));
    expect(state.value.sequence).toBe(4);
    expect(state.value.dossier).toEqual(readExample('port-wages'));
    const [note] = await store.privateNotes('port-wages', 'alone');
    expect(note?.body).toMatchObject({ body: 'A private thought of the first schema' });
    const log = await store.changes('port-wages', { viewer: 'alone' });
    expect(log.map(({ number, undoes }) => [number, undoes])).toEqual([
      [4, 2],
      [3, null],
      [2, null],
      [1, null],
    ]);
    expect(log[2]?.note).toBe('A better name');
    expect(await store.visit('port-wages', 'alone')).toMatchObject({ seen: 3 });
    const changed = await store.undo('port-wages', 4, terms);
    expect(changed.ok).toBe(true);
  });
});
