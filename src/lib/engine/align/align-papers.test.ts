import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignPapers, type AlignedPair, type AlignedSide, type Alignment } from './align-papers.ts';
import type { IssueText } from './issue-scores.ts';

/** A side whose clauses have its name and their place as ids: `a1`, `a2`, … */
const side = (id: string, ...texts: readonly string[]): AlignedSide => ({
  id,
  clauses: texts.map((text, at) => ({ id: `${id}${at + 1}`, text })),
});

const english = { language: 'en' };
const linksOf = ({ pairs }: Alignment): readonly string[] =>
  pairs.map(({ clauses }) => clauses.join('-'));
const pairOf = (alignment: Alignment, link: string): AlignedPair | undefined =>
  alignment.pairs.find(({ clauses }) => clauses.join('-') === link);

const north = side(
  'n',
  'Ceasefire on land, at sea and in the air for at least sixty days',
  'Exchange of all prisoners of war within ten days',
  'Withdrawal of heavy weapons from the demarcation line',
  'Joint commission on the use of the river water',
  'Amnesty for members of the local police',
);
const south = side(
  's',
  'The prisoners held by either party are exchanged, all for all',
  'Heavy artillery and other weapons leave the zone along the line of demarcation',
  'Fishing licences remain valid until the end of the season',
  'A ceasefire takes effect at midnight and is monitored by observers',
  'Water of the river is shared under a commission of both parties',
);

describe('aligning two papers', () => {
  const alignment = alignPapers([north, south], english);

  test('clauses of the same matter stand beside each other, in whatever order they came', () => {
    expect(linksOf(alignment)).toEqual(['n1-s4', 'n2-s1', 'n3-s2', 'n4-s5']);
  });

  test('a clause without a counterpart stays alone', () => {
    expect(alignment.alone).toEqual(['n5', 's3']);
  });

  test('a pair names the words it rests on, those of the first clause', () => {
    expect(pairOf(alignment, 'n2-s1')?.words.map(({ word }) => word)).toContain('prisoners');
    expect(pairOf(alignment, 'n3-s2')?.words.map(({ word }) => word)).toContain('weapons');
  });

  test('a pair of many common words is surer than one of a single word', () => {
    const sure = pairOf(alignment, 'n3-s2')?.confidence ?? 0;
    expect(sure).toBeGreaterThan(pairOf(alignment, 'n1-s4')?.confidence ?? 1);
  });

  test('papers on different matters have no pair', () => {
    const recipe = side('r', 'Tariff quotas for dairy goods', 'Mutual recognition of diplomas');
    expect(alignPapers([north, recipe], english).pairs).toEqual([]);
  });

  test('empty papers and none at all are no trouble', () => {
    expect(alignPapers([], english)).toEqual({ pairs: [], groups: [], alone: [] });
    expect(alignPapers([side('a'), side('b', 'Amnesty')], english).alone).toEqual(['b1']);
    expect(alignPapers([side('a', '…'), side('b', '', '–')], english).pairs).toEqual([]);
  });
});

describe('near copies', () => {
  const old = side(
    'o',
    'The commission meets every month in the capital of the chair',
    'Observers have access to all places within two hours',
    'The parties pay equal parts of the costs of the mission',
    'The mission ends after one year unless both parties extend it',
  );
  const edited = side(
    'e',
    'The mission ends after one year unless both parties extend it',
    'The commission meets every week in the capital of the chair',
    'Observers have access to all places within four hours',
    'The parties pay equal parts of the costs of the mission',
  );
  const alignment = alignPapers([old, edited], english);

  test('are told, though words in them were changed', () => {
    expect(linksOf(alignment)).toEqual(['o1-e2', 'o2-e3', 'o3-e4', 'o4-e1']);
    expect(alignment.pairs.every(({ isNearCopy }) => isNearCopy)).toBe(true);
  });

  test('what stands at another place is moved, and nothing else', () => {
    expect(
      alignment.pairs.filter(({ isMoved }) => isMoved).map(({ clauses }) => clauses[0]),
    ).toEqual(['o4']);
  });
});

test('a clause that was cut in two is attached to its whole', () => {
  const whole = side(
    'w',
    'Customs duties on wheat are removed in five years and customs duties on barley in three years',
    'Disputes go before a panel of three arbitrators',
    'Each party publishes its sanitary rules',
  );
  const cut = side(
    'c',
    'Customs duties on wheat are removed in five years',
    'Customs duties on barley are removed in three years',
    'A panel of arbitrators decides disputes',
    'Sanitary rules are published by each party',
  );
  const { pairs, groups } = alignPapers([whole, cut], english);
  const ofFirst = pairs.filter(({ clauses }) => clauses[0] === 'w1');
  expect(ofFirst.map(({ kind }) => kind).toSorted()).toEqual(['attached', 'matched']);
  expect(groups.map(({ clauses }) => clauses)).toContainEqual(['w1', 'c1', 'c2']);
});

