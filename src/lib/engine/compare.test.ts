import { describe, expect, test } from 'vitest';
import {
  aClaim,
  aDossier,
  aNorm,
  anOrder,
  type DossierSketch,
} from '../../../tests/support/builders.ts';
import { compare } from './compare.ts';
import type { Comparison, Finding } from './comparison.ts';

const compareSketch = (sketch: DossierSketch): Comparison => compare(aDossier(sketch));

/** Findings between columns as `rule relation extent`, gravest first. */
const told = ({ rows }: Comparison): string[] =>
  rows
    .flatMap((row) => row.findings)
    .filter((finding) => finding.columns.length > 1)
    .map(({ rule, relation, extent }) => `${rule} ${relation} ${extent}`);

const cap = (bounds: object) => ({ amounts: [{ of: 'cap', unit: 'people', ...bounds }] });
const lasting = (bounds: object) => ({ amounts: [{ of: 'length', unit: 'day', ...bounds }] });
const inTime = (...time: string[]) => ({ scope: { time } });
const given = (event: string) => ({ given: [{ event }] });

const cases: readonly [name: string, sketch: DossierSketch, expected: readonly string[]][] = [
  [
    'R1: must against must not',
    { says: [aNorm('a', 'must'), aNorm('b', 'must-not')] },
    ['R1 incompatible whole'],
  ],
  [
    'R1: must against no duty',
    { says: [aNorm('a', 'must'), aNorm('b', 'need-not')] },
    ['R1 incompatible whole'],
  ],
  [
    'R1: free against to be regulated',
    { says: [aNorm('a', 'free'), aNorm('b', 'to-be-regulated')] },
    ['R1 incompatible whole'],
  ],
  ['R3: the same', { says: [aNorm('a', 'may'), aNorm('b', 'may')] }, ['R3 same-terms whole']],
  [
    'R4: must inside may',
    { says: [aNorm('a', 'must'), aNorm('b', 'may')] },
    ['R4 fits-within whole'],
  ],
  [
    'R5: may and need not cross',
    { says: [aNorm('a', 'may'), aNorm('b', 'need-not')] },
    ['R5 partial-overlap whole'],
  ],
  [
    'a position is the conjunction of its norms: may and need not together mean free',
    { says: [aNorm('a', 'may'), aNorm('a', 'need-not'), aNorm('b', 'free')] },
    ['R3 same-terms whole'],
  ],
  [
    'three norms can clash where no two do',
    { says: [aNorm('a', 'may'), aNorm('a', 'need-not'), aNorm('b', 'to-be-regulated')] },
    ['R1 incompatible whole'],
  ],
  [
    'R6: fewer bearers in common',
    { says: [aNorm('a', 'must'), aNorm('b', 'must', { bearers: ['one', 'two'] })] },
    ['R6 partial-overlap part'],
  ],
  [
    'disjoint bearers are no finding',
    { says: [aNorm('a', 'must'), aNorm('b', 'must', { bearers: ['two'] })] },
    [],
  ],
  [
    'disjoint scopes are no finding',
    { says: [aNorm('a', 'must', inTime('peace')), aNorm('b', 'must-not', inTime('war'))] },
    [],
  ],
  [
    'a clash on part of the scope says so',
    { says: [aNorm('a', 'must', inTime('peace')), aNorm('b', 'must-not')] },
    ['R1 incompatible part'],
  ],
  [
    'R7: a figure on one side only',
    { says: [aNorm('a', 'must', cap({ max: 5 })), aNorm('b', 'must')] },
    ['R7 partial-overlap whole'],
  ],
  [
    'R8: a gap',
    { says: [aNorm('a', 'must', cap({ max: 5 })), aNorm('b', 'must', cap({ min: 8 }))] },
    ['R8 incompatible whole'],
  ],
  [
    'R9: equal figures',
    { says: [aNorm('a', 'must', cap({ max: 5 })), aNorm('b', 'must', cap({ max: 5 }))] },
    ['R3 same-terms whole'],
  ],
  [
    'R9: one range inside the other',
    { says: [aNorm('a', 'must', cap({ max: 5 })), aNorm('b', 'must', cap({ max: 9 }))] },
    ['R9 fits-within whole'],
  ],
  [
    'nesting in opposite directions crosses',
    { says: [aNorm('a', 'must', cap({ max: 9 })), aNorm('b', 'may', cap({ max: 5 }))] },
    ['R4 partial-overlap whole'],
  ],
  [
    'units of one family are converted',
    {
      says: [
        aNorm('a', 'must', lasting({ min: 14 })),
        aNorm('b', 'must', { amounts: [{ of: 'length', unit: 'weeks', min: 2 }] }),
      ],
    },
    ['R3 same-terms whole'],
  ],
  [
    'a month is not thirty days: R15',
    {
      says: [
        aNorm('a', 'must', lasting({ min: 30 })),
        aNorm('b', 'must', { amounts: [{ of: 'length', unit: 'month', min: 1 }] }),
      ],
    },
    ['R15 undetermined whole'],
  ],
  [
    'an unset term: R15',
    { says: [aNorm('a', 'must', cap({ unset: true })), aNorm('b', 'must', cap({ max: 3 }))] },
    ['R15 undetermined whole'],
  ],
  [
    'an unset term does not hide a clash of status',
    { says: [aNorm('a', 'must', cap({ unset: true })), aNorm('b', 'must-not')] },
    ['R1 incompatible whole'],
  ],
  [
    'a vague word leaves sameness open: R15',
    { says: [aNorm('a', 'must', { vague: ['robust'] }), aNorm('b', 'must')] },
    ['R15 undetermined whole'],
  ],
  [
    'R10: unconditional against only if',
    {
      says: [
        aNorm('a', 'must', { unconditional: true }),
        aNorm('b', 'must', { ...given('e'), onlyIf: true }),
      ],
    },
    ['R10 incompatible whole'],
  ],
  [
    'R11: different conditions',
    { says: [aNorm('a', 'must', given('e')), aNorm('b', 'must', given('f'))] },
    ['R11 partial-overlap whole'],
  ],
  [
    'R11: a condition on one side',
    { says: [aNorm('a', 'must', given('e')), aNorm('b', 'must')] },
    ['R11 partial-overlap whole'],
  ],
  [
    'R12: the opposite order',
    { says: [anOrder('a', 'e', 'f'), anOrder('b', 'f', 'e')] },
    ['R12 incompatible whole'],
  ],
  [
    'the same order',
    { says: [anOrder('a', 'e', 'f'), anOrder('b', 'e', 'f')] },
    ['R3 same-terms whole'],
  ],
  [
    'a tighter deadline fits within',
    { says: [anOrder('a', 'e', 'f', { maxDays: 10 }), anOrder('b', 'e', 'f', { maxDays: 30 })] },
    ['R9 fits-within whole'],
  ],
  [
    'R14: a denial',
    { says: [aClaim('a', 's', true, { min: 9 }), aClaim('b', 's', false)] },
    ['R14 incompatible whole'],
  ],
  [
    'R14: disjoint figures',
    { says: [aClaim('a', 's', true, { min: 9 }), aClaim('b', 's', true, { max: 5 })] },
    ['R14 incompatible whole'],
  ],
  ['R16: an outcome binds both', { says: [aNorm('joint', 'must')] }, ['R16 same-terms whole']],
];

