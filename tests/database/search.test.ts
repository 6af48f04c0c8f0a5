import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '#lib/model/edit.ts';
import { readSearch } from '#lib/model/search-words.ts';
import { openDossierStore } from '#lib/server/dossier-store.ts';
import type { Database } from '#lib/server/database.ts';
import { ensureIndexed, searchEntries } from '#lib/server/search-index.ts';
import { readExample } from '../golden/read-dossier.ts';
import { onBothEngines } from '../support/databases.ts';

const at = '2026-11-24T10:00:00.000Z';
const ana = { author: { id: 'ana', name: 'Ana' }, at };
const dossier = 'port-wages';

const source = (id: string, title: string, note?: string): Edit => ({
  ...{ op: 'put', kind: 'source', id, base: null },
  body: { id, publisher: 'P', title, language: 'en', ...(note === undefined ? {} : { note }) },
});

const titles: readonly (readonly [string, string])[] = [
  ['uk', 'Повне припинення вогню на суші та в Єлизаветграді'],
  ['ru', 'Полное прекращение огня, ёлка'],
  ['ar', 'وقف إطلاق النار الكامل'],
  ['he', 'הפסקת אש מלאה'],
  ['zh', '全面停火协议将立即生效'],
  ['th', 'การหยุดยิงโดยสมบูรณ์'],
  ['de', 'Übergabe der Häfen, Straße frei'],
  ['fr', 'Le cessez-le-feu sera naïve'],
];

onBothEngines('full-text search', ({ open }) => {
  const library = async () => {
    const database = await open();
    const store = openDossierStore(database);
    expect((await store.create(readExample(dossier), ana)).ok).toBe(true);
    const edits = titles.map(([id, title]) => source(id, title));
    expect((await store.change(dossier, edits, ana)).ok).toBe(true);
    return { database, store };
  };

  const find = async (database: Database, query: string, viewer = 'ana', dossiers = [dossier]) => {
    const request = { terms: readSearch(query), dossiers, viewer, limit: 100, offset: 0 };
    return (await searchEntries(database, request)).hits.map(({ record }) => record);
  };

  test('finds words of every script, without regard to case and accents', async () => {
    const { database } = await library();
    const wanted: readonly (readonly [string, string])[] = [
      ['ПРИПИНЕННЯ вогню ', 'uk'],
      ['елка ', 'ru'],
      ['إطلاق ', 'ar'],
      ['אש ', 'he'],
      ['停火 ', 'zh'],
      ['หยุดยิง', 'th'],
      ['hafen ', 'de'],
      ['NAIVE ', 'fr'],
    ];
    for (const [query, id] of wanted)
      expect([query, await find(database, query)]).toEqual([query, [id]]);
  });

  test('finds clauses by their words, phrases in their order, and leaves out what is unwanted', async () => {
    const { database, store } = await library();
    const edits = [source('one', 'grey seals rest'), source('two', 'seals rest on grey rocks')];
    await store.change(dossier, edits, ana);
    expect((await find(database, 'grey seals ')).toSorted()).toEqual(['one', 'two']);
    expect(await find(database, '"grey seals"')).toEqual(['one']);
    expect(await find(database, 'seals -rocks ')).toEqual(['one']);
    expect((await find(database, 'sea')).toSorted()).toEqual(['one', 'two']);
    expect(await find(database, 'sea ')).toEqual([]);
    expect(await find(database, '-seals')).toEqual([]);
    const clauses = await find(database, 'union');
    expect(clauses.length).toBeGreaterThan(0);
  });

  test('a word in the title counts for more than one in a note', async () => {
    const { database, store } = await library();
    const long =
      'nothing of any interest here, and then a walrus among many other words at the end';
    const edits = [source('note', 'Some report', long), source('title', 'The walrus')];
    await store.change(dossier, edits, ana);
    expect(await find(database, 'walrus ')).toEqual(['title', 'note']);
  });

  test('follows edits, undoing and deletion at once', async () => {
    const { database, store } = await library();
    const made = await store.change(dossier, [source('x', 'A heron')], ana);
    if (!made.ok) throw new Error('not made');
    expect(await find(database, 'heron ')).toEqual(['x']);
    const body = { id: 'x', publisher: 'P', title: 'A stork', language: 'en' };
    const base = made.change.number;
    await store.change(dossier, [{ op: 'put', kind: 'source', id: 'x', base, body }], ana);
    expect(await find(database, 'heron ')).toEqual([]);
    expect(await find(database, 'stork ')).toEqual(['x']);
    await store.undo(dossier, base + 1, ana);
    expect(await find(database, 'heron ')).toEqual(['x']);
    await store.remove(dossier);
    expect(await find(database, 'heron ')).toEqual([]);
    expect(await database.db.selectFrom('search_entry').selectAll().execute()).toEqual([]);
  });

  test('private notes are found by their author and by nobody else', async () => {
    const { database, store } = await library();
    const paper = readExample(dossier).papers[0]?.id ?? '';
    const note = {
      ...{ id: 'secret', target: { paper }, body: 'A capercaillie', author: 'Ana' },
      ...{ at: '2026-11-24', visibility: 'private' },
    };
    const put: Edit = { op: 'put', kind: 'annotation', id: 'secret', base: null, body: note };
    expect((await store.change(dossier, [put], ana)).ok).toBe(true);
    expect(await find(database, 'capercaillie ', 'ana')).toEqual(['secret']);
    expect(await find(database, 'capercaillie ', 'oleh')).toEqual([]);
  });

  test('only the dossiers that are named are looked through', async () => {
    const { database, store } = await library();
    await store.create(readExample('istanbul-2025'), ana);
    expect((await find(database, 'ceasefire', 'ana', ['istanbul-2025'])).length).toBeGreaterThan(0);
    expect(await find(database, 'ceasefire', 'ana', [])).toEqual([]);
  });

  test('an index that is missing or of another form is made anew', async () => {
    const { database } = await library();
    await database.db.deleteFrom('search_entry').execute();
    await database.db.deleteFrom('search_state').execute();
    await ensureIndexed(database);
    expect(await find(database, 'naive ')).toEqual(['fr']);
    await ensureIndexed(database);
    expect(await find(database, 'naive ')).toEqual(['fr']);
  });

  test('whatever is typed is answered', async () => {
    const { database } = await library();
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-"'()*:&|!<>^~%_\\ a-z]{0,20}$/),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (query) => {
        expect(Array.isArray(await find(database, query))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
