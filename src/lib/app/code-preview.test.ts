import { expect, test } from 'vitest';
import { splitDossier } from '#lib/model/dossier-records.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Edit } from '#lib/model/edit.ts';
import { recordKey, type StoredRecord } from '#lib/model/record.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { aDossier, aNorm, anOrder, type Sketch } from '../../../tests/support/builders.ts';
import { previewCoding } from './code-preview.ts';

/** A dossier as if it had been read from the database. */
function stored(dossier: Dossier): StoredState {
  const { records, texts } = splitDossier(dossier);
  const kept = records.map((record): [string, StoredRecord] => [
    recordKey(record.kind, record.id),
    { ...record, version: 1, privateTo: null },
  ]);
  const at = '2025-06-02T10:00:00Z';
  const set = { records: new Map(kept), texts };
  return { sequence: 1, createdAt: at, changedAt: at, dossier, set };
}

/** The effects of changing one provision of a dossier, as `state relation`. */
function effectsOf(says: readonly Sketch[], id: string, change: Readonly<Record<string, unknown>>) {
  const dossier = aDossier({ says });
  const body = { ...dossier.provisions.find((p) => p.id === id), ...change };
  const edits: readonly Edit[] = [{ op: 'put', kind: 'provision', id, base: 1, body }];
  const told = previewCoding(stored(dossier), { edits, provision: id, author: 'ann' });
  if (!told.ok) throw new Error(JSON.stringify(told.problems));
  return told.value.effects;
}

const brief = (effects: ReturnType<typeof effectsOf>) =>
  effects.map(({ state, relation }) => `${state} ${relation ?? 'notice'}`);

const must = aNorm('a', 'must', { id: 'pa' });

test('what leaves the provision as it is changes nothing, and tells what rests on it', () => {
  const effects = effectsOf([must, aNorm('b', 'must-not', { id: 'pb' })], 'pb', {});
  expect(brief(effects)).toEqual(['same incompatible']);
  expect(effects[0]?.sentence).not.toBe('');
});

test('a finding that turns out otherwise says what it was', () => {
  const effects = effectsOf([must, aNorm('b', 'must-not', { id: 'pb' })], 'pb', {
    modality: 'must',
  });
  expect(brief(effects)).toEqual(['changed same-terms']);
  expect(effects[0]?.was).toBe('incompatible as written');
});

test('an act of its own takes the finding away and leaves each side alone', () => {
  const effects = effectsOf([must, aNorm('b', 'must-not', { id: 'pb' })], 'pb', { act: 'y' });
  expect(brief(effects)).toContain('gone incompatible');
  expect(brief(effects)).toContain('new one-side-only');
});

test('other bearers on the same act are told as a near miss', () => {
  const effects = effectsOf([must, aNorm('b', 'must-not', { id: 'pb' })], 'pb', {
    bearers: ['two'],
  });
  expect(brief(effects)).toContain('new notice');
});

test('an order that closes a circle is told as such', () => {
  const says = [anOrder('a', 'e', 'f', { id: 'oa' }), anOrder('b', 'e', 'g', { id: 'ob' })];
  const effects = effectsOf(says, 'ob', { before: 'f', after: 'e' });
  expect(effects.some(({ word }) => /circular/i.test(word))).toBe(true);
});

test('what cannot be stored is told with its place', () => {
  const dossier = aDossier({ says: [must] });
  const body = { ...dossier.provisions[0], act: 'nothing-known' };
  const edits: readonly Edit[] = [{ op: 'put', kind: 'provision', id: 'pa', base: 1, body }];
  const told = previewCoding(stored(dossier), { edits, provision: 'pa', author: 'ann' });
  expect(told).toMatchObject({ ok: false });
  if (!told.ok) expect(told.problems[0]?.path).toContain('act');
});