describe('two columns', () => {
  test.each(cases)('%s', (_, sketch, expected) => {
    expect(told(compareSketch(sketch))).toEqual(expected);
  });

  test('disjoint bearers on one act are a near miss, not silence', () => {
    const { notices } = compareSketch({
      says: [aNorm('a', 'must'), aNorm('b', 'must', { bearers: ['two'] })],
    });
    expect(notices).toMatchObject([{ kind: 'near-miss', bearers: [['one'], ['two']] }]);
  });

  test('a joint outcome replaces what a signatory said on that part, and the rest stays open', () => {
    const { rows } = compareSketch({
      says: [aNorm('a', 'must'), aNorm('joint', 'must', inTime('war'))],
    });
    const [joint, rest] = rows[0]?.findings ?? [];
    expect(joint).toMatchObject({ rule: 'R16', extent: 'part', replaces: ['p0'] });
    expect(joint?.remainders.map((r) => r.part.scope['time'])).toEqual([['peace', 'truce']]);
    expect(rest).toBeUndefined();
  });

  test('claims on different subjects with figures get a notice', () => {
    const { notices } = compareSketch({
      says: [aClaim('a', 's', true, { min: 9 }), aClaim('b', 't', true, { min: 3 })],
    });
    expect(notices).toMatchObject([{ kind: 'different-subjects' }]);
  });
});

describe('derived conflicts (R2)', () => {
  const derived = (sketch: DossierSketch): Finding[] =>
    compareSketch(sketch)
      .rows.flatMap((row) => [...row.findings])
      .filter((finding) => finding.rule === 'R2');

  test('must x against free y, where x excludes y', () => {
    const [finding] = derived({
      says: [aNorm('a', 'must'), aNorm('b', 'free', { act: 'y' })],
      links: [['x', 'excludes', 'y']],
    });
    expect(finding).toMatchObject({ relation: 'incompatible', premises: ['link:l0'] });
  });

  test('the chain of becauses goes from one act to the other', () => {
    const [finding] = derived({
      says: [aNorm('a', 'must'), aNorm('b', 'must', { act: 'z' })],
      links: [
        ['x', 'excludes', 'y'],
        ['z', 'kind-of', 'y'],
      ],
    });
    expect(finding?.becauses.map((b) => b.premise)).toHaveLength(2);
    expect(finding?.topic).toEqual({ kind: 'act', act: 'x' });
  });

  test('sameness is never derived', () => {
    const sketch = {
      says: [aNorm('a', 'must'), aNorm('b', 'must', { act: 'y' })],
      links: [['x', 'kind-of', 'y'] as const],
    };
    expect(told(compareSketch(sketch))).toEqual([]);
  });

  test('a group is a premise, everyone is not', () => {
    const clash = (bearer: string) => ({
      says: [aNorm('a', 'must'), aNorm('b', 'must-not', { bearers: [bearer] })],
    });
    const premisesWith = (bearer: string) =>
      compareSketch(clash(bearer)).rows[0]?.findings[0]?.premises;
    expect(premisesWith('both')).toEqual(['group:both']);
    expect(premisesWith('anyone')).toEqual([]);
  });
});

