import { describe, expect, test } from 'vitest';
import { checkDossier } from '#lib/model/check-dossier.ts';
import { onlyErrors } from '#lib/model/dossier-problem.ts';
import { addPack } from './add-pack.ts';
import { emptyDossier } from '../draft/empty-dossier.ts';
import { choosePacks, starterPacks } from './starter-packs.ts';

const blank = emptyDossier({ id: 'new', title: 'New' });

describe.each(starterPacks.map((pack) => [pack.id, pack] as const))('the pack %s', (_, pack) => {
  test('makes a dossier without errors', () => {
    expect(onlyErrors(checkDossier(addPack(blank, pack)))).toEqual([]);
  });

  test('warns of its unused vocabulary in a line for each list, not for each record', () => {
    const unused = checkDossier(addPack(blank, pack)).filter(({ code }) =>
      code.startsWith('unused'),
    );
    expect(unused.map(({ path }) => path)).toEqual(['acts', 'events']);
  });

  test('adds nothing when it is added again', () => {
    const once = addPack(blank, pack);
    expect(addPack(once, pack)).toEqual(once);
  });

  test('puts every act under an issue of its own and gives both English phrases', () => {
    const issues = new Set(pack.issues.map(({ id }) => id));
    expect(pack.acts.filter(({ issue }) => !issues.has(issue))).toEqual([]);
    const silent = [...pack.issues, ...pack.acts].filter(({ phrases }) => !phrases['en']?.length);
    expect(silent).toEqual([]);
  });

  test('says no phrase for two acts', () => {
    const said = pack.acts.flatMap(({ phrases }) => phrases['en'] ?? []);
    expect(said.filter((phrase, index) => said.indexOf(phrase) !== index)).toEqual([]);
  });
});

test('packs are chosen by id, in the order of the list, and unknown ids name none', () => {
  expect(choosePacks(['trade', 'nothing', 'labour']).map(({ id }) => id)).toEqual([
    'labour',
    'trade',
  ]);
});

test('all packs together make one dossier without errors', () => {
  const all = starterPacks.reduce(addPack, blank);
  expect(onlyErrors(checkDossier(all))).toEqual([]);
});
