import { describe, expect, test } from 'vitest';
import {
  aClaim,
  aDossier,
  aNorm,
  anOrder,
  type DossierSketch,
  type Sketch,
} from '../../../../tests/support/builders.ts';
import type { Move } from './move.ts';
import { traceStep } from './trace-step.ts';

/** What party `a` says becomes what party `b` says: the two stand for the same party at two times. */
function trace(
  before: readonly Sketch[],
  after: readonly Sketch[],
  more: Partial<DossierSketch> = {},
): readonly Move[] {
  const name = (sketch: Sketch, by: string, index: number): Sketch => ({
    id: `${by}${String(index)}`,
    ...sketch,
    by,
  });
  const says = [
    ...before.map((sketch, index) => name(sketch, 'a', index)),
    ...after.map((sketch, index) => name(sketch, 'b', index)),
  ];
  const dossier = aDossier({ says, ...more });
  const passages = traceStep(dossier, { before: ['paper-a'], after: ['paper-b'] });
  return [...new Map(passages.flatMap(({ moves }) => moves.map((m) => [m.id, m]))).values()];
}

const must = (fields: Record<string, unknown> = {}) => aNorm('a', 'must', fields);
const cap = (bounds: Record<string, unknown>) => ({
  amounts: [{ of: 'cap', unit: 'people', ...bounds }],
});

/** name, before, after, kind, what changed */
const cases: readonly [string, Sketch, Sketch, Move['kind'], readonly string[]][] = [
  [
    'a lower upper bound',
    must(cap({ max: 30 })),
    must(cap({ max: 20 })),
    'asks-more',
    ['amount:contains'],
  ],
  [
    'a higher upper bound',
    must(cap({ max: 20 })),
    must(cap({ max: 30 })),
    'asks-less',
    ['amount:inside'],
  ],
  [
    'another figure',
    must(cap({ min: 6, max: 6 })),
    must(cap({ min: 8, max: 8 })),
    'shifted',
    ['amount:disjoint'],
  ],
  [
    'ranges that cross',
    must(cap({ min: 1, max: 5 })),
    must(cap({ min: 3, max: 9 })),
    'shifted',
    ['amount:crossing'],
  ],
  [
    'a figure in another unit',
    must({ amounts: [{ of: 'length', unit: 'week', max: 2 }] }),
    must({ amounts: [{ of: 'length', unit: 'day', max: 14 }] }),
    'reworded',
    [],
  ],
  ['may becoming must', aNorm('a', 'may'), must(), 'asks-more', ['status:contains']],
  ['must becoming may', must(), aNorm('a', 'may'), 'asks-less', ['status:inside']],
  ['must becoming must not', must(), aNorm('a', 'must-not'), 'shifted', ['status:disjoint']],
  [
    'may becoming need not',
    aNorm('a', 'may'),
    aNorm('a', 'need-not'),
    'shifted',
    ['status:crossing'],
  ],
  [
    'a new condition',
    must(),
    must({ given: [{ event: 'e' }], onlyIf: true }),
    'shifted',
    ['conditions:crossing'],
  ],
  [
    'unconditional becoming conditional',
    must({ unconditional: true }),
    must({ given: [{ event: 'e' }], onlyIf: true }),
    'shifted',
    ['conditions:disjoint'],
  ],
  ['a narrower scope', must(), must({ scope: { time: ['peace'] } }), 'asks-less', ['before:scope']],
  ['a wider scope', must({ scope: { time: ['peace'] } }), must(), 'asks-more', ['after:scope']],
  ['fewer bound', must({ bearers: ['one', 'two'] }), must(), 'asks-less', ['before:bearers']],
  ['more bound', must(), must({ bearers: ['one', 'two'] }), 'asks-more', ['after:bearers']],
  [
    'one exchanged for another',
    must({ bearers: ['one', 'two'] }),
    must({ bearers: ['one', 'three'] }),
    'shifted',
    ['before:bearers', 'after:bearers'],
  ],
  [
    'a lower bound in a narrower scope',
    must(cap({ max: 30 })),
    must({ ...cap({ max: 20 }), scope: { time: ['peace'] } }),
    'shifted',
    ['amount:contains', 'before:scope'],
  ],
  [
    'a higher bound in a narrower scope',
    must(cap({ max: 20 })),
    must({ ...cap({ max: 30 }), scope: { time: ['peace'] } }),
    'asks-less',
    ['amount:inside', 'before:scope'],
  ],
  [
    'owed to somebody else',
    must({ counterparties: ['two'] }),
    must({ counterparties: ['three'] }),
    'shifted',
    [],
  ],
  [
    'a tighter window',
    anOrder('a', 'e', 'f', { maxDays: 30 }),
    anOrder('a', 'e', 'f', { maxDays: 10 }),
    'asks-more',
    ['window:contains'],
  ],
  [
    'the other order',
    anOrder('a', 'e', 'f'),
    anOrder('a', 'f', 'e'),
    'shifted',
    ['window:disjoint'],
  ],
  ['a claim denied', aClaim('a', 's', true), aClaim('a', 's', false), 'shifted', []],
  ['other words', must(), must(), 'reworded', []],
];