describe('options', () => {
  const sketch: DossierSketch = {
    says: [
      aNorm('a', 'must', { option: 'a-way=one' }),
      aNorm('a', 'must-not', { option: 'a-way=two' }),
      aNorm('b', 'must-not'),
    ],
    options: { 'a-way': ['one', 'two'] },
  };

  test('the headline is the worst over the readings and says that it holds in some only', () => {
    const [row] = compareSketch(sketch).rows;
    expect(row).toMatchObject({ relation: 'incompatible', underSomeReadings: true });
    expect(row?.relationByReading).toEqual(['incompatible', 'same-terms']);
  });

  test('readings are ranked by what is left incompatible', () => {
    expect(compareSketch(sketch).readings.map((reading) => reading.rank)).toEqual([2, 1]);
  });
});

describe('several columns', () => {
  test('three positions can be jointly incompatible although every two overlap', () => {
    const comparison = compareSketch({
      parties: ['a', 'b', 'c'],
      says: [aNorm('a', 'may'), aNorm('b', 'need-not'), aNorm('c', 'to-be-regulated')],
    });
    const [row] = comparison.rows;
    expect(row?.pairs.map((pair) => pair.relation)).toEqual(Array(3).fill('partial-overlap'));
    expect(row).toMatchObject({ relation: 'incompatible', jointlyIncompatible: true });
  });

  test('two alike and one that cannot hold with either', () => {
    const comparison = compareSketch({
      parties: ['a', 'b', 'c'],
      says: [aNorm('a', 'must'), aNorm('b', 'must'), aNorm('c', 'must-not')],
    });
    expect(comparison.rows[0]?.pairs.map((pair) => pair.relation)).toEqual([
      'same-terms',
      'incompatible',
      'incompatible',
    ]);
  });
});

describe('silence', () => {
  const alone: DossierSketch = { says: [aNorm('a', 'must'), aNorm('b', 'must', { act: 'y' })] };

  test('is claimed only where the other text is wholly available', () => {
    const relation = (gaps: readonly string[]) =>
      compareSketch({ ...alone, gaps }).rows[0]?.relation;
    expect(relation([])).toBe('one-side-only');
    expect(relation(['b'])).toBe('undetermined');
  });

  test('a gap has a row of its own and leaves the other cell blank', () => {
    const row = compareSketch({ ...alone, gaps: ['b'] }).rows.at(-1);
    expect(row?.topic).toEqual({ kind: 'gap', paper: 'paper-b', gap: 'gap' });
    expect(row?.cells.map((cell) => cell.empty)).toEqual([undefined, 'not-available']);
  });
});

test('conflicts rest on three provisions that clash together beside two that clash as well', () => {
  const { restOn, rows } = compareSketch({
    says: [
      aNorm('a', 'may', { id: 'may' }),
      aNorm('a', 'must', { id: 'must' }),
      aNorm('b', 'need-not', { id: 'need-not' }),
      aNorm('b', 'to-be-regulated', { id: 'regulated' }),
    ],
  });
  const cores = rows.flatMap(({ findings }) => findings.flatMap((finding) => finding.cores));
  expect(cores).toContainEqual(['must', 'need-not']);
  expect(cores).toContainEqual(['need-not', 'regulated', 'may']);
  expect(restOn[0]?.sets).toEqual([['need-not']]);
});

describe('circular order', () => {
  const sketch: DossierSketch = {
    says: [anOrder('a', 'e', 'f'), anOrder('b', 'f', 'g')],
    fields: {
      context: [
        {
          id: 'law',
          role: 'premise',
          title: 'Law',
          text: 'g comes before e',
          basis: { kind: 'legal', judgement: 'for the test' },
          states: { kind: 'order', before: 'g', after: 'e' },
        },
      ],
    },
  };

  test('is told as its shortest cycle, with the premise flagged', () => {
    const [order] = compareSketch(sketch).circularOrders;
    expect(order?.steps.map((step) => step.before)).toEqual(['e', 'f', 'g']);
    expect(order).toMatchObject({ columns: ['a', 'b'], premises: ['context:law'] });
  });

  test('is gone when the premise is switched off', () => {
    expect(compare(aDossier(sketch), { off: ['context:law'] }).circularOrders).toEqual([]);
  });

  test('a paper circular in itself does not hide what it does with another', () => {
    const { circularOrders } = compareSketch({
      says: [
        anOrder('b', 'f', 'g'),
        anOrder('b', 'g', 'f'),
        anOrder('a', 'e', 'f'),
        anOrder('b', 'f', 'e'),
      ],
    });
    expect(circularOrders.map((order) => order.columns)).toEqual([['a', 'b'], ['b']]);
  });
});
