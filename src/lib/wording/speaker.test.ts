import { describe, expect, test } from 'vitest';
import { aNorm, anOrder } from '../../../tests/support/builders.ts';
import { aTold, says, type Told } from '../../../tests/support/memoranda.ts';

const firstRow = ({ comparison, speaker }: Told) => {
  const row = comparison.rows.find(({ findings }) => findings.length > 0);
  if (!row) throw new Error('no row');
  return { row, said: speaker.row(row) };
};
const three = { columns: ['nor', 'sud', 'med'] };
const both = { act: 'cease', bearers: ['nor', 'sud'] };
const withOptions = { options: { 'nor-way': ['one', 'two'] } };

describe('the headline of a row', () => {
  test.each([
    ['whole', [says('nor', 'must'), says('sud', 'must-not')], {}, 'Incompatible as written'],
    [
      'in part',
      [says('nor', 'must', { scope: { time: ['peace'] } }), says('sud', 'must-not')],
      {},
      'Incompatible as written, in part: peacetime',
    ],
    [
      'a part that leans on its dimension',
      [says('nor', 'must', { scope: { time: ['rest'] } }), says('sud', 'must-not')],
      {},
      'Incompatible as written, in part: time: any other time',
    ],
    [
      'under one option',
      [says('nor', 'must', { option: 'nor-way=one' }), says('sud', 'must-not')],
      withOptions,
      'Under some readings: incompatible as written (under one)',
    ],
    ['reported', [says('joint', 'must', both)], {}, 'Same terms, as reported'],
    [
      'jointly',
      [says('nor', 'may'), says('sud', 'need-not'), says('med', 'to-be-regulated')],
      three,
      'Jointly incompatible: every pair overlaps, but nothing satisfies all three',
    ],
    ['silence', [says('nor', 'must')], {}, 'One side only'],
    ['a gap', [says('nor', 'must')], { gaps: ['sud'] }, 'Undetermined'],
  ])('%s', (_, provisions, sketch, headline) => {
    expect(firstRow(aTold(provisions, sketch)).said.headline).toBe(headline);
  });
});

describe('several columns', () => {
  test.each([
    [
      'two the same, the third against both',
      [says('nor', 'must'), says('sud', 'must'), says('med', 'must-not')],
      'Norland and Sudland the same; the Mediators cannot hold with either.',
    ],
    [
      'no two together',
      [says('nor', 'must'), says('sud', 'free'), says('med', 'must-not')],
      'No two of the three can hold together.',
    ],
    [
      'pairs one by one',
      [says('nor', 'may'), says('sud', 'must'), says('med', 'need-not')],
      'Sudland and the Mediators: incompatible as written; Norland and the Mediators: partial overlap; Norland and Sudland: one fits within the other.',
    ],
    [
      'all the same',
      [says('nor', 'must'), says('sud', 'must'), says('med', 'must')],
      'Norland, Sudland and the Mediators the same.',
    ],
  ])('%s', (_, provisions, summary) => {
    expect(firstRow(aTold(provisions, three)).said.summary).toBe(summary);
  });

  test('silent columns are counted and named', () => {
    const { said } = firstRow(aTold([says('nor', 'must'), says('sud', 'must')], three));
    expect(said.silent).toBe('1 of 3 columns says nothing here and is left out: the Mediators.');
    expect(said.summary).toBeUndefined();
  });
});

describe('labels', () => {
  test('the texts alone and premises are told apart', () => {
    const alone = firstRow(aTold([says('nor', 'must'), says('sud', 'must-not')]));
    const given = firstRow(
      aTold([says('nor', 'free'), says('sud', 'must', { act: 'neutral' })], {
        links: [['neutral', 'excludes', 'ally']],
      }),
    );
    expect([alone.said.label, given.said.label]).toEqual(['on the texts alone', 'given premises']);
  });

  test('a premise is told with its kind, its ground and who disputes it', () => {
    const fields = {
      links: [
        {
          id: 'l',
          from: 'neutral',
          relation: 'excludes',
          to: 'ally',
          basis: {
            kind: 'legal',
            sources: ['src'],
            judgement: 'Settled practice.',
            disputedBy: ['nor', 'sud'],
          },
        },
      ],
    };
    const told = aTold([says('nor', 'free'), says('sud', 'must', { act: 'neutral' })], { fields });
    const finding = firstRow(told).row.findings[0];
    expect(finding && told.speaker.label(finding)).toBe('given 1 premise');
    expect(told.speaker.premise(finding?.premises[0] ?? '').sentence).toBe(
      '‘Be neutral’ excludes ‘join a military alliance’ (legal; Test, Test; coder’s judgement: Settled practice). Disputed by Norland and Sudland.',
    );
  });

  test('groups and wholes are told by their parts', () => {
    const { comparison, speaker } = aTold([says('nor', 'must')]);
    expect(comparison.premises.map(({ id }) => speaker.premise(id).statement)).toEqual([
      '‘the coast states’ stands for the Isles and third states',
      '‘quiet times’ consists of peacetime and any other time',
    ]);
  });

  test('an unknown premise is named by its id', () => {
    expect(aTold([says('nor', 'must')]).speaker.premise('link:gone').sentence).toBe(
      'premise link:gone.',
    );
  });
});

