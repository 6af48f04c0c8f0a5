import { expect, test } from 'vitest';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Role } from '#lib/model/role.ts';
import { openDatabase } from '#lib/server/database.ts';
import { openDossierStore, type DossierStore } from '#lib/server/dossier-store.ts';
import { randomDossier } from '../../../tests/support/arbitrary-dossier.ts';
import { applyImport, previewImport, type Importer } from './import-bundle.ts';

const at = '2026-01-02T03:04:05.000Z';
const as = (role?: Role): Importer => ({
  viewer: { id: 'ann', name: 'Ann', admin: false, via: 'alone', readOnly: false },
  role,
});

async function openStore(): Promise<DossierStore> {
  const database = await openDatabase({ engine: 'sqlite', file: ':memory:' });
  if (!database.ok) throw new Error(JSON.stringify(database.problems));
  return openDossierStore(database.value);
}

const importer = as('owner');
const mine = randomDossier(20);
const theirs: Dossier = { ...mine, title: 'Theirs', terms: [], provisions: [], ledger: [] };

async function preview(store: DossierStore, incoming: Dossier, who = importer) {
  const result = await previewImport(store, incoming, who);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const load = async (store: DossierStore): Promise<Dossier> => {
  const state = await store.load(mine.id);
  if (!state.ok) throw new Error(JSON.stringify(state.problems));
  return state.value.dossier;
};

const run = (store: DossierStore, sequence: number | null, more = {}) =>
  applyImport(store, { incoming: theirs, sequence, choices: new Map(), importer, at, ...more });

test('a new dossier is made, the same one again changes nothing', async () => {
  const store = await openStore();
  expect(await preview(store, mine)).toMatchObject({ sequence: null, differences: [] });
  expect(await store.list()).toEqual([]);
  expect(await run(store, null, { incoming: mine })).toMatchObject({
    ok: true,
    value: { created: true, number: 1 },
  });
  expect(await preview(store, mine)).toMatchObject({ sequence: 1, differences: [] });
  expect(await run(store, 1, { incoming: mine })).toMatchObject({
    ok: true,
    value: { created: false, number: null },
  });
});

test('a merge takes what is new and keeps what the bundle lacks, unless told otherwise', async () => {
  const store = await openStore();
  await run(store, null, { incoming: mine });
  const { differences, sequence } = await preview(store, theirs);
  expect(differences.find(({ kind }) => kind === 'head')).toMatchObject({ what: 'changed', taken: true }); // prettier-ignore
  expect(differences.find(({ kind }) => kind === 'term')).toMatchObject({ what: 'missing', taken: false }); // prettier-ignore
  expect(await load(store)).toEqual(mine);
  expect(await run(store, sequence)).toMatchObject({ ok: true, value: { number: 2 } });
  expect(await load(store)).toEqual({ ...mine, title: 'Theirs' });
  const choices = new Map(differences.map(({ key }) => [key, 'take'] as const));
  expect(await run(store, 2, { choices })).toMatchObject({ ok: true, value: { number: 3 } });
  expect(await load(store)).toEqual(theirs);
});

test('an import is refused when the dossier was changed since its preview', async () => {
  const store = await openStore();
  await run(store, null, { incoming: mine });
  await run(store, 1, { incoming: { ...mine, title: 'Meanwhile' } });
  const refused = { ok: false, problems: [{ code: 'import_stale' }] };
  expect(await run(store, 1)).toMatchObject(refused);
  expect(await run(store, null)).toMatchObject(refused);
  expect((await load(store)).title).toBe('Meanwhile');
});

test('nobody learns or changes more by importing than their role allows', async () => {
  const store = await openStore();
  await run(store, null, { incoming: mine });
  for (const role of [undefined, 'reader'] as const)
    expect(await previewImport(store, theirs, as(role))).toMatchObject({
      ok: false,
      problems: [{ code: 'dossier_exists' }],
    });
  expect(await run(store, 1, { importer: as('annotator') })).toMatchObject({
    ok: false,
    problems: [{ code: 'not_allowed', path: 'head/head' }],
  });
  expect(await load(store)).toEqual(mine);
});

test('a choice that would leave a reference to nothing is refused and changes nothing', async () => {
  const store = await openStore();
  await run(store, null, { incoming: mine });
  const incoming: Dossier = { ...mine, issues: [] };
  const choices = new Map(mine.issues.map(({ id }) => [`issue/${id}`, 'take'] as const));
  expect(mine.provisions).not.toEqual([]);
  expect(await run(store, 1, { incoming, choices })).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([expect.objectContaining({ code: 'unknown_reference' })]),
  });
  expect(await load(store)).toEqual(mine);
});
