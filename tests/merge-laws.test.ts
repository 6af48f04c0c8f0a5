// Laws of merging, over random dossiers. Two of different seeds share many ids with other content,
// texts and order, which is harder than what two copies of one negotiation ever are.
import { expect, test } from 'vitest';
import { formatBundle } from '#lib/formats/format-bundle.ts';
import { applyEdits, type RecordSet } from '#lib/model/apply-edits.ts';
import { findDifferences, pairLists } from '#lib/model/dossier-difference.ts';
import { splitDossier } from '#lib/model/dossier-records.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { mergeEdits, takeAllButRemovals, type Take } from '#lib/model/merge-edits.ts';
import { recordKey } from '#lib/model/record.ts';
import { randomDossier, randomFrom } from './support/arbitrary-dossier.ts';

const seeds = Array.from({ length: 150 }, (_, seed) => seed + 1);
const all: Take = () => true;
const none: Take = () => false;

function store(dossier: Dossier): RecordSet {
  const { records, texts } = splitDossier(dossier);
  const stored = records.map((record) => ({ ...record, version: 1, privateTo: null }));
  return { records: new Map(stored.map((r) => [recordKey(r.kind, r.id), r])), texts };
}

const bundleOf = (dossier: Dossier) => {
  const files = formatBundle(dossier);
  if (!files.ok) throw new Error(JSON.stringify(files.problems));
  return files.value;
};

function merge(mine: Dossier, theirs: Dossier, take: Take) {
  const set = store(mine);
  const applied = applyEdits(set, mergeEdits(set, theirs, take), { number: 2, author: 'ann' });
  if (!applied.ok) throw new Error(JSON.stringify(applied));
  return applied;
}

/** Shuffles the lists of a dossier in which order carries no reference. */
function shuffled(dossier: Dossier, seed: number): Dossier {
  const random = randomFrom(seed);
  const shuffle = <T>(list: readonly T[]): T[] =>
    list.map((item) => ({ item, at: random() })).toSorted((a, b) => a.at - b.at).map(({ item }) => item); // prettier-ignore
  const { actors, acts, sources, papers, provisions, terms, events } = dossier;
  return {
    ...dossier,
    ...{ actors: shuffle(actors), acts: shuffle(acts), sources: shuffle(sources) },
    ...{ papers: shuffle(papers), provisions: shuffle(provisions) },
    ...{ terms: shuffle(terms), events: shuffle(events) },
  };
}

test('merging a dossier into itself is no edit', () => {
  for (const seed of seeds) {
    const dossier = randomDossier(seed, { wildTexts: true });
    const set = store(dossier);
    expect(findDifferences(pairLists(set, dossier)), `seed ${seed}`).toEqual([]);
    expect(mergeEdits(set, dossier, all), `seed ${seed}`).toEqual([]);
  }
});

test('taking everything, removals too, gives the other dossier to the byte', () => {
  for (const seed of seeds) {
    const other = randomDossier(seed + 1000, { maxPapers: 4, maxClauses: 8 });
    const { dossier } = merge(randomDossier(seed, { maxPapers: 4, maxClauses: 8 }), other, all);
    expect(bundleOf(dossier), `seed ${seed}`).toEqual(bundleOf(other));
  }
});

test('taking another order alone gives that order and neither makes nor deletes a record', () => {
  for (const seed of seeds) {
    const mine = randomDossier(seed, { maxPapers: 4, maxClauses: 8 });
    const theirs = shuffled(mine, seed);
    const { dossier, changes } = merge(mine, theirs, all);
    expect(bundleOf(dossier), `seed ${seed}`).toEqual(bundleOf(theirs));
    expect(changes.every(({ before, after }) => before !== null && after !== null)).toBe(true);
    expect(merge(mine, theirs, none).changes, `seed ${seed}`).toEqual([]);
  }
});

test('what is not taken stays as it is, and what is taken is as over there', () => {
  let merged = 0;
  for (const seed of seeds) {
    const random = randomFrom(seed);
    const [mine, theirs] = [randomDossier(seed), randomDossier(seed + 500)];
    const set = store(mine);
    const differences = findDifferences(pairLists(set, theirs));
    const taken = new Set(differences.filter(() => random() < 0.8).map(({ key }) => key));
    const edits = mergeEdits(set, theirs, ({ key }) => taken.has(key));
    const applied = applyEdits(set, edits, { number: 2, author: 'ann' });
    // A choice that leaves a reference to nothing is refused as a whole.
    if (!applied.ok) {
      expect(applied.reason, `seed ${seed}`).toBe('refused');
      continue;
    }
    merged += 1;
    const left = findDifferences(pairLists(applied.next, theirs)).map(({ key }) => key);
    expect(left.filter((key) => taken.has(key)), `seed ${seed}`).toEqual([]); // prettier-ignore
  }
  expect(merged).toBeGreaterThan(0);
});

test('a colleague who added, changed and lost records is merged without losing ours', () => {
  const mine = randomDossier(3);
  const [first, ...rest] = mine.issues;
  if (first === undefined) throw new Error('an issue is needed');
  const fresh = { id: 'fresh', label: 'A new issue', parent: first.id } as const;
  const theirs: Dossier = {
    ...mine,
    title: 'Their title',
    issues: [{ ...first, label: 'Their label' }, fresh, ...rest],
    annotations: [],
  };
  const { dossier, changes } = merge(mine, theirs, takeAllButRemovals);
  expect(dossier).toEqual({ ...theirs, annotations: mine.annotations });
  expect(changes.map(({ kind, id }) => `${kind}/${id}`).toSorted()).toEqual(
    ['head/head', `issue/${first.id}`, 'issue/fresh'].toSorted(),
  );
});