describe('circular orders', () => {
  const context = [
    {
      id: 'k',
      role: 'premise',
      title: 'Talks need a withdrawal',
      text: 'So it is held.',
      basis: { kind: 'interpretive', judgement: 'A reading.' },
      states: { kind: 'order', before: 'pullout', after: 'cf', strict: true },
    },
  ];
  const orders = [anOrder('nor', 'cf', 'talks'), anOrder('sud', 'talks', 'pullout')];

  test('every link has a locator or is flagged as a premise', () => {
    const { comparison, speaker } = aTold(orders, { fields: { context } });
    const [order] = comparison.circularOrders;
    expect(order && speaker.circularOrder(order)).toEqual({
      headline: 'Circular order',
      sentence:
        'If all these steps are to happen: ‘ceasefire’ before ‘talks’ (Norland 1); ‘talks’ before ‘the withdrawal begins’ (Sudland 1); ‘the withdrawal begins’ before ‘ceasefire’ (premise, interpretive: Talks need a withdrawal). No order satisfies all three.',
      chain: 'ceasefire → talks → the withdrawal begins → ceasefire',
    });
  });

  test('an upper bound runs back along the chain', () => {
    const { comparison, speaker } = aTold([
      anOrder('nor', 'cf', 'talks', { minDays: 30, strict: false }),
      anOrder('sud', 'cf', 'talks', { maxDays: 10, strict: false }),
    ]);
    const [order] = comparison.circularOrders;
    expect(order && speaker.circularOrder(order).sentence).toBe(
      'If all these steps are to happen: ‘talks’ at least 30 days after ‘ceasefire’ (Norland 1); ‘talks’ no later than 10 days after ‘ceasefire’ (Sudland 1). No order satisfies both.',
    );
  });

  test('a text circular in itself is named', () => {
    const { comparison, speaker } = aTold([
      anOrder('nor', 'cf', 'talks'),
      anOrder('nor', 'talks', 'cf'),
    ]);
    const [order] = comparison.circularOrders;
    expect(order && speaker.circularOrder(order).headline).toBe(
      'Circular order within Norland’s text',
    );
  });
});

test('a near miss is neither a clash nor silence', () => {
  const { comparison, speaker } = aTold([
    says('nor', 'must', { bearers: ['third'] }),
    says('sud', 'must', { bearers: ['nor', 'sud'] }),
  ]);
  expect(comparison.notices.map(speaker.notice)).toEqual([
    'Near miss on ‘join a military alliance’: Norland binds third states (1); Sudland binds Norland and itself (1). The texts speak of the same act but of different actors, so neither a clash nor silence follows.',
  ]);
});

test('a text that contradicts itself is told by its own clauses', () => {
  const { comparison, speaker } = aTold([
    says('nor', 'must'),
    says('nor', 'must-not'),
    says('sud', 'free'),
  ]);
  const notice = comparison.notices.find(({ kind }) => kind === 'self-contradiction');
  expect(notice && speaker.notice(notice)).toBe(
    'Within Norland itself, the provisions on ‘join a military alliance’ (1, 2) cannot all stand, on the texts alone.',
  );
});