describe('aligning many papers', () => {
  // The first and the last share no telling word; the second speaks as both do.
  const [first, second, third] = [
    side('a', 'Demobilisation of the militias', 'Free passage for grain ships'),
    side('b', 'Militias hand in their rifles and disband', 'Grain leaves the harbour unhindered'),
    side('c', 'Rifles are collected, bands disband', 'The harbour stays open for exports'),
  ] as const;

  test('clauses find each other through a third side', () => {
    expect(linksOf(alignPapers([first, third], english))).toEqual([]);
    expect(linksOf(alignPapers([first, second, third], english))).toEqual(
      expect.arrayContaining(['a1-c1', 'a2-c2']),
    );
  });

  test('a group holds the clauses of all sides', () => {
    expect(
      alignPapers([first, second, third], english).groups.map(({ clauses }) => clauses),
    ).toEqual([
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ]);
  });
});

test('clauses find each other through an issue', () => {
  const sides = [
    side('a', 'Vessels may call at every port', 'Teachers are paid from the common budget'),
    side('b', 'No limits for shipping', 'Schools keep their curriculum'),
  ];
  const issues: readonly IssueText[] = [
    { id: 'sea', label: 'Shipping', phrases: ['vessels in a port', 'limits for ships'] },
    { id: 'school', label: 'Schools', phrases: ['pay of teachers', 'the curriculum'] },
  ];
  expect(linksOf(alignPapers(sides, english))).toEqual([]);
  expect(linksOf(alignPapers(sides, { ...english, issues }))).toEqual(['a1-b1', 'a2-b2']);
});

describe('laws of alignment', () => {
  const words = ['water', 'border', 'troops', 'trade', 'school', 'fuel', 'amnesty', 'port', 'vote'];
  const clause = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });
  const paper = fc.array(
    clause.map((list) => list.join(' ')),
    { maxLength: 6 },
  );
  const papers = fc.array(paper, { minLength: 2, maxLength: 4 });
  const named = (texts: readonly (readonly string[])[]): readonly AlignedSide[] =>
    texts.map((own, at) => side('abcd'[at] ?? 'z', ...own));
  const undirected = ({ pairs }: Alignment): readonly string[] =>
    pairs
      .map(({ clauses, confidence, score, kind }) =>
        [clauses.toSorted().join('-'), confidence, score, kind].join(' '),
      )
      .toSorted();

  test('exchanging sides mirrors the result to the last digit', () => {
    fc.assert(
      fc.property(papers, (texts) => {
        const sides = named(texts);
        const distinct = new Set(texts.map((own) => own.join('\n'))).size === texts.length;
        fc.pre(distinct);
        expect(undirected(alignPapers(sides.toReversed(), english))).toEqual(
          undirected(alignPapers(sides, english)),
        );
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test('names of sides and clauses have no part in it', () => {
    fc.assert(
      fc.property(papers, (texts) => {
        const sides = named(texts);
        const renamed = sides.map(({ id, clauses }) => ({
          id: `z${9 - id.charCodeAt(0)}`,
          clauses: clauses.map((own) => ({ ...own, id: `x-${own.id}` })),
        }));
        const back = (links: readonly string[]) => links.map((link) => link.replaceAll('x-', ''));
        expect(back(linksOf(alignPapers(renamed, english)))).toEqual(
          linksOf(alignPapers(sides, english)),
        );
      }),
      { seed: 7, numRuns: 80 },
    );
  });

  test('each clause is in one group or alone, and in at most one match with each other side', () => {
    fc.assert(
      fc.property(papers, (texts) => {
        const sides = named(texts);
        const { pairs, groups, alone } = alignPapers(sides, english);
        const placed = [...groups.flatMap(({ clauses }) => clauses), ...alone];
        expect(placed.toSorted()).toEqual(
          sides.flatMap(({ clauses }) => clauses.map(({ id }) => id)).toSorted(),
        );
        const ends = pairs
          .filter(({ kind }) => kind === 'matched')
          .flatMap(({ clauses: [a, b] }) => [`${a}>${b.charAt(0)}`, `${b}>${a.charAt(0)}`]);
        expect(new Set(ends).size).toBe(ends.length);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
