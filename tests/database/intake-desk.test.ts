// Desks on which papers are prepared, on both engines, and the whole way from bytes to a dossier.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { stepCuts, editCuts, findCuts } from '#lib/app/intake-cuts.ts';
import {
  addFiles,
  changeDesk,
  findDesk as findState,
  listDesks as listOwn,
  openDesk,
  readAgain,
  removeFile,
} from '#lib/app/intake-desk.ts';
import { draftDesk } from '#lib/app/intake-draft.ts';
import { stopDraft } from '#lib/app/intake-drafting.ts';
import { lookAtDesk } from '#lib/app/intake-look.ts';
import { findMade } from '#lib/app/intake-made.ts';
import { cancelReading } from '#lib/app/intake-reading.ts';
import { rowsOf } from '#lib/app/intake-rows.ts';
import { takeWords } from '#lib/app/intake-words.ts';
import { loneViewer, type Viewer } from '#lib/app/viewer.ts';
import type { Workspace } from '#lib/app/workspace.ts';
import type { Database } from '#lib/server/database.ts';
import { openDossierStore } from '#lib/server/dossier-store.ts';
import * as desks from '#lib/server/intake-desk.ts';
import { onBothEngines } from '../support/databases.ts';

const at = '2031-06-01T10:00:00.000Z';
const day = (number: number): string => `2031-06-${String(number).padStart(2, '0')}T10:00:00.000Z`;

/** What a workspace is to a desk: its database and store. */
function workspaceOf(database: Database): Workspace {
  const nowhere = { dataFolder: '', database: database.place, examples: '' };
  const folders = { list: () => Promise.resolve([]), find: () => Promise.resolve(undefined) };
  return {
    ...{ place: nowhere, database, store: openDossierStore(database), close: database.close },
    folders: folders as unknown as Workspace['folders'],
  };
}

const me = loneViewer('Me');
const another: Viewer = { ...me, id: 'another', via: 'session' };

const paper = (name: string, words: string) => ({
  name,
  bytes: new TextEncoder().encode(words),
});

const board = paper(
  'board.md',
  '# Proposal of the Board\n\n2 May 2031\n\n1. The week has 38 hours; overtime is paid.\n2. Wages rise by 3 percent.\n',
);
const union = paper(
  'union.txt',
  'Position of the Union\n\n1. The week has 35 hours at most.\n2. Wages rise by 6 percent.\n',
);
const broken = paper('broken.pdf', '%PDF-1.7 and then nothing');
const target = { dossier: '', title: 'Talks', packs: ['labour'] };

onBothEngines('a desk', ({ open }) => {
  test('is there for the person alone who laid it out', async () => {
    const { db } = await open();
    const id = await desks.layDesk(db, { viewer: 'ann', at, state: 'a' });
    expect(await desks.findDesk(db, { id, viewer: 'ann' })).toEqual({ version: 1, state: 'a' });
    expect(await desks.findDesk(db, { id, viewer: 'bob' })).toBeUndefined();
    const plan = () => ({ state: 'b', answer: 'done' });
    expect(await desks.changeDesk(db, { id, viewer: 'bob', at }, plan)).toBeUndefined();
    await desks.clearDesk(db, { id, viewer: 'bob' });
    expect(await desks.listDesks(db, 'ann')).toEqual([{ id, at, state: 'a' }]);
    expect(await desks.listDesks(db, 'bob')).toEqual([]);
  });

  test('keeps every change of many that come at once', async () => {
    const { db } = await open();
    const id = await desks.layDesk(db, { viewer: 'ann', at, state: '' });
    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    await Promise.all(
      letters.map((letter) =>
        desks.changeDesk(db, { id, viewer: 'ann', at }, (state) => ({
          ...{ state: state + letter, answer: undefined },
        })),
      ),
    );
    const found = await desks.findDesk(db, { id, viewer: 'ann' });
    expect((found?.state ?? '').split('').toSorted()).toEqual(letters);
    expect(found?.version).toBe(letters.length + 1);
  });

  test('is gone with its files a week after its last change', async () => {
    const { db } = await open();
    const [old, kept] = [
      await desks.layDesk(db, { viewer: 'ann', at: day(1), state: '' }),
      await desks.layDesk(db, { viewer: 'ann', at: day(1), state: '' }),
    ];
    const file = await desks.layFile(db, { desk: old, bytes: new Uint8Array([1, 2]) });
    expect(await desks.findFileBytes(db, { desk: old, id: file })).toHaveLength(2);
    const plan = () => ({ state: 'used', answer: undefined });
    await desks.changeDesk(db, { id: kept, viewer: 'ann', at: day(5) }, plan);
    await desks.layDesk(db, { viewer: 'bob', at: day(9), state: '' });
    expect((await desks.listDesks(db, 'ann')).map(({ id }) => id)).toEqual([kept]);
    expect(await desks.findFileBytes(db, { desk: old, id: file })).toBeUndefined();
  });
});