describe('words of a text', () => {
  test('verbatim words stand in quotation marks', () => {
    const { comparison, speaker } = aTold([says('nor', 'must'), says('sud', 'must-not')]);
    const evidence = comparison.rows[0]?.findings[0]?.evidence[0];
    expect(evidence && speaker.quote(evidence)).toEqual({ text: '“p0”', verbatim: true });
  });

  test.each([
    ['paraphrase', undefined, 'paraphrase by the editors'],
    ['paraphrase', 'an agency', 'paraphrase by an agency'],
    ['reported', undefined, 'as reported'],
  ])('words of a %s never do', (textKind, textBy, note) => {
    const plain = aTold([says('nor', 'must', { vague: ['robust'] }), says('sud', 'must')], {
      papers: { textKind, ...(textBy === undefined ? {} : { textBy }) },
    });
    const finding = plain.comparison.rows[0]?.findings[0];
    const evidence = finding?.evidence[0];
    expect(evidence && plain.speaker.quote(evidence)).toEqual({
      text: 'p0',
      verbatim: false,
      note,
    });
    expect(finding && plain.speaker.finding(finding)).not.toMatch(/[“”"]/);
  });
});

describe('names and locators', () => {
  test('two papers of one party are told apart by their dates', () => {
    const { speaker } = aTold([says('nor', 'must')], { columns: ['nor', 'paper-nor'] });
    expect(['nor', 'paper-nor'].map(speaker.columnName)).toEqual([
      'Norland (memorandum, 1 June 2025) (nor)',
      'Norland (memorandum, 1 June 2025) (paper-nor)',
    ]);
  });

  test('the option of a clause stands behind its locator', () => {
    const { comparison, speaker } = aTold(
      [
        says('nor', 'must', { option: 'nor-way=one' }),
        says('nor', 'free', { option: 'nor-way=two' }),
      ],
      withOptions,
    );
    expect(speaker.locators('nor', ['p1', 'p0', 'p0'])).toBe('(1, one; 2, two)');
    expect(comparison.readings.map((_, index) => speaker.readingName(index))).toEqual([
      'one',
      'two',
    ]);
    expect(speaker.readings([0])).toBe('under one');
    expect(speaker.readings([0, 1])).toBe('in all readings');
  });

  test('readings that one choice decides are named by it, others are counted when they are many', () => {
    const groups = { 'nor-a': ['one', 'two'], 'nor-b': ['x', 'y'], 'nor-c': ['p', 'q'] };
    const { speaker } = aTold(
      Object.entries(groups).flatMap(([group, choices]) =>
        choices.map((choice) => says('nor', 'must', { option: `${group}=${choice}` })),
      ),
      { options: groups },
    );
    expect(speaker.readings([0, 1, 2, 3])).toBe('under nor-a: one');
    expect(speaker.readings([0, 1])).toBe('under nor-a: one; nor-b: x');
    expect(speaker.readings([0, 3])).toBe(
      'under nor-a: one; nor-b: x; nor-c: p and nor-a: one; nor-b: y; nor-c: q',
    );
    expect(speaker.readings([0, 1, 2, 3, 4, 5, 6])).toBe('in 7 of 8 readings');
  });

  test('other papers of a column are named in its locators', () => {
    const { speaker } = aTold([says('joint', 'must', both), says('nor', 'must', both)]);
    expect(speaker.locators('nor', ['p1', 'p0'])).toBe('(1; reported outcome of 2 June 2025, 1)');
  });

  test('ids that the dossier does not know are printed as they are', () => {
    const { speaker } = aTold([says('nor', 'must')]);
    expect([speaker.act('a'), speaker.locator('b'), speaker.columnName('c')]).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('the title block', () => {
  test('says what is compared, in which order, and what is missing', () => {
    const { speaker } = aTold([says('nor', 'must'), says('sud', 'must')], {
      gaps: ['sud'],
      fields: { fictitious: true, caution: 'Read with care.' },
    });
    expect(speaker.titleBlock).toEqual({
      title: 'Two rivers',
      papers: [
        'Norland: Paper of nor (memorandum, 1 June 2025, full text)',
        'Sudland: Paper of sud (memorandum, 1 June 2025, full text)',
      ],
      gaps: ['Sudland, rest: not available (unseen)'],
      order: 'Columns in alphabetical order by name.',
      cautions: ['An invented case: parties, papers and figures are made up.', 'Read with care.'],
      disclaimer: 'Not an official document.',
    });
  });

  test.each([
    [['sud', 'nor'], 'Columns in alphabetical order by name, reversed by the reader.'],
    [['sud', 'nor', 'med'], 'Columns in the order chosen by the reader.'],
    [['nor'], 'One column only; nothing is compared.'],
  ])('names the order of %j', (columns, rule) => {
    expect(aTold([says('nor', 'must')], { columns }).speaker.columnsOrderRule).toBe(rule);
  });

  test('counts relations by what they rest on', () => {
    const { speaker } = aTold([
      says('nor', 'must'),
      says('sud', 'must-not'),
      aNorm('nor', 'must', { act: 'cease' }),
    ]);
    expect(speaker.counts.map(({ line }) => line)).toEqual([
      '≠ 1 incompatible as written (1 on the texts alone, 0 given premises)',
      '◐ 1 one side only',
    ]);
  });
});

test('what conflicts rest on is described, with how far the search went', () => {
  const { comparison, speaker } = aTold([says('nor', 'must'), says('sud', 'must-not')]);
  const [rest] = comparison.restOn;
  expect(rest && speaker.restOn(rest)).toEqual({
    headline: '1 conflict rests on 1 provision',
    sets: ['Norland (1)', 'Sudland (1)'],
    within: ['Within Norland’s text alone: (1)', 'Within Sudland’s text alone: (1)'],
    caveat:
      'These sets describe the texts as coded and their size depends on how finely a text is cut into provisions.',
  });
});
