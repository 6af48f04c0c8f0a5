import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { aDossier, aNorm } from '../../../../tests/support/builders.ts';
import { readExample } from '../../../../tests/golden/read-dossier.ts';
import { buildCompareView } from '../build-compare-view.ts';
import { readCompareQuery } from '../compare-query.ts';
import { buildGlossary } from './build-glossary.ts';
import type { EntryView } from './glossary-view.ts';

const istanbul = readExample('istanbul-2025');

const entriesOf = (dossier: Dossier, section: string, text = ''): readonly EntryView[] =>
  buildGlossary(dossier, text)
    .sections.filter(({ id }) => id === section)
    .flatMap(({ groups }) => groups.flatMap(({ entries }) => entries));

describe('acts', () => {
  test('are all there, by letter, each once', () => {
    const [acts] = buildGlossary(istanbul).sections;
    const entries = acts?.groups.flatMap((group) => group.entries) ?? [];
    expect(entries.map(({ id }) => id).toSorted()).toEqual(
      istanbul.acts.map(({ id }) => id).toSorted(),
    );
    for (const { title, entries: own } of acts?.groups ?? [])
      for (const { label } of own) expect(label.startsWith(title)).toBe(true);
  });

  test('tell their links with the kind of premise and its ground, exclusion at both ends', () => {
    const neutral = entriesOf(istanbul, 'acts').find(({ label }) => label === 'Be neutral');
    const [excludes] = neutral?.related ?? [];
    expect(excludes).toMatchObject({ word: 'excludes', label: 'join a military alliance' });
    expect(excludes?.ground).toMatch(/^definitional, /);
    const alliance = entriesOf(istanbul, 'acts').find(({ anchor }) =>
      excludes?.href?.endsWith(encodeURIComponent(anchor)),
    );
    const back = alliance?.related.find(({ word }) => word === 'excludes');
    expect(back?.ground).toBe(excludes?.ground);
    expect(alliance?.related.find(({ word }) => word === 'has as a kind')?.ground).toBeUndefined();
  });

  test('name who disputes a link', () => {
    const basis = { kind: 'legal', judgement: 'so held', disputedBy: ['b'] };
    const fields = { links: [{ id: 'l', from: 'x', relation: 'requires', to: 'y', basis }] };
    const stated = entriesOf(aDossier({ says: [aNorm('a', 'must')], fields }), 'acts').find(
      ({ id }) => id === 'x',
    );
    expect(stated?.related[0]?.disputed).toContain('B');
  });

  test('count by whom they are used, and lead to rows that the comparison has', () => {
    const used = entriesOf(istanbul, 'acts').filter(({ usage }) => (usage?.total ?? 0) > 0);
    expect(used.length).toBeGreaterThan(50);
    const comparison = compare(istanbul);
    const told = { dossier: istanbul, comparison, renderText: (text: string) => text };
    for (const { usage } of used) {
      const { searchParams } = new URL(usage?.href ?? '', 'http://localhost');
      const read = readCompareQuery(searchParams, istanbul);
      expect(read.unknown).toEqual([]);
      const view = buildCompareView(told, { ...read, now: '2026-11-23T09:20:00Z' });
      expect(view.issues.length).toBeGreaterThan(0);
    }
  });

  test('of a superseded paper do not count as used', () => {
    const dossier = aDossier({ says: [aNorm('a', 'must'), aNorm('b', 'must', { act: 'y' })] });
    const papers = dossier.papers.map((paper) =>
      paper.id === 'paper-b' ? { ...paper, supersedes: 'paper-a' } : paper,
    );
    const acts = entriesOf({ ...dossier, papers }, 'acts');
    expect(acts.find(({ id }) => id === 'x')?.usage?.total).toBe(0);
    expect(acts.find(({ id }) => id === 'y')?.usage).toMatchObject({ total: 1, by: 'B 1' });
  });
});

test('own terms stand in quotation marks with whose they are, in the printed order of parties', () => {
  const { parties, alphabet } = buildGlossary(istanbul);
  expect([parties, alphabet]).toEqual([['Russia', 'Ukraine'], 'English']);
  const actors = entriesOf(istanbul, 'actors').flatMap(({ variants }) => variants);
  expect(actors).toContainEqual({ quoted: '“Kyiv”', by: 'Ukraine' });
  const kyiv = actors.findIndex(({ quoted }) => quoted === '“Kyiv”');
  expect(actors[kyiv - 1]).toEqual({ quoted: '“Kiev”', by: 'Russia' });
});

test('scopes tell wholes with their parts, and parts with their wholes', () => {
  const says = [aNorm('a', 'must', { scope: { time: ['calm'] } })];
  const scopes = entriesOf(aDossier({ says }), 'scopes');
  expect(scopes.map(({ label }) => label)).toEqual(['Calm', 'Peace', 'War', 'Truce', 'N', 'S']);
  expect(scopes[0]).toMatchObject({ kind: 'whole', usage: { total: 1, by: 'A 1' } });
  expect(scopes[0]?.related[0]).toMatchObject({ word: 'consists of', label: 'peace and truce' });
  expect(scopes[0]?.related[0]?.ground).toContain('interpretive');
  expect(scopes[1]?.related).toEqual([{ word: 'is part of', label: 'calm' }]);
});

test('events count orders and conditions', () => {
  const ceasefire = entriesOf(istanbul, 'events').find(({ label }) => /ceasefire/i.test(label));
  expect(ceasefire?.usage?.by).toMatch(/^Russia \d+, Ukraine \d+$/);
});

describe('the filter', () => {
  test('finds own terms and labels whatever their case, all words at once', () => {
    const found = buildGlossary(istanbul, 'KIEV');
    expect(found.sections.map(({ id }) => id)).toEqual(['actors']);
    expect(found.shown).toBe(1);
    expect(found.total).toBe(buildGlossary(istanbul).total);
    expect(buildGlossary(istanbul, 'kiev zebra').sections).toEqual([]);
  });

  test('leaves no link to an entry that it left out', () => {
    const { sections } = buildGlossary(istanbul, 'join nato');
    const entries = sections.flatMap(({ groups }) => groups.flatMap((group) => group.entries));
    const anchors = new Set(entries.map(({ anchor }) => `#${encodeURIComponent(anchor)}`));
    for (const { href } of entries.flatMap(({ related }) => related))
      if (href !== undefined) expect(anchors).toContain(href);
  });
});

test('every anchor is used once', () => {
  for (const dossier of [istanbul, readExample('plans-2025'), readExample('port-wages')]) {
    const { sections } = buildGlossary(dossier);
    const anchors = sections.flatMap(({ id, groups }) => [
      id,
      ...groups.flatMap(({ anchor, entries }) => [anchor, ...entries.map((e) => e.anchor)]),
    ]);
    expect(new Set(anchors).size).toBe(anchors.length);
  }
});

test('letters of any script get a place of their own', () => {
  const acts = ['відвести війська', 'Ділити', 'withdraw', '1 thing', 'انسحاب'];
  const dossier = {
    ...istanbul,
    acts: acts.map((label, index) => ({ id: `a${String(index)}`, label, variants: [] })),
    ...{ links: [], provisions: [] },
  };
  const titles = buildGlossary(dossier).sections[0]?.groups.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['#', 'W', 'В', 'Д', 'ا']));
});
