import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { checkDossier } from '#lib/model/check-dossier.ts';
import { onlyErrors } from '#lib/model/dossier-problem.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { choosePacks } from '../packs/starter-packs.ts';
import { readText } from '../read/read-text.ts';
import { segmentDocument } from '../segment/segment-document.ts';
import { draftDossier } from './draft-dossier.ts';
import type { DraftPaper } from './draft-paper.ts';
import { emptyDossier } from './empty-dossier.ts';

const packs = choosePacks(['ceasefire-and-peace']);
const base = emptyDossier({ id: 'rivers', title: 'Two rivers' });

function aPaper(name: string, text: string, meta: Partial<DraftPaper['meta']> = {}): DraftPaper {
  const document = readText({ name: `${name}.txt`, text });
  return {
    document,
    segmentation: segmentDocument(document),
    meta: {
      ...{ party: { name }, title: name, dated: '2031-05', kind: 'memorandum', textKind: 'full' },
      ...{ attribution: 'own', language: 'en', sources: [] },
      ...meta,
    },
  };
}

const norland = aPaper(
  'Norland',
  `DEMANDS OF NORLAND

1. Both sides cease fire without conditions.

2. Sudland is neutral and joins no military alliance.

3. Sudland keeps armed forces of no more than 85,000 soldiers in peacetime.

4. The lighthouses are painted white.`,
);
const sudland = aPaper(
  'Sudland',
  `DEMANDS OF SUDLAND

1. Both sides cease fire only after Norland has withdrawn its troops.

2. Sudland is free to join any military alliance.

3. The lighthouses stay as they are.`,
);

const draft = (papers: readonly DraftPaper[], from: Dossier = base): Dossier =>
  draftDossier({ base: from, packs, papers }).dossier;

describe('a draft of two papers', () => {
  const dossier = draft([norland, sudland]);

  test('is a dossier without errors, in which nothing is confirmed', () => {
    expect(onlyErrors(checkDossier(dossier))).toEqual([]);
    expect(dossier.provisions.length).toBeGreaterThan(4);
    expect(dossier.provisions.every(({ review }) => review.state === 'suggested')).toBe(true);
    expect(
      dossier.provisions.every(({ review }) => review.by === 'Parley' && review.why !== ''),
    ).toBe(true);
  });

  test.each([
    ['Recognition by Sudland of Norland’s borders.', ['sudland'], 'recognise Norland’s borders'],
    ['Recognition of the lighthouse of Sudland.', ['norland'], 'recognise lighthouse of Sudland'],
    ['Lifting of tariffs between Sudland and Norland.', ['norland', 'sudland'], 'lift tariffs'],
  ])('binds by “%s” %j and nobody who is only mentioned', (words, bearers, act) => {
    const { provisions, acts } = draft([aPaper('Norland', `DEMANDS\n\n1. ${words}`), sudland]);
    const norm = provisions.find(({ clause }) => clause.startsWith('norland'));
    expect(norm?.kind === 'norm' && norm.bearers.toSorted()).toEqual(bearers);
    const named = acts.find(({ id }) => norm?.kind === 'norm' && id === norm.act);
    expect(named?.label).toBe(act);
  });

  test('fires rules where the texts clash, on a basis that says it is suggested', () => {
    const clashes = compare(dossier).rows.filter(({ relation }) => relation === 'incompatible');
    expect(clashes.map(({ topic }) => topic)).toEqual([
      { kind: 'act', act: 'cease-fire' },
      { kind: 'act', act: 'join-alliance' },
    ]);
    expect(clashes.every(({ basis }) => basis === 'suggested')).toBe(true);
  });

  test('puts what it cannot code beside its like on the other side', () => {
    const rows = compare(dossier).rows.filter(({ relation }) => relation === 'not-yet-coded');
    const beside = rows.map(({ cells }) =>
      cells.map(({ clauses }) => clauses.map(({ clause }) => clause).join('+')),
    );
    expect(beside).toContainEqual(['norland-2.4', 'sudland-2.3']);
  });

  test('gives no paper the id of a party, since either may be a column', () => {
    const parties = dossier.actors.map(({ id }) => id);
    expect(dossier.papers.filter(({ id }) => parties.includes(id))).toEqual([]);
  });

  test('is the same when it is made again', () => {
    expect(draft([norland, sudland])).toEqual(dossier);
  });
});

describe('a paper that comes later', () => {
  const first = draft([norland]);

  test('changes nothing that is in the dossier already', () => {
    const both = draft([sudland], first);
    expect(both.papers[0]).toEqual(first.papers[0]);
    expect(both.provisions.slice(0, first.provisions.length)).toEqual(first.provisions);
  });

  test('is of the party that goes by its name, and cites a source once', () => {
    const source = { publisher: 'Gazette', title: 'Papers', language: 'en' };
    const sourced = (name: string, text: string): DraftPaper =>
      aPaper(name, text, { party: { name: 'NORLAND' }, title: name, sources: [source] });
    const again = draft([sourced('Second', '1. Sudland withdraws its troops.')], first);
    const third = draft([sourced('Third', '1. Sudland mobilises nobody.')], again);
    expect(third.papers.map(({ parties }) => parties)).toEqual([
      ['norland'],
      ['norland'],
      ['norland'],
    ]);
    expect(third.sources).toHaveLength(1);
  });

  test('is coded by what was confirmed before', () => {
    const [provision] = first.provisions.filter(
      (p) => p.kind === 'norm' && p.act === 'join-alliance',
    );
    const taught: Dossier = {
      ...first,
      provisions: first.provisions.map((one) =>
        one === provision
          ? {
              ...one,
              words: { ...one.words, exact: one.words.exact },
              issues: ['guarantees'],
              review: { state: 'confirmed', by: 'an analyst' },
            }
          : one,
      ),
    };
    const later = draft([sudland], taught).provisions.filter(
      (p) => p.kind === 'norm' && p.act === 'join-alliance' && p.review.state === 'suggested',
    );
    expect(later.map(({ issues }) => issues[0])).toEqual(['guarantees']);
  });
});

test('what only argues, introduces or defines is given no provision', () => {
  const paper = aPaper(
    'Harbour',
    `The Harbour, recognising the needs of trade,

Pay

1. “Shift” means the work of eight hours.

2. The Harbour shall pay for every shift.

Justification

The Harbour shall not forget what strikes have cost.`,
  );
  const { dossier } = draftDossier({ base, packs: [], papers: [paper] });
  const coded = dossier.provisions.map(({ words }) => words.exact);
  expect(coded).toEqual(['The Harbour shall pay for every shift']);
});

test('without a pack, the headings of the papers are the issues', () => {
  const paper = aPaper(
    'Harbour',
    `Night work\n\n1. The crane shall rest at night.\n\nParking\n\n2. Lorries shall park outside.`,
  );
  const { issues } = draftDossier({ base, packs: [], papers: [paper] }).dossier;
  expect(issues.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Night work', 'Parking']),
  );
});
