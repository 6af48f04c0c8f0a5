import { expect, test } from 'vitest';
import { aDossier, anOrder } from '../../../tests/support/builders.ts';
import { sequenceOf } from './sequence.ts';

const judged = { kind: 'factual', judgement: 'for the test' };
const context = [
  {
    id: 'fact',
    role: 'premise',
    title: 'A fact',
    text: 'A fact.',
    basis: judged,
    states: { kind: 'order', before: 'g', after: 'e' },
  },
];

const dossier = aDossier({
  says: [
    anOrder('a', 'e', 'f', { id: 'p0' }),
    anOrder('b', 'f', 'e', { id: 'p1', option: 'b-choice=one' }),
    anOrder('b', 'f', 'g', { id: 'p2', minDays: 3, option: 'b-choice=two' }),
  ],
  options: { 'b-choice': ['one', 'two'] },
  fields: { context },
});

test('statements carry the readings in which they are made, context all of them', () => {
  const { statements } = sequenceOf(dossier);
  expect(statements.map(({ id, readings }) => [id, readings])).toEqual([
    ['provision-p0--e--f', [0, 1]],
    ['provision-p1--f--e', [0]],
    ['provision-p2--f--g', [1]],
    ['context-fact--g--e', [0, 1]],
  ]);
});

test('days are counted from the event named most, and from another one if asked', () => {
  expect(sequenceOf(dossier).origin).toBe('e');
  expect(sequenceOf(dossier, { from: 'g' }).origin).toBe('g');
  expect(sequenceOf(dossier, { from: 'h' }).origin).toBe('e');
});

test('each column has a lane by its own statements and the context, and all have one together', () => {
  const { timelines } = sequenceOf(dossier);
  expect(timelines.map(({ readings }) => readings)).toEqual([[0], [1]]);
  const [one] = timelines;
  expect(one?.lanes.map(({ column, windows }) => [column, windows === null])).toEqual([
    ['a', false],
    ['b', false],
    [undefined, true],
  ]);
});

test('context that is switched off states nothing', () => {
  const { statements, timelines } = sequenceOf(dossier, { off: ['context:fact'] });
  expect(statements.map(({ source }) => source.kind)).not.toContain('context');
  expect(timelines[1]?.lanes[1]?.windows?.[0]?.named).toBe(false);
});

test('exchanging the columns exchanges the lanes and keeps every statement', () => {
  const there = sequenceOf(dossier, { columns: ['a', 'b'] });
  const back = sequenceOf(dossier, { columns: ['b', 'a'] });
  const byId = ({ statements }: typeof there) => statements.map(({ id }) => id).sort();
  expect(byId(back)).toEqual(byId(there));
  expect(back.origin).toBe(there.origin);
  expect(back.timelines.map(({ lanes }) => [lanes[1], lanes[0], lanes[2]])).toEqual(
    there.timelines.map(({ lanes }) => lanes),
  );
});

test('a dossier that orders nothing has no origin and no lanes', () => {
  expect(sequenceOf(aDossier({ says: [] }))).toEqual({ statements: [], events: [], timelines: [] });
});