test.each(cases)('tells %s', (_name, before, after, kind, changes) => {
  const moves = trace([before], [after]);
  expect(moves.map((move) => move.kind)).toEqual([kind]);
  const found = moves.flatMap(({ slots, domain }) => [
    ...slots.map(({ slot, set }) => `${slot.slot}:${String(set)}`),
    ...domain.flatMap(({ side, slots: own }) => own.map((slot) => `${side}:${slot}`)),
  ]);
  expect(found).toEqual(changes);
});

describe('what cannot be told', () => {
  test.each([
    [
      'a vague word that changed',
      must({ vague: ['soon'] }),
      must({ vague: ['promptly'] }),
      'terms',
    ],
    ['a figure that is left open', must(cap({ max: 3 })), must(cap({ unset: true })), 'terms'],
  ])('%s', (_name, before, after, open) => {
    expect(trace([before], [after])).toMatchObject([{ kind: 'undetermined', open }]);
  });

  test('a vague word that stayed leaves nothing open', () => {
    const kinds = trace([must({ vague: ['soon'] })], [must({ vague: ['soon'] })]).map(
      (m) => m.kind,
    );
    expect(kinds).toEqual(['reworded']);
  });

  test('what is missing from a text with gaps, which may still stand there', () => {
    const moves = trace([must(), aNorm('a', 'must', { act: 'y' })], [must()], { gaps: ['b'] });
    expect(moves).toMatchObject([
      { kind: 'reworded' },
      { kind: 'undetermined', open: 'later-not-available' },
    ]);
  });

  test('an option is compared with nothing but what continues its clause', () => {
    const moves = trace(
      [must({ option: 'a-g=one' }), aNorm('a', 'must-not', { option: 'a-g=two' })],
      [must()],
      {
        options: { 'a-g': ['one', 'two'] },
      },
    );
    expect(moves.map(({ before, after, kind }) => [before.length, after.length, kind])).toEqual(
      expect.arrayContaining([[1, 0, 'dropped']]),
    );
  });
});

test('what took its place is shifted when the two exclude each other', () => {
  const links = [['x', 'excludes', 'y']] as const;
  const moves = trace([must()], [aNorm('a', 'must', { act: 'y' })], { links });
  expect(moves).toMatchObject([
    { kind: 'shifted', before: ['a0'], after: ['b0'], premises: ['link:l0'] },
  ]);
});

test('without a link it was dropped, and something else added', () => {
  const moves = trace([must()], [aNorm('a', 'must', { act: 'y' })]);
  expect(moves.map(({ kind }) => kind).sort()).toEqual(['added', 'dropped']);
});

test('a position is the conjunction of its norms: a bound that stays elsewhere is not dropped', () => {
  const moves = trace([must(cap({ max: 30 })), must(cap({ max: 20 }))], [must(cap({ max: 20 }))]);
  expect(moves.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['reworded', ['a0', 'a1'], ['b0']],
  ]);
});
