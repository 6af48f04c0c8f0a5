import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import type { Finding } from '#lib/engine/comparison.ts';
import { amountsOf, findingsOf, rowAbout } from './expectations.ts';
import { readExample } from './read-dossier.ts';

const dossier = readExample('port-wages');
const comparison = compare(dossier);

/** The finding of two columns in the row about an act, in a reading. */
function between(act: string, columns: string, reading = 0): Finding | undefined {
  return rowAbout(comparison, `act:${act}`).findings.find(
    (f) => f.columns.join(' ') === columns && f.readings.includes(reading),
  );
}

test('marks the case as invented', () => {
  expect(dossier.fictitious).toBe(true);
});

/** rule, relation, act, columns, amounts */
const pairs: readonly [string, string, string, string, readonly string[]][] = [
  ['R8', 'incompatible', 'raise-pay', 'employer union', ['..5 | 8.., gap 3']],
  ['R8', 'incompatible', 'announce-machines', 'employer union', ['..90 | 180.., gap 90']],
  ['R8', 'incompatible', 'keep-agreement', 'employer union', ['36.. | ..24, gap 12']],
  ['R9', 'partial-overlap', 'cap-overtime', 'employer union', ['6.. | ..8']],
  ['R9', 'fits-within', 'cap-overtime', 'union ministry', ['..8 | 5..8']],
  ['R15', 'undetermined', 'pay-night-allowance', 'employer union', ['unset | 30..']],
  ['R7', 'partial-overlap', 'keep-safety-committee', 'employer union', ['unstated | 12..']],
  ['R11', 'partial-overlap', 'subcontract', 'employer union', []],
  ['R4', 'fits-within', 'work-sundays', 'employer union', []],
  ['R5', 'partial-overlap', 'work-sundays', 'employer ministry', []],
  ['R3', 'same-terms', 'provide-clothing', 'employer union', []],
  ['R6', 'partial-overlap', 'give-safety-training', 'employer union', []],
  ['R1', 'incompatible', 'automate-cranes', 'union ministry', []],
  ['R2', 'incompatible', 'automate-cranes', 'employer union', []],
  ['R15', 'undetermined', 'announce-roster', 'employer union', []],
];

test.each(pairs)('shows %s as %s on %s between %s', (rule, relation, act, columns, amounts) => {
  const found = between(act, columns);
  expect(found).toMatchObject({ rule, relation });
  expect(found && amountsOf(found)).toEqual(amounts);
});

test('names the zone that two caps on overtime have in common', () => {
  const slots = between('cap-overtime', 'employer union')?.slots;
  expect(slots).toContainEqual(expect.objectContaining({ common: { min: 6, max: 8 } }));
});

test('prints the unset allowance as [X] in the text it quotes', () => {
  const found = between('pay-night-allowance', 'employer union');
  expect(found?.evidence[0]?.words.exact).toContain('[X]');
});

test('has a row on which two sides say the same and the third cannot hold with either', () => {
  const row = rowAbout(comparison, 'act:keep-peace');
  expect(row.pairs.map((pair) => [pair.columns.join(' '), pair.relation])).toEqual([
    ['employer union', 'incompatible'],
    ['employer ministry', 'same-terms'],
    ['union ministry', 'incompatible'],
  ]);
  expect(row.jointlyIncompatible).toBe(false);
});

test('has a row on which every two sides overlap and all three together cannot hold', () => {
  const row = rowAbout(comparison, 'act:submit-to-arbitration');
  expect(row.pairs.map((pair) => pair.relation)).toEqual([
    'partial-overlap',
    'partial-overlap',
    'partial-overlap',
  ]);
  expect(row).toMatchObject({ relation: 'incompatible', jointlyIncompatible: true });
  expect(row.findings.filter((f) => f.joint).map((f) => f.columns)).toEqual([
    ['employer', 'union', 'ministry'],
  ]);
});

describe('the two options of the company', () => {
  test('narrow the gap on pay and open one on gangs', () => {
    const gaps = (act: string): unknown[] =>
      [0, 1].map((reading) => {
        const found = between(act, 'employer union', reading);
        return found && amountsOf(found)[0];
      });
    expect(gaps('raise-pay')).toEqual(['..5 | 8.., gap 3', '..7 | 8.., gap 1']);
    expect(gaps('man-gangs')).toEqual(['..9 | 9..', '..7 | 9.., gap 2']);
    expect(rowAbout(comparison, 'act:man-gangs').underSomeReadings).toBe(true);
    expect(rowAbout(comparison, 'act:raise-pay').underSomeReadings).toBe(false);
  });

  test('rank the one with fewer incompatible rows first', () => {
    expect(comparison.readings.map((r) => [r.choices['pay-and-gangs'], r.rank])).toEqual([
      ['option-a', 1],
      ['option-b', 2],
    ]);
  });
});

test('tells the circular order of rise and trial, on the texts alone', () => {
  expect(comparison.circularOrders).toMatchObject([
    { columns: ['employer', 'union'], premises: [], readings: [0, 1] },
  ]);
});

test('claims silence, since every text is complete', () => {
  const alone = findingsOf(comparison).filter((f) => f.rule === 'R13');
  expect(alone.map((f) => [f.relation, ...f.columns])).toEqual([
    ['one-side-only', 'union'],
    ['one-side-only', 'employer'],
    ['one-side-only', 'ministry'],
    ['one-side-only', 'ministry'],
  ]);
  const rooms = rowAbout(comparison, 'act:provide-rest-rooms');
  expect(rooms.silent).toEqual(['employer', 'ministry']);
  expect(rooms.cells.map((cell) => cell.empty)).toEqual([
    'no-provision',
    undefined,
    'no-provision',
  ]);
});

test('shows every relation but "not yet coded"', () => {
  const seen = new Set(comparison.rows.map((row) => row.relation));
  expect([...seen].sort()).toEqual([
    'fits-within',
    'incompatible',
    'one-side-only',
    'partial-overlap',
    'same-terms',
    'undetermined',
  ]);
});
