import { expect, test } from 'vitest';
import { aDossier, aNorm } from '../../../../tests/support/builders.ts';
import type { Norm } from '#lib/model/provision.ts';
import { chooseProvision, listQuickChoices, type Proposal } from './chosen-provision.ts';
import { listCodable, type CodedClause } from './reading-order.ts';

/** One clause, `c-p1`, with provisions at places in its words. */
function aClause(...states: readonly string[]): CodedClause {
  const dossier = aDossier({
    says: [aNorm('a', 'must', { id: 'p1' })],
  });
  const [coded] = listCodable(dossier);
  const [base] = dossier.provisions;
  if (coded === undefined || base?.kind !== 'norm') throw new Error('no clause');
  const provisions = states.map((state, index) => ({
    ...base,
    id: `q${String(index)}`,
    words: { from: index, to: index + 1, exact: 'p' },
    review: { state: state === 's' ? ('suggested' as const) : ('confirmed' as const) },
  }));
  return { ...coded, provisions };
}

function aProposal(from: number, fields: Partial<Norm> = {}): Proposal {
  const [base] = aDossier({ says: [aNorm('a', 'must', { id: 'p1' })] }).provisions;
  if (base?.kind !== 'norm') throw new Error('no norm');
  const words = { from, to: from + 1, exact: 'p' };
  return {
    provision: { ...base, id: 'new', words, ...fields },
    reasons: [{ slot: 'act', words: 'p', confidence: 0.5 }],
    newRecords: [
      { kind: 'act', body: { id: 'sail', ...{ label: 'sail home' } } },
      { kind: 'actor', body: { id: 'crew', ...{ name: 'The crew' } } },
    ],
  };
}

const none = { provision: null, fresh: null };

test.each([
  ['the one the address names', aClause('s', 's'), { provision: 'q1', fresh: null }, 'q1'],
  ['else the first that waits', aClause('c', 's', 's'), none, 'q1'],
  ['else the first', aClause('c', 'c'), none, 'q0'],
  [
    'a new one where one is asked for',
    aClause('s'),
    { provision: null, fresh: 'order' },
    undefined,
  ],
  ['a new one where there is none', aClause(), none, undefined],
])('the form shows %s', (_, clause, wish, id) => {
  expect(chooseProvision(clause, [], wish).id).toBe(id);
});

test('a new provision begins with what is proposed and not coded yet, new things by their names', () => {
  const proposals = [aProposal(0), aProposal(5, { act: 'sail', bearers: ['crew', 'one'] })];
  const start = chooseProvision(aClause('c'), proposals, { provision: null, fresh: 'norm' });
  expect(start.draft).toMatchObject({
    ...{ act: 'sail home', bearers: ['The crew', 'one'], words: { from: 5 } },
  });
  expect(start.draft).not.toHaveProperty('id');
  expect(start.reasons).toHaveLength(1);
});

test('without a proposal it begins with the whole clause', () => {
  const { draft, kind } = chooseProvision(aClause(), [], none);
  expect(kind).toBe('norm');
  expect(draft).toMatchObject({ words: { from: 0, exact: 'p1 words.' }, clause: 'c-p1' });
});

test('why something was suggested is told while its words are those of the proposal', () => {
  expect(chooseProvision(aClause('s'), [aProposal(0)], none).reasons).toHaveLength(1);
  expect(chooseProvision(aClause('s'), [aProposal(3)], none).reasons).toHaveLength(0);
});

test('single keys choose what is likeliest first, each once and only what there is', () => {
  const dossier = aDossier({ says: [aNorm('a', 'must', { id: 'p1', bearers: ['three'] })] });
  const [coded] = listCodable(dossier);
  if (coded === undefined) throw new Error('no clause');
  const suggested = { issues: ['nowhere', 'topic'], bearers: ['two'] };
  const { issues, bearers } = listQuickChoices(dossier, coded, suggested);
  expect(issues).toEqual([{ value: 'topic', label: 'Topic' }]);
  expect(bearers.map(({ value }) => value).slice(0, 4)).toEqual(['two', 'three', 'a', 'b']);
  expect(new Set(bearers.map(({ value }) => value)).size).toBe(bearers.length);
});
