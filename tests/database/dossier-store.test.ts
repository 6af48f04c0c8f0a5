// What a store of dossiers promises, on both engines.
import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/model/digest.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import { openDossierStore, type DossierStore } from '#lib/server/dossier-store.ts';
import { randomDossier, randomFrom } from '../support/arbitrary-dossier.ts';
import { aDossier, aNorm } from '../support/builders.ts';
import { onBothEngines } from '../support/databases.ts';

const terms = { author: { id: 'maria', name: 'Maria' }, at: '2026-03-01T10:00:00.000Z' };
const asJohn = { author: { id: 'john', name: 'John' }, at: '2026-03-02T10:00:00.000Z' };
const dossier = aDossier({ says: [aNorm('a', 'must'), aNorm('b', 'must-not')] });
const { id } = dossier;

async function present(store: DossierStore, of: string = id): Promise<Dossier> {
  const state = await store.load(of);
  if (!state.ok) throw new Error(JSON.stringify(state.problems));
  return state.value.dossier;
}

const putAct = (base: number | null, label: string, act = 'rest'): Edit => ({
  ...{ op: 'put', kind: 'act', id: act, base },
  body: { id: act, label },
});

const numberOf = (outcome: ChangeOutcome): number => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.change.number;
};

onBothEngines('a store', (databases) => {
  const openStore = async (): Promise<DossierStore> => openDossierStore(await databases.open());
  const withDossier = async (): Promise<DossierStore> => {
    const store = await openStore();
    numberOf(await store.create(dossier, terms));
    return store;
  };

  test('gives back every dossier as it was, to the byte', async () => {
    const database = await databases.open();
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = { ...randomDossier(seed), id: `random-${String(seed)}` };
      numberOf(await openDossierStore(database).create(random, terms));
      const stored = await present(openDossierStore(database), random.id);
      expect(canonicalJson(stored)).toBe(canonicalJson(random));
    }
  });

  test('refuses an id that is taken, and keeps what is there', async () => {
    const store = await withDossier();
    const again = await store.create({ ...dossier, title: 'Another' }, asJohn);
    expect(again).toMatchObject({ reason: 'refused', problems: [{ code: 'dossier_exists' }] });
    expect((await present(store)).title).toBe(dossier.title);
  });

  test('an edit is there for whoever opens the database next', async () => {
    const database = await databases.open();
    const store = openDossierStore(database);
    await store.create(dossier, terms);
    numberOf(await store.change(id, [putAct(null, 'rest a while')], asJohn));
    const other = openDossierStore(await databases.openAt(database.place));
    expect((await present(other)).acts.at(-1)?.label).toBe('rest a while');
    expect(await other.list()).toMatchObject([{ id, sequence: 2, changedAt: asJohn.at }]);
  });

  test('a stale edit is told with both versions and who was faster; nothing is written', async () => {
    const store = await withDossier();
    numberOf(await store.change(id, [putAct(1, 'of Maria', 'x')], terms));
    const stale = await store.change(id, [putAct(1, 'of John', 'x'), putAct(null, 'new')], asJohn);
    expect(stale).toMatchObject({
      reason: 'conflict',
      conflicts: [
        {
          ...{ kind: 'act', id: 'x', base: 1, version: 2 },
          yours: { label: 'of John' },
          theirs: { label: 'of Maria' },
          by: { author: 'maria', name: 'Maria', at: terms.at },
        },
      ],
    });
    expect((await store.list())[0]?.sequence).toBe(2);
    expect((await present(store)).acts.some((act) => act.id === 'rest')).toBe(false);
  });

  test('of two stores, the one that did not see an edit notices', async () => {
    const database = await databases.open();
    const [one, two] = [openDossierStore(database), openDossierStore(database)];
    await one.create(dossier, terms);
    await present(two);
    numberOf(await one.change(id, [putAct(1, 'first', 'x')], terms));
    expect(await two.change(id, [putAct(1, 'second', 'x')], asJohn)).toMatchObject({
      reason: 'conflict',
    });
    expect((await present(two)).acts.find((act) => act.id === 'x')?.label).toBe('first');
    numberOf(await two.change(id, [putAct(2, 'second', 'x')], asJohn));
    expect((await present(one)).acts.find((act) => act.id === 'x')?.label).toBe('second');
  });

  test('a request that comes twice changes once and gets the same answer', async () => {
    const store = await withDossier();
    const ask = () => store.change(id, [putAct(null, 'rest')], { ...terms, request: 'r1' });
    const [first, second] = [await ask(), await ask()];
    expect(first).toMatchObject({ ok: true, change: { number: 2, repeated: false } });
    expect(second).toMatchObject({
      ok: true,
      change: { number: 2, repeated: true, versions: { 'act/rest': 2 } },
    });
    expect((await store.list())[0]?.sequence).toBe(2);
  });

  test('an edit that changes nothing leaves no entry', async () => {
    const store = await withDossier();
    const label = dossier.acts.find((act) => act.id === 'x')?.label ?? '';
    numberOf(await store.change(id, [putAct(1, label, 'x')], terms));
    expect((await store.list())[0]?.sequence).toBe(1);
  });

  test('the log tells who did what, newest first, with the bodies before and after', async () => {
    const store = await withDossier();
    await store.change(id, [putAct(null, 'rest')], { ...asJohn, note: 'A new act' });
    await store.change(id, [putAct(2, 'rest more')], terms);
    const [last, middle] = await store.changes(id, { viewer: 'maria' });
    expect(last).toMatchObject({
      ...{ number: 3, author: 'maria', partCount: 1 },
      parts: [{ what: 'changed', before: { label: 'rest' }, after: { label: 'rest more' } }],
    });
    expect(middle).toMatchObject({ authorName: 'John', note: 'A new act', at: asJohn.at });
    const of = { viewer: 'maria', kind: 'act', record: 'rest' } as const;
    expect((await store.changes(id, of)).map(({ number }) => number)).toEqual([3, 2]);
    const since = await store.changes(id, { viewer: 'maria', after: 2 });
    expect(since.map(({ number }) => number)).toEqual([3]);
    const byJohn = await store.changes(id, { viewer: 'maria', author: 'john' });
    expect(byJohn.map(({ number }) => number)).toEqual([2]);
  });

  test('whatever was done can be taken back, and that too', async () => {
    const store = await withDossier();
    const before = canonicalJson(await present(store));
    numberOf(await store.change(id, [putAct(null, 'rest'), putAct(1, 'other', 'x')], terms));
    const after = canonicalJson(await present(store));
    numberOf(await store.undo(id, 2, asJohn));
    expect(canonicalJson(await present(store))).toBe(before);
    numberOf(await store.undo(id, 3, asJohn));
    expect(canonicalJson(await present(store))).toBe(after);
    const [, undoing] = await store.changes(id, { viewer: 'maria' });
    expect(undoing).toMatchObject({ action: 'undo', undoes: 2, undoneBy: 4 });
  });

  test('random edits, taken back one by one, lead to the beginning', async () => {
    const seed = 20_260_301;
    const random = randomFrom(seed);
    const store = await withDossier();
    const states = [canonicalJson(await present(store))];
    for (let round = 0; round < 30; round += 1) {
      const acts = (await present(store)).acts;
      const state = await store.load(id);
      const version = (act: string): number =>
        (state.ok ? state.value.set.records.get(`act/${act}`)?.version : undefined) ?? 0;
      const free = acts.filter((act) => act.id.startsWith('free-'));
      const one = free[Math.floor(random() * free.length)];
      const dice = random();
      const edit: Edit =
        one === undefined || dice < 0.4
          ? putAct(null, `label ${String(round)}`, `free-${String(round)}`)
          : dice < 0.6
            ? { op: 'delete', kind: 'act', id: one.id, base: version(one.id) }
            : dice < 0.8
              ? { op: 'move', kind: 'act', id: one.id, base: version(one.id), after: null }
              : putAct(version(one.id), `again ${String(round)}`, one.id);
      const outcome = await store.change(id, [edit], terms);
      if (numberOf(outcome) > states.length) states.push(canonicalJson(await present(store)));
    }
    for (let number = states.length; number > 1; number -= 1) {
      numberOf(await store.undo(id, number, asJohn));
      expect(canonicalJson(await present(store))).toBe(states[number - 2]);
    }
  });

  test('what was changed since is not taken back: that is a conflict', async () => {
    const store = await withDossier();
    await store.change(id, [putAct(null, 'rest')], terms);
    await store.change(id, [putAct(2, 'rest more')], asJohn);
    expect(await store.undo(id, 2, terms)).toMatchObject({
      reason: 'conflict',
      conflicts: [{ theirs: { label: 'rest more' }, version: 3, by: { name: 'John' } }],
    });
    expect(await store.undo(id, 99, terms)).toMatchObject({
      reason: 'refused',
      problems: [{ code: 'unknown_change' }],
    });
  });

  test('a private note is seen by its author alone: in the dossier, in the log, in undoing', async () => {
    const store = await withDossier();
    const body = {
      ...{ id: 'n1', target: { paper: dossier.papers[0]?.id }, body: 'Secret.', author: 'Maria' },
      ...{ at: terms.at, visibility: 'private' },
    };
    const edit: Edit = { op: 'put', kind: 'annotation', id: 'n1', base: null, body };
    numberOf(await store.change(id, [edit], terms));
    expect((await present(store)).annotations).toEqual([]);
    expect(await store.privateNotes(id, 'maria')).toMatchObject([{ id: 'n1' }]);
    expect(await store.privateNotes(id, 'john')).toEqual([]);
    const numbers = async (viewer: string): Promise<number[]> =>
      (await store.changes(id, { viewer })).map(({ number }) => number);
    expect([await numbers('maria'), await numbers('john')]).toEqual([[2, 1], [1]]);
    expect(await store.undo(id, 2, asJohn)).toMatchObject({
      problems: [{ code: 'unknown_change' }],
    });
    numberOf(await store.undo(id, 2, terms));
    expect(await store.privateNotes(id, 'maria')).toEqual([]);
  });

  test('a visit is remembered for each person', async () => {
    const store = await withDossier();
    expect(await store.visit(id, 'maria')).toBeUndefined();
    await store.markSeen(id, 'maria', { number: 1, at: terms.at });
    await store.markSeen(id, 'maria', { number: 2, at: asJohn.at });
    expect(await store.visit(id, 'maria')).toEqual({ seen: 2, at: asJohn.at });
    expect(await store.visit(id, 'john')).toBeUndefined();
  });

  test('a deleted dossier leaves nothing in any table', async () => {
    const database = await databases.open();
    const store = openDossierStore(database);
    await store.create(dossier, terms);
    await store.create({ ...dossier, id: 'other' }, terms);
    await store.change(id, [putAct(null, 'rest')], terms);
    await store.markSeen(id, 'maria', { number: 2, at: terms.at });
    expect(await store.remove(id)).toMatchObject({ ok: true, value: { changes: 2 } });
    for (const table of ['record', 'paper_text', 'change', 'change_part', 'visit'] as const) {
      const rows = await database.db
        .selectFrom(table)
        .select('dossier')
        .where('dossier', '=', id)
        .execute();
      expect(rows).toEqual([]);
    }
    expect(await store.load(id)).toMatchObject({ problems: [{ code: 'unknown_dossier' }] });
    expect((await present(store, 'other')).title).toBe(dossier.title);
  });

  test('changes are announced after they are durable, deletions too', async () => {
    const store = await withDossier();
    const heard: unknown[] = [];
    const stop = store.onChange((notice) => heard.push(notice));
    await store.change(id, [putAct(null, 'rest')], terms);
    await store.change(id, [putAct(1, 'stale')], terms);
    await store.remove(id);
    stop();
    expect(heard).toEqual([
      { dossier: id, number: 2 },
      { dossier: id, number: null },
    ]);
  });

  test('eight writers at once: every edit is in the log once, and nobody overwrites anybody', async () => {
    // Within a process SQLite has one connection; its processes are told apart in the hard tests.
    const first = await databases.open();
    const own = databases.engine === 'postgres';
    const stores = await Promise.all(
      Array.from({ length: 8 }, async () =>
        openDossierStore(own ? await databases.openAt(first.place) : first),
      ),
    );
    const store = openDossierStore(first);
    numberOf(await store.create(dossier, terms));
    let conflicts = 0;
    const accepted: number[] = [];
    await Promise.all(
      stores.map(async (one, writer) => {
        for (let round = 0; round < 6; round += 1) {
          const state = await one.load(id);
          if (!state.ok) throw new Error('the dossier is gone');
          const base = state.value.set.records.get('act/x')?.version ?? 0;
          const shared = putAct(base, `writer ${String(writer)} round ${String(round)}`, 'x');
          const mine = putAct(null, 'own', `w${String(writer)}-${String(round)}`);
          const outcome = await one.change(id, [round % 2 === 0 ? shared : mine], terms);
          if (outcome.ok) accepted.push(outcome.change.number);
          else if (outcome.reason === 'conflict') conflicts += 1;
          else throw new Error(JSON.stringify(outcome));
        }
      }),
    );
    const log = await store.changes(id, { viewer: 'maria', limit: 100 });
    expect(accepted.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: accepted.length }, (_, index) => index + 2),
    );
    expect(log).toHaveLength(accepted.length + 1);
    expect(accepted.length + conflicts).toBe(48);
    expect((await present(store)).acts.filter((act) => act.id.startsWith('w'))).toHaveLength(24);
  });
});
