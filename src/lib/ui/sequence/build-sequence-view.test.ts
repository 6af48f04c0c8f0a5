import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { readExample } from '../../../../tests/golden/read-dossier.ts';
import { aDossier, aNorm, anOrder } from '../../../../tests/support/builders.ts';
import { readCompareQuery } from '../compare-query.ts';
import { buildSequenceView } from './build-sequence-view.ts';
import { formatSequenceQuery, readSequenceQuery } from './sequence-query.ts';
import type { SequenceView } from './sequence-view.ts';

const istanbul = readExample('istanbul-2025');
const port = readExample('port-wages');

function view(dossier: Dossier, search = ''): SequenceView {
  const params = new URLSearchParams(search);
  const read = readCompareQuery(params, dossier);
  const { columns, off, reading } = read.query;
  const comparison = compare(dossier, {
    ...(columns.length === 0 ? {} : { columns }),
    off,
    reading,
  });
  const asked = readSequenceQuery(params, dossier, read);
  return buildSequenceView({ dossier, comparison }, { ...asked, now: '2026-11-23T09:20:00Z' });
}

describe('the steps', () => {
  test('each statement is a row with its days, its source and its row of the comparison', () => {
    const step = view(istanbul).steps.find(({ place }) => place === 'I.6(b)');
    expect(step).toMatchObject({
      before: 'the ceasefire begins',
      after: 'talks on territory',
      who: 'Ukraine',
      lag: 'strictly after',
      circular: 'circular orders 1 and 2',
    });
    expect(step?.href).toMatch(/^\/dossiers\/istanbul-2025\/compare#row-/);
  });

  test('premises are named as such, with who disputes them', () => {
    const premise = view(istanbul).steps.find(({ id }) => id.includes('withdrawal-presupposes'));
    expect(premise).toMatchObject({ who: 'premise, interpretive', notes: ['Disputed by Russia.'] });
  });

  test('what nobody has reviewed is marked in the table, the list and the graph', () => {
    const review = { state: 'suggested' };
    const shown = view(aDossier({ says: [anOrder('a', 'e', 'f', { review })] }));
    expect(shown.steps[0]?.notes).toContain('suggested, not reviewed');
    expect(shown.sides[0]?.steps[0]?.mark).toBe('suggested, not reviewed');
    expect(shown.graph?.svg).toContain('suggested, not reviewed');
  });

  test('a statement of one reading says which', () => {
    const step = view(istanbul).steps.find(({ place }) => place === 'II.A, option 1');
    expect(step?.holds).toBe('under option 1');
    const fixed = view(istanbul, '?reading.ceasefire-options=option-1');
    expect(fixed.steps.find(({ place }) => place === 'II.A, option 1')?.holds).toBeUndefined();
  });

  test('a condition of a norm that brings about an event is an order too', () => {
    const norm = aNorm('a', 'must', { given: [{ event: 'e' }], event: 'f' });
    const [step] = view(aDossier({ says: [norm] })).steps;
    expect(step).toMatchObject({ before: 'event e', after: 'event f' });
  });
});

describe('the switches', () => {
  test('leaving a premise out takes its arrow and its circular order away', () => {
    const without = view(istanbul, '?off=context:withdrawal-presupposes-talks');
    expect(without.steps).toHaveLength(view(istanbul).steps.length - 1);
    expect(without.circularOrders.length).toBeLessThan(view(istanbul).circularOrders.length);
    expect(without.context.map(({ on }) => on)).toEqual([false, true]);
  });

  test('premises about anything else stay as they are', () => {
    const [link] = istanbul.links;
    expect(view(istanbul, `?off=link:${link?.id ?? ''}`).alsoOff).toEqual([
      `link:${link?.id ?? ''}`,
    ]);
  });

  test('days are counted from the event asked for; one that is not there is told', () => {
    expect(view(istanbul, '?from=elections').countedFrom).toBe('elections are held');
    const shown = view(istanbul, '?from=cheese');
    expect(shown.countedFrom).toBe('the ceasefire begins');
    expect(shown.unknown.join()).toContain('cheese');
  });

  test('an address is written as it was read', () => {
    const search =
      '?col=ukraine&col=russia&off=context%3Awithdrawal-presupposes-talks&from=elections';
    const params = new URLSearchParams(search);
    const read = readCompareQuery(params, istanbul);
    expect(formatSequenceQuery(readSequenceQuery(params, istanbul, read).query)).toBe(search);
  });
});

describe('the timeline', () => {
  test('is drawn for each reading that orders differently', () => {
    expect(view(istanbul).timelines.map(({ title }) => title)).toEqual([
      'Under option 1',
      'Under option 2',
    ]);
    expect(view(port).timelines.map(({ title }) => title)).toEqual(['']);
  });

  test('says in words where the statements cannot all hold', () => {
    const [first] = view(istanbul).timelines;
    expect(first?.lanes.map(({ impossible }) => impossible)).toEqual([false, false, true]);
    expect(first?.lanes[2]?.sentence).toMatch(/^Impossible/);
    expect(first?.lanes[0]?.svg).toContain('within 30 days after');
  });
});

test('exchanging the columns mirrors sides and lanes, and changes no statement and no place', () => {
  const [there, back] = [view(port), view(port, '?col=ministry&col=union&col=employer')];
  const ids = ({ steps }: SequenceView) => steps.map(({ id }) => id).sort();
  const names = ({ sides }: SequenceView) => sides.map(({ name }) => name);
  expect(ids(back)).toEqual(ids(there));
  expect(names(back)).toEqual(names(there).toReversed());
  const bare = ({ graph }: SequenceView) =>
    graph?.svg.replace(/ stroke-dasharray="[^"]*"/g, '').replace(/<title>Order.*?<\/desc>/, '');
  expect(bare(back)).toBe(bare(there));
});

test('columns that order nothing have no graph, whatever premises there are', () => {
  const shown = view(aDossier({ says: [] }));
  expect(shown.graph).toBeUndefined();
  expect(shown.steps).toEqual([]);
  expect(shown.timelines).toEqual([]);
  expect(view(istanbul, '?col=ukraine-statement-children').graph).toBeUndefined();
});
