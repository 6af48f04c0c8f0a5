import { expect, test } from 'vitest';
import { aDossier, aNorm } from '../../../tests/support/builders.ts';
import { applyEdits, type Applied, type RecordSet } from './apply-edits.ts';
import { canonicalJson } from './digest.ts';
import { joinRecords, splitDossier } from './dossier-records.ts';
import type { Dossier } from './dossier.ts';
import type { Edit } from './edit.ts';
import { recordKey } from './record.ts';
import { randomDossier } from '../../../tests/support/arbitrary-dossier.ts';

const dossier = aDossier({ says: [aNorm('a', 'must'), aNorm('b', 'must-not')] });

/** A dossier as it is after its first change. */
function stored(of: Dossier): RecordSet {
  const { records, texts } = splitDossier(of);
  const entries = records.map((r) => [
    recordKey(r.kind, r.id),
    { ...r, version: 1, privateTo: null },
  ]);
  return { records: new Map(entries as never), texts };
}

const apply = (edits: readonly Edit[], set = stored(dossier), number = 2): Applied =>
  applyEdits(set, edits, { number, author: 'maria' });

const codes = (applied: Applied): readonly string[] =>
  applied.ok || applied.reason === 'conflict' ? [] : applied.problems.map(({ code }) => code);

const act = { id: 'rest', label: 'do something else' };

test('a dossier taken apart and put together is the same, over 300 random ones', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const whole = randomDossier(seed);
    const joined = joinRecords(splitDossier(whole));
    expect(joined.ok && canonicalJson(joined.value)).toBe(canonicalJson(whole));
  }
});

test('a new record goes to the end, or behind the one it names', () => {
  const pause = { id: 'pause', label: 'do nothing' };
  const applied = apply([
    { op: 'put', kind: 'act', id: 'rest', base: null, body: act },
    { op: 'put', kind: 'act', id: 'pause', base: null, body: pause, after: null },
  ]);
  const ids = applied.ok ? applied.dossier.acts.map(({ id }) => id) : [];
  expect([ids[0], ids.at(-1)]).toEqual(['pause', 'rest']);
  expect(applied.ok && applied.changes.map(({ after }) => after?.version)).toEqual([2, 2]);
});

test('a moved record stands behind the one it names and keeps its body', () => {
  const first = dossier.actors[0]?.id ?? '';
  const last = dossier.actors.at(-1)?.id ?? '';
  const applied = apply([{ op: 'move', kind: 'actor', id: first, base: 1, after: last }]);
  expect(applied.ok && applied.dossier.actors.at(-1)).toEqual(dossier.actors[0]);
});

test('an edit on an old version is a conflict with both bodies, and nothing else is done', () => {
  const one = apply([{ op: 'put', kind: 'act', id: 'x', base: 1, body: { ...act, id: 'x' } }]);
  if (!one.ok) throw new Error(JSON.stringify(one));
  const mine = { id: 'x', label: 'mine' };
  const two = apply(
    [
      { op: 'put', kind: 'act', id: 'x', base: 1, body: mine },
      { op: 'put', kind: 'act', id: 'rest', base: null, body: act },
    ],
    one.next,
    3,
  );
  expect(two).toEqual({
    ok: false,
    reason: 'conflict',
    conflicts: [
      {
        kind: 'act',
        id: 'x',
        base: 1,
        yours: mine,
        theirs: expect.objectContaining({ label: act.label }) as unknown,
        version: 2,
      },
    ],
  });
});

test('making a record that is there, and editing one that is gone, are conflicts', () => {
  expect(
    apply([{ op: 'put', kind: 'act', id: 'x', base: null, body: { ...act, id: 'x' } }]),
  ).toMatchObject({
    reason: 'conflict',
    conflicts: [{ base: null, version: 1 }],
  });
  expect(apply([{ op: 'delete', kind: 'act', id: 'gone', base: 1 }])).toMatchObject({
    reason: 'conflict',
    conflicts: [{ theirs: null, version: null }],
  });
});

test('what others refer to cannot be deleted; the refusal names them', () => {
  const refused = apply([{ op: 'delete', kind: 'act', id: 'x', base: 1 }]);
  expect(codes(refused)).toContain('unknown_reference');
  const paths =
    refused.ok || refused.reason === 'conflict' ? [] : refused.problems.map(({ path }) => path);
  expect(paths.every((path) => path.startsWith('provision/'))).toBe(true);
});

test.each<[string, Edit, string]>([
  ['head', { op: 'delete', kind: 'head', id: 'head', base: 1 }, 'head_stays'],
  ['another id', { op: 'put', kind: 'act', id: 'x', base: 1, body: act }, 'id_changed'],
  [
    'a body without label',
    { op: 'put', kind: 'act', id: 'x', base: 1, body: { id: 'x' } },
    'invalid_type',
  ],
  [
    'no such neighbour',
    { op: 'move', kind: 'act', id: 'x', base: 1, after: 'nobody' },
    'unknown_place',
  ],
])('%s is refused', (_, edit, code) => {
  expect(codes(apply([edit]))).toContain(code);
});

test('the text of a paper never changes, a new paper needs one', () => {
  const [paper] = dossier.papers;
  if (paper === undefined) throw new Error('the dossier has no paper');
  const { text: _text, clauses: _clauses, ...body } = paper;
  const put = (fields: object, base: number | null = 1): Edit => ({
    ...{ op: 'put', kind: 'paper', id: paper.id, base },
    body: { ...body, ...fields },
  });
  expect(codes(apply([put({ text: 'Another text.' })]))).toEqual(['text_immutable']);
  expect(codes(apply([put({ sha256: '0'.repeat(64) })]))).toEqual(['text_immutable']);
  expect(apply([put({ text: paper.text, title: 'Another title' })]).ok).toBe(true);
  const fresh = { ...body, id: 'fresh', sha256: undefined };
  const add = (fields: object): Edit => ({
    ...{ op: 'put', kind: 'paper', id: 'fresh', base: null },
    body: { ...fresh, ...fields },
  });
  expect(codes(apply([add({})]))).toEqual(['text_missing']);
  const added = apply([add({ text: 'A new text.', supersedes: paper.id })]);
  expect(added.ok && added.dossier.papers.at(-1)?.text).toBe('A new text.');
});

test('an edit that changes nothing makes no new version', () => {
  const body = dossier.acts.find(({ id }) => id === 'x');
  const applied = apply([{ op: 'put', kind: 'act', id: 'x', base: 1, body: { ...body } }]);
  expect(applied.ok && applied.changes).toEqual([]);
  expect(applied.ok && applied.next.records.get('act/x')?.version).toBe(1);
});

test('a private note is its author’s: it is stored, yet no part of the dossier others see', () => {
  const paper = dossier.papers[0]?.id ?? '';
  const note = {
    ...{ id: 'n1', target: { paper }, body: 'Mine alone.', author: 'Maria' },
    ...{ at: '2026-01-01T00:00:00Z', visibility: 'private' },
  };
  const applied = apply([{ op: 'put', kind: 'annotation', id: 'n1', base: null, body: note }]);
  if (!applied.ok) throw new Error(JSON.stringify(applied));
  expect(applied.dossier.annotations).toEqual([]);
  expect(applied.next.records.get('annotation/n1')?.privateTo).toBe('maria');
  const lost = { ...note, target: { paper: 'nothing' } };
  expect(
    codes(apply([{ op: 'put', kind: 'annotation', id: 'n1', base: null, body: lost }])),
  ).toContain('unknown_reference');
});
