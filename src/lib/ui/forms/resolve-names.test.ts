import { expect, test } from 'vitest';
import { describeForm } from './describe-form.ts';
import { resolveNames } from './resolve-names.ts';

const choices = {
  act: [{ value: 'leave', label: 'Leave the bay' }],
  actor: [{ value: 'b', label: 'Borduria' }],
  issue: [{ value: 'fleet', label: 'The fleet' }],
  event: [{ value: 'truce', label: 'the truce' }],
  clause: [{ value: 'a-1', label: '1 · a-1' }],
};

function resolve(kind: string, draft: Readonly<Record<string, unknown>>) {
  const variant = describeForm('provision').find(({ value }) => value === kind);
  if (variant === undefined) throw new Error(kind);
  return resolveNames(variant, draft, { choices, isTaken: (_, id) => id === 'open-the-port' });
}

test('names of records become their ids, in lists and in groups too', () => {
  const { draft, made } = resolve('norm', {
    clause: 'a-1',
    act: 'leave THE bay',
    bearers: ['Borduria', ''],
    given: [{ event: 'the truce' }],
    words: { from: 0, exact: 'leave' },
  });
  expect(draft).toEqual({
    clause: 'a-1',
    act: 'leave',
    bearers: ['b', ''],
    given: [{ event: 'truce' }],
    words: { from: 0, exact: 'leave' },
  });
  expect(made).toEqual([]);
});

test('a name that nothing has is made once, under an id that is free', () => {
  const { draft, made } = resolve('order', { before: 'Open the port', after: 'open  the port ' });
  expect(draft).toEqual({ before: 'open-the-port-2', after: 'open-the-port-2' });
  expect(made).toEqual([{ kind: 'event', id: 'open-the-port-2', label: 'Open the port' }]);
});

test('two new names that look alike in Latin letters get ids of their own', () => {
  const { draft, made } = resolve('norm', { bearers: ['Флот', 'Порт'] });
  expect(made.map(({ label }) => label)).toEqual(['Флот', 'Порт']);
  expect(new Set(made.map(({ id }) => id)).size).toBe(2);
  expect(draft).toEqual({ bearers: made.map(({ id }) => id) });
});

test('clauses are not made by naming them', () => {
  expect(resolve('norm', { clause: 'nowhere' })).toEqual({
    draft: { clause: 'nowhere' },
    made: [],
  });
});
