import { describe, expect, test } from 'vitest';
import { aClaim, anOrder, type Sketch } from '../../../tests/support/builders.ts';
import { aTold, says, type ToldSketch } from '../../../tests/support/memoranda.ts';

const third = { bearers: ['third'] };
const both = { act: 'cease', bearers: ['nor', 'sud'] };
const lasting = (amount?: Record<string, unknown>) => ({
  ...both,
  amounts: amount ? [{ of: 'length', unit: 'day', ...amount }] : [],
});
const limit = (amount: Record<string, unknown>) => ({
  act: 'cap',
  amounts: [{ of: 'cap', unit: 'people', ...amount }],
});
const neutral = ['neutral', 'excludes', 'ally'] as const;
const pact = ['pact', 'kind-of', 'ally'] as const;

interface Case {
  readonly name: string;
  readonly provisions: readonly Sketch[];
  readonly sketch?: ToldSketch;
  readonly reason: string;
}

const cases: readonly Case[] = [
  {
    name: 'R1: free against forbidden',
    provisions: [says('nor', 'free'), says('sud', 'must-not')],
    reason:
      'Norland leaves itself free to join a military alliance or not (1); Sudland rules it out (1).',
  },
  {
    name: 'R1: a duty against a ban',
    provisions: [says('nor', 'must'), says('sud', 'must-not')],
    reason: 'Norland binds itself to join a military alliance (1); Sudland rules it out (1).',
  },
  {
    name: `R1: a ban on itself against a duty says the act twice, so that "it" cannot mean the ban`,
    provisions: [says('nor', 'must-not'), says('sud', 'must')],
    reason:
      'Norland binds itself not to join a military alliance (1); Sudland requires Norland to join a military alliance (1).',
  },
  {
    name: 'R1: no duty against a duty',
    provisions: [says('nor', 'need-not'), says('sud', 'must')],
    reason:
      'Norland takes on no duty to join a military alliance (1); Sudland requires Norland to do so (1).',
  },
  {
    name: 'R1: an act that is a state',
    provisions: [
      says('sud', 'must', { act: 'neutral' }),
      says('nor', 'need-not', { act: 'neutral' }),
    ],
    reason: 'Norland takes on no duty to be neutral (1); Sudland requires Norland to be so (1).',
  },
  {
    name: 'R1: allowed against forbidden',
    provisions: [says('nor', 'may'), says('sud', 'must-not')],
    reason: 'Norland states that it may join a military alliance (1); Sudland rules it out (1).',
  },
  {
    name: 'R1: to be regulated against free',
    provisions: [says('nor', 'to-be-regulated'), says('sud', 'free')],
    reason:
      'Norland wants it laid down whether it must or must not join a military alliance (1); Sudland leaves Norland free to join a military alliance or not (1).',
  },
  {
    name: 'R1: others left free against others barred',
    provisions: [says('nor', 'free', third), says('sud', 'must-not', third)],
    reason:
      'Norland leaves third states free to join a military alliance or not (1); Sudland rules it out (1).',
  },
  {
    name: 'R1: others left free against to be regulated',
    provisions: [says('nor', 'free', third), says('sud', 'to-be-regulated', third)],
    reason:
      'Norland leaves third states free to join a military alliance or not (1); Sudland wants it laid down either as a duty or as forbidden (1).',
  },
  {
    name: 'R1: others barred against others allowed',
    provisions: [says('nor', 'must-not', third), says('sud', 'may', third)],
    reason:
      'Norland forbids third states to join a military alliance (1); Sudland states that this is allowed (1).',
  },
  {
    name: 'R1: a duty of others against none',
    provisions: [says('nor', 'must', third), says('sud', 'need-not', third)],
    reason:
      'Norland requires third states to join a military alliance (1); Sudland states that there is no duty to do so (1).',
  },
  {
    name: 'R1: two clauses of one column are one statement',
    provisions: [says('nor', 'must'), says('nor', 'must'), says('sud', 'must-not')],
    reason: 'Norland binds itself to join a military alliance (1, 2); Sudland rules it out (1).',
  },
  {
    name: 'R1: in part, with what only one speaks to',
    provisions: [says('nor', 'must-not', { scope: { time: ['peace'] } }), says('sud', 'must')],
    reason:
      'Norland binds itself not to join a military alliance (1); Sudland requires Norland to join a military alliance (1). This concerns only peacetime. Only Sudland speaks to time: wartime and any other time (1).',
  },
  {
    name: 'R1: everyone barred, one bound',
    provisions: [says('nor', 'must-not', { bearers: ['anyone'] }), says('sud', 'must')],
    reason:
      'Norland forbids anyone to join a military alliance (1); Sudland requires Norland to do so (1). This concerns only what binds Norland. Only Norland binds Sudland, the Mediators, third states and the Isles here (1).',
  },
  {
    name: 'R1: a group barred, a member bound',
    provisions: [
      says('nor', 'must-not', { bearers: ['coast'] }),
      says('sud', 'must', { bearers: ['isle'] }),
    ],
    reason:
      'Norland forbids the coast states to join a military alliance (1); Sudland requires the Isles to do so (1). This concerns only what binds the Isles. Only Norland binds third states here (1).',
  },
  {
    name: 'R1: a column with a plural name',
    provisions: [says('med', 'must'), says('sud', 'must-not')],
    sketch: { columns: ['med', 'sud'] },
    reason:
      'The Mediators require Norland to join a military alliance (1); Sudland rules it out (1).',
  },
  {
    name: 'R2: one act excludes the other',
    provisions: [says('nor', 'free'), says('sud', 'must', { act: 'neutral' })],
    sketch: { links: [neutral] },
    reason:
      'Norland leaves itself free to join a military alliance or not (1); Sudland requires Norland to be neutral (1). These cannot both stand, because ‘be neutral’ excludes ‘join a military alliance’.',
  },
  {
    name: 'R2: one act is a kind of the other',
    provisions: [says('nor', 'free', { act: 'pact' }), says('sud', 'must-not')],
    sketch: { links: [pact] },
    reason:
      'Norland leaves itself free to join the Northern Pact or not (1); Sudland forbids Norland to join a military alliance (1). These cannot both stand, because ‘join the Northern Pact’ is a kind of ‘join a military alliance’.',
  },
  {
    name: 'R2: a chain of two premises',
    provisions: [says('nor', 'free', { act: 'pact' }), says('sud', 'must', { act: 'neutral' })],
    sketch: { links: [pact, neutral] },
    reason:
      'Norland leaves itself free to join the Northern Pact or not (1); Sudland requires Norland to be neutral (1). These cannot both stand, because ‘be neutral’ excludes ‘join a military alliance’ and ‘join the Northern Pact’ is a kind of ‘join a military alliance’.',
  },
  {
    name: 'R3: the same duty',
    provisions: [says('nor', 'must', both), says('sud', 'must', both)],
    reason: 'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire.',
  },
  {
    name: 'R3: the same freedom',
    provisions: [says('nor', 'free'), says('sud', 'free')],
    reason:
      'Norland (1) and Sudland (1) both leave Norland free to join a military alliance or not.',
  },
  {
    name: 'R3: three columns the same, told by pairs',
    provisions: [says('nor', 'must', both), says('sud', 'must', both), says('med', 'must', both)],
    sketch: { columns: ['nor', 'sud', 'med'] },
    reason: 'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire.',
  },
  {
    name: 'R4: a duty inside what is allowed',
    provisions: [says('nor', 'may'), says('sud', 'must')],
    reason:
      'Norland states that it may join a military alliance (1); Sudland requires Norland to do so (1). What satisfies Sudland’s text here also satisfies Norland’s.',
  },
  {
    name: 'R4: a freedom inside what is no duty',
    provisions: [says('nor', 'free'), says('sud', 'need-not')],
    reason:
      'Norland leaves itself free to join a military alliance or not (1); Sudland states that there is no duty to do so (1). What satisfies Norland’s text here also satisfies Sudland’s.',
  },
  {
    name: 'R5: allowed and no duty share the freedom',
    provisions: [says('nor', 'may'), says('sud', 'need-not')],
    reason:
      'Norland states that it may join a military alliance (1); Sudland states that there is no duty to do so (1). Both texts leave room for leaving it free.',
  },
  {
    name: 'R6: both sides bound by one, one side by the other',
    provisions: [says('nor', 'must', { ...both, bearers: ['sud'] }), says('sud', 'must', both)],
    reason:
      'Norland requires Sudland to cease fire (1); Sudland requires this of Norland and itself (1). This concerns only what binds Sudland. Only Sudland binds Norland here (1).',
  },
  {
    name: 'R6: a scope only one speaks to',
    provisions: [
      says('nor', 'must', both),
      says('sud', 'must', { ...both, scope: { place: ['land'] } }),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. This concerns only land. Only Norland speaks to sea (1).',
  },
  {
    name: 'R6: of three columns, the remainder is claimed among the two only',
    provisions: [
      says('nor', 'must', both),
      says('sud', 'must', { ...both, scope: { place: ['land'] } }),
    ],
    sketch: { columns: ['nor', 'sud', 'med'] },
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. This concerns only land. Of these, only Norland speaks to sea (1).',
  },
  {
    name: 'R7: a figure on one side only',
    provisions: [says('nor', 'must', lasting({ min: 30 })), says('sud', 'must', lasting())],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: Norland at least 30 days; Sudland no figure.',
  },
  {
    name: 'R8: a gap',
    provisions: [
      says('nor', 'must', lasting({ min: 30 })),
      says('sud', 'must', lasting({ max: 3 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: Norland at least 30 days; Sudland at most 3 days; a gap of 27 days.',
  },
  {
    name: 'R8: a gap of one unit',
    provisions: [
      says('nor', 'must', lasting({ min: 4 })),
      says('sud', 'must', lasting({ max: 3 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: Norland at least 4 days; Sudland at most 3 days; a gap of 1 day.',
  },
  {
    name: 'R8: a gap in percentage points, per year',
    provisions: [
      says('nor', 'must', limit({ unit: 'percent', per: 'years', base: 'the budget', min: 4 })),
      says('sud', 'must', limit({ unit: 'percent', per: 'years', base: 'the budget', max: 2.5 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland to limit its forces. Ceiling: Norland at least 4 per cent of the budget per year; Sudland at most 2.5 per cent of the budget per year; a gap of 1.5 percentage points.',
  },
  {
    name: 'R8: large numbers',
    provisions: [
      says('nor', 'must', limit({ min: 250000 })),
      says('sud', 'must', limit({ max: 85000 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland to limit its forces. Ceiling: Norland at least 250,000 people; Sudland at most 85,000 people; a gap of 165,000 people.',
  },
  {
    name: 'R9: a common zone',
    provisions: [
      says('nor', 'must', lasting({ min: 30 })),
      says('sud', 'must', lasting({ max: 45 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: Norland at least 30 days; Sudland at most 45 days; textual overlap from 30 to 45 days.',
  },
  {
    name: 'R9: a common point',
    provisions: [
      says('nor', 'must', lasting({ min: 30 })),
      says('sud', 'must', lasting({ max: 30 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: Norland at least 30 days; Sudland at most 30 days; textual overlap at 30 days.',
  },
  {
    name: 'R9: one range inside the other',
    provisions: [
      says('nor', 'must', lasting({ min: 10, max: 20 })),
      says('sud', 'must', lasting({ min: 5, max: 45 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: Norland 10 to 20 days; Sudland 5 to 45 days; textual overlap from 10 to 20 days. What satisfies Norland’s text here also satisfies Sudland’s.',
  },
  {
    name: 'R9: the same figure',
    provisions: [
      says('nor', 'must', lasting({ min: 30, max: 30 })),
      says('sud', 'must', lasting({ min: 30, max: 30 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: 30 days in both texts.',
  },
  {
    name: 'R9: open ends',
    provisions: [
      says('nor', 'must', lasting({ min: 30 })),
      says('sud', 'must', lasting({ min: 60 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland and Sudland to cease fire. Duration: Norland at least 30 days; Sudland at least 60 days; textual overlap from 60 days upwards. What satisfies Sudland’s text here also satisfies Norland’s.',
  },
  {
    name: 'R10: without conditions against only after',
    provisions: [
      says('nor', 'must', { ...both, unconditional: true }),
      says('sud', 'must', { ...both, given: [{ event: 'pullout' }], onlyIf: true }),
    ],
    reason:
      'Norland requires Sudland and itself to cease fire, without conditions (1); Sudland requires it, only after ‘the withdrawal begins’ (1).',
  },
  {
    name: 'R11: different conditions',
    provisions: [
      says('nor', 'must', { ...both, given: [{ event: 'talks' }] }),
      says('sud', 'must', {
        ...both,
        given: [{ event: 'pullout' }, { event: 'cf' }],
        onlyIf: true,
      }),
    ],
    reason:
      'Norland requires Sudland and itself to cease fire, after ‘talks’ (1); Sudland requires it, only after ‘ceasefire’ and ‘the withdrawal begins’ (1).',
  },
  {
    name: 'R11: a condition on one side only',
    provisions: [
      says('nor', 'must', both),
      says('sud', 'must', { ...both, given: [{ event: 'pullout' }], onlyIf: true }),
    ],
    reason:
      'Norland requires Sudland and itself to cease fire, with no condition named (1); Sudland requires it, only after ‘the withdrawal begins’ (1).',
  },
  {
    name: 'R12: opposite orders',
    provisions: [anOrder('nor', 'cf', 'talks'), anOrder('sud', 'talks', 'cf')],
    reason:
      'Norland puts ‘ceasefire’ before ‘talks’ (1); Sudland puts ‘talks’ before ‘ceasefire’ (1).',
  },
  {
    name: 'R12: an order with days',
    provisions: [
      anOrder('nor', 'cf', 'talks', { minDays: 30, strict: false }),
      anOrder('sud', 'cf', 'talks', { maxDays: 10, strict: false }),
    ],
    reason:
      'Norland wants ‘talks’ at least 30 days after ‘ceasefire’ (1); Sudland wants ‘talks’ no later than 10 days after ‘ceasefire’ (1).',
  },
  {
    name: 'R13: silence of a text that is wholly known',
    provisions: [says('nor', 'must')],
    reason:
      'Norland binds itself to join a military alliance (1). Only Norland’s text speaks to this; Sudland’s text is fully available and silent on this.',
  },
  {
    name: 'R13: no silence of a text with a gap',
    provisions: [says('nor', 'must')],
    sketch: { gaps: ['sud'] },
    reason:
      'Norland binds itself to join a military alliance (1). Norland alone speaks to this in the texts at hand; Sudland’s text is not fully available.',
  },
  {
    name: 'R13: two silent columns',
    provisions: [says('nor', 'must')],
    sketch: { columns: ['nor', 'sud', 'med'] },
    reason:
      'Norland binds itself to join a military alliance (1). Only Norland’s text speaks to this; Sudland’s text and the Mediators’ text are fully available and silent on this.',
  },
  {
    name: 'R13: one silent column, one with a gap',
    provisions: [says('nor', 'must')],
    sketch: { columns: ['nor', 'sud', 'med'], gaps: ['med'] },
    reason:
      'Norland binds itself to join a military alliance (1). Norland alone speaks to this in the texts at hand; the Mediators’ text is not fully available; Sudland’s text is fully available and silent on this.',
  },
  {
    name: 'R14: stated and denied',
    provisions: [aClaim('nor', 's', true), aClaim('sud', 's', false)],
    reason:
      'Norland affirms ‘the shelling of the port’ (1); Sudland denies ‘the shelling of the port’ (1).',
  },
  {
    name: 'R14: disjoint figures',
    provisions: [aClaim('nor', 't', true, { min: 1000 }), aClaim('sud', 't', true, { max: 10 })],
    reason:
      'Norland states a figure for ‘people displaced’: at least 1,000 people (1); Sudland states a figure for ‘people displaced’: at most 10 people (1).',
  },
  {
    name: 'R7: a claim with a figure and one without',
    provisions: [aClaim('nor', 't', true, { min: 1000, max: 1000 }), aClaim('sud', 't', true)],
    reason:
      'Norland states a figure for ‘people displaced’: 1,000 people (1); Sudland affirms ‘people displaced’ (1).',
  },
  {
    name: 'R15: a figure still to be set',
    provisions: [
      says('nor', 'must', limit({ unset: true })),
      says('sud', 'must', limit({ max: 5 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland to limit its forces. Norland leaves the figure for ‘ceiling’ still to be set.',
  },
  {
    name: 'R15: units that do not convert',
    provisions: [
      says('nor', 'must', limit({ unit: 'percent', max: 5 })),
      says('sud', 'must', limit({ max: 5 })),
    ],
    reason:
      'Norland (1) and Sudland (1) both require Norland to limit its forces. The figures for ‘ceiling’ stand in units that do not convert into each other.',
  },
  {
    name: 'R15: a vague word, quoted from a full text',
    provisions: [says('nor', 'must', { vague: ['robust'] }), says('sud', 'must')],
    reason:
      'Norland (1) and Sudland (1) both require Norland to join a military alliance. The relation turns on wording that the text does not make precise: “robust”.',
  },
  {
    name: 'R16: a reported outcome that replaces a part',
    provisions: [
      says('joint', 'must', { ...both, scope: { time: ['peace'] } }),
      says('nor', 'must', both),
    ],
    reason:
      'Same terms, as reported: the reported outcome of 2 June 2025 requires Norland and Sudland to cease fire (1). It replaces what Norland says (1) on that part; the rest stays open. This concerns only peacetime. Only Norland speaks to time: wartime and any other time (1).',
  },
  {
    name: 'R16: a reported outcome alone',
    provisions: [says('joint', 'must', both)],
    reason:
      'Same terms, as reported: the reported outcome of 2 June 2025 requires Norland and Sudland to cease fire (1).',
  },
  {
    name: 'Joint clash of three',
    provisions: [says('nor', 'may'), says('sud', 'need-not'), says('med', 'to-be-regulated')],
    sketch: { columns: ['nor', 'sud', 'med'] },
    reason:
      'Jointly incompatible: every pair overlaps, but nothing satisfies all three. Norland states that it may join a military alliance (1); Sudland states that there is no duty to do so (1); the Mediators want it laid down either as a duty or as forbidden (1).',
  },
];

describe('the reason of a finding', () => {
  test.each(cases)('$name', ({ provisions, sketch, reason }) => {
    expect(aTold(provisions, sketch).reasons[0]).toBe(reason);
  });
});

const reversed = (sketch: ToldSketch = {}): ToldSketch => ({
  ...sketch,
  columns: [...(sketch.columns ?? ['nor', 'sud'])].reverse(),
});

/** Where each column is first named, in the order of naming. */
const namedOrder = (reason: string, names: readonly string[]): readonly string[] =>
  [...names].sort((a, b) => place(reason, a) - place(reason, b));
const place = (reason: string, name: string): number =>
  reason.toLowerCase().indexOf(name.toLowerCase());

describe('exchanging the columns', () => {
  test.each(cases)(
    'keeps rows and signs, and tells them the other way round: $name',
    ({ provisions, sketch }) => {
      const told = aTold(provisions, sketch);
      const mirrored = aTold(provisions, reversed(sketch));
      expect(mirrored.reasons.length).toBe(told.reasons.length);
      const headlines = ({ comparison, speaker }: typeof told) =>
        comparison.rows.map((row) => {
          const { headline, label } = speaker.row(row);
          return [row.number, headline, label];
        });
      expect(headlines(mirrored)).toEqual(headlines(told));
      const finding = told.comparison.rows[0]?.findings.find(
        (f) => f.columns.length === 2 && f.jointPaper === undefined,
      );
      const other = mirrored.comparison.rows
        .flatMap((row) => row.findings)
        .find((f) => f.id === finding?.id);
      expect(other === undefined).toBe(finding === undefined);
      if (!finding || !other) return;
      const names = finding.columns.map(told.speaker.columnName);
      expect(namedOrder(told.speaker.finding(finding), names)).toEqual(names);
      expect(namedOrder(mirrored.speaker.finding(other), names)).toEqual([...names].reverse());
    },
  );
});

const texts = (told: object): readonly string[] =>
  (Object.values(told) as readonly (string | readonly string[])[]).flat();

const forbidden =
  /would accept|\bagreed?\b|\bagreement\b|should|recommend|concession|unfortunately|undefined|null|NaN|\[object| {2}|\.\.| ,| ;|\(\)/i;

describe('what sentences never say', () => {
  test.each(cases)('no forecast, advice or debris: $name', ({ provisions, sketch }) => {
    const { comparison, speaker, reasons } = aTold(provisions, sketch);
    const said: readonly string[] = [
      ...reasons,
      ...comparison.rows.flatMap((row) => texts(speaker.row(row))),
      ...comparison.rows.flatMap((row) =>
        row.findings.flatMap((f) => f.slots.map((slot) => speaker.slot(slot, f))),
      ),
      ...comparison.notices.map(speaker.notice),
      ...comparison.circularOrders.map((order) => speaker.circularOrder(order).sentence),
      ...comparison.restOn.flatMap((rest) => texts(speaker.restOn(rest))),
      ...comparison.premises.map(({ id }) => speaker.premise(id).sentence),
    ];
    for (const text of said) expect(text).not.toMatch(forbidden);
  });
});