onBothEngines('from files to a draft', ({ open }) => {
  /** A desk with files on it, all of them read or refused. */
  async function prepare(files: readonly (typeof board)[], more = {}) {
    const workspace = workspaceOf(await open());
    const opened = await openDesk(workspace, {
      ...{ files, revisions: 'accepted', target: { ...target, ...more }, viewer: me, at },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const question = { id: opened.value, viewer: me, at };
    await settled(workspace, question);
    return { workspace, question };
  }

  async function settled(workspace: Workspace, question: Parameters<typeof lookAtDesk>[1]) {
    for (let waited = 0; waited < 25_000; waited += 50) {
      const look = await lookAtDesk(workspace, question, '');
      if (!look.ok) throw new Error(JSON.stringify(look.problems));
      if (!look.value.isBusy) return look.value;
      await sleep(50);
    }
    throw new Error('reading did not end');
  }

  const type = (workspace: Workspace, question: Parameters<typeof lookAtDesk>[1], words: object) =>
    changeDesk(workspace, question, (state) => ({
      ok: true,
      value: takeWords(
        state,
        new Map(Object.entries(words).map(([name, word]) => [name, [String(word)]])),
      ),
    }));

  test('papers are read, told apart from what cannot be read, and drafted', async () => {
    const { workspace, question } = await prepare([board, union, broken]);
    const { files } = await settled(workspace, question);
    expect(files.map(({ reading }) => reading)).toMatchObject([
      { status: 'read' },
      { status: 'read' },
      { status: 'refused', code: 'malformed' },
    ]);
    expect(files[0]?.parts[0]?.words).toMatchObject({ party: 'Board', dated: '2031-05-02' });
    const made = await draftDesk(workspace, question);
    expect(made).toMatchObject({ ok: true, value: { dossier: 'talks', number: 1 } });
    const state = await workspace.store.load('talks');
    if (!state.ok) throw new Error(JSON.stringify(state.problems));
    const { papers } = state.value.dossier;
    expect(papers.map(({ dated, undated }) => [dated, undated])).toEqual([
      ['2031-05-02', false],
      [expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), true],
    ]);
    // The desk is cleared when its papers are where they belong, and tells who may know where that is.
    expect((await findState(workspace, question)).ok).toBe(false);
    expect((await addFiles(workspace, question, { files: [board], revisions: '' })).ok).toBe(false);
    expect(await listOwn(workspace, me)).toEqual([]);
    expect(await findMade(workspace, question)).toMatchObject({ id: 'talks', title: 'Talks' });
    expect(await findMade(workspace, { ...question, viewer: another })).toBeUndefined();
    const { db } = workspace.database;
    const key = { desk: question.id, id: files[0]?.id ?? '' };
    expect(await desks.findFileBytes(db, key)).toBeUndefined();
    await workspace.store.remove('talks');
    expect(await findMade(workspace, question)).toBeUndefined();
  });

  test('what is missing keeps the desk as it is', async () => {
    const { workspace, question } = await prepare([union], { title: '' });
    const part = (await settled(workspace, question)).files[0]?.parts[0]?.id ?? '';
    await type(workspace, question, { [`${part}.party`]: '', [`${part}.title`]: 'Kept' });
    const made = await draftDesk(workspace, question);
    expect(made.ok ? [] : made.problems.map(({ path }) => path)).toEqual([
      'title',
      `${part}.party`,
    ]);
    const [file] = (await settled(workspace, question)).files;
    expect(file?.parts[0]?.words.title).toBe('Kept');
  });

  /** Begins a draft and waits until a thread works on it. */
  async function begin(
    workspace: Workspace,
    question: Parameters<typeof draftDesk>[1],
  ): Promise<{ readonly made: ReturnType<typeof draftDesk>; readonly worker: Worker }> {
    const { promise, resolve } = Promise.withResolvers<Worker>();
    const listen = (message: unknown): void => resolve((message as { worker: Worker }).worker);
    subscribe('worker_threads', listen);
    const made = draftDesk(workspace, question);
    const worker = await promise;
    unsubscribe('worker_threads', listen);
    return { made, worker };
  }

  test.each(['stopped', 'given up'] as const)(
    'a draft that is %s ends its thread, stores nothing and leaves the desk as it was',
    async (how) => {
      const { workspace, question } = await prepare([board, union]);
      const before = await findState(workspace, question);
      const leaving = new AbortController();
      const { made, worker } = await begin(workspace, { ...question, signal: leaving.signal });
      const ended = once(worker, 'exit');
      expect((await settled(workspace, question)).isDrafting).toBe(true);
      expect(await stopDraft(workspace, { ...question, viewer: another })).toBe(false);
      if (how === 'given up') leaving.abort();
      else expect(await stopDraft(workspace, question)).toBe(true);
      expect(await made).toMatchObject({ ok: false, problems: [{ code: 'cancelled' }] });
      await ended;
      expect(await workspace.store.list()).toEqual([]);
      expect(await findState(workspace, question)).toEqual(before);
      expect(await stopDraft(workspace, question)).toBe(false);
      expect(await draftDesk(workspace, question)).toMatchObject({ ok: true });
    },
  );

  test('a draft that another server was told to stop is not stored', async () => {
    const { workspace, question } = await prepare([board]);
    const { made } = await begin(workspace, question);
    // What another server does: it changes the desk and has no thread to end.
    await changeDesk(workspace, question, ({ drafting: _, ...state }) => ({
      ok: true,
      value: state,
    }));
    expect(await made).toMatchObject({ ok: false, problems: [{ code: 'cancelled' }] });
    expect(await workspace.store.list()).toEqual([]);
  });

  test('a desk is made into one dossier, however often that is asked for at once', async () => {
    const { workspace, question } = await prepare([board]);
    const { made } = await begin(workspace, question);
    expect(await draftDesk(workspace, question)).toMatchObject({
      ok: false,
      problems: [{ code: 'draft_under_way' }],
    });
    expect((await made).ok).toBe(true);
    expect(await workspace.store.list()).toHaveLength(1);
  });

  test('two files of one party under a long and a short name are one party', async () => {
    const { workspace, question } = await prepare([
      paper('a.md', '# Proposal of Kestria\n\n1. The port stays open.\n'),
      paper('b.md', '# Reply of the Kestrian Federation\n\n1. The port is closed.\n'),
    ]);
    const { files } = await settled(workspace, question);
    const parties = files.flatMap(({ parts }) => parts.map(({ words }) => words.party));
    expect(parties).toHaveLength(2);
    expect(new Set(parties).size).toBe(1);
  });

  test('a dossier somebody may not edit is no place for papers', async () => {
    const { workspace, question } = await prepare([union], { dossier: 'of-others' });
    const made = await draftDesk(workspace, { ...question, viewer: me });
    expect(made.ok).toBe(false);
    expect(await lookAtDesk(workspace, { ...question, viewer: another }, '')).toMatchObject({
      ok: false,
      problems: [{ code: 'desk_gone' }],
    });
  });

  test('edits of the cuts are kept, undone and redone, and go into the draft', async () => {
    const { workspace, question } = await prepare([board]);
    const part = (await settled(workspace, question)).files[0]?.parts[0]?.id ?? '';
    const pieces = async () => {
      const found = await findCuts(workspace, question, part);
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      return rowsOf(found.value.segmentation, found.value.document.text);
    };
    const clause = (await pieces()).find(({ text }) => text.includes('overtime'));
    const nothing = { locator: '', at: '', words: '', group: '', choice: '' };
    const order = { ...nothing, piece: clause?.id ?? '', what: 'split', words: 'overtime' };
    const before = (await pieces()).length;
    const split = await editCuts(workspace, question, { paper: part, order });
    expect(split).toMatchObject({ ok: true });
    expect(await pieces()).toHaveLength(before + 1);
    await stepCuts(workspace, question, { paper: part, step: 'undo' });
    expect(await pieces()).toHaveLength(before);
    // Nothing is left to be undone, and that is no error.
    expect((await stepCuts(workspace, question, { paper: part, step: 'undo' })).ok).toBe(true);
    await stepCuts(workspace, question, { paper: part, step: 'redo' });
    const made = await draftDesk(workspace, question);
    expect(made.ok ? [] : made.problems).toEqual([]);
    const state = await workspace.store.load('talks');
    const [read] = state.ok ? state.value.dossier.papers : [];
    const texts = read?.clauses.map(({ span }) => read.text.slice(span.from, span.to));
    expect(texts).toContain('overtime is paid.');
  });

  test('a file is cancelled, read again, and removed', async () => {
    const { workspace, question } = await prepare([union]);
    await addFiles(workspace, question, { files: [board], revisions: 'both' });
    const added = await findState(workspace, question);
    const id = (added.ok && added.value.files[1]?.id) || '';
    await cancelReading(workspace, question, id);
    const statuses = async () =>
      (await settled(workspace, question)).files.map(({ reading }) => reading.status);
    expect(await statuses()).toEqual(['read', 'cancelled']);
    await readAgain(workspace, question, { file: id, revisions: 'rejected' });
    expect(await statuses()).toEqual(['read', 'read']);
    await removeFile(workspace, question, id);
    expect(await statuses()).toEqual(['read']);
    const { db } = workspace.database;
    expect(await desks.findFileBytes(db, { desk: question.id, id })).toBeUndefined();
  });

  test('nothing, and more than a desk holds, is not taken', async () => {
    const workspace = workspaceOf(await open());
    const order = { revisions: 'accepted', target, viewer: me, at };
    const many = Array.from({ length: 25 }, () => union);
    for (const files of [[], many])
      expect((await openDesk(workspace, { ...order, files })).ok).toBe(false);
    expect(await listOwn(workspace, me)).toEqual([]);
  });
});
