import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { provisionSchema, type Norm } from '#lib/model/provision.ts';
import { mergeBodies } from './code-shape.ts';

const clause = 'The fleet leaves the bay and the port is opened.';

function aPart(words: string, fields: Readonly<Record<string, unknown>> = {}): Norm {
  const from = clause.indexOf(words);
  const read = provisionSchema.parse({
    ...{ kind: 'norm', id: words.replaceAll(' ', '-'), clause: 'c', issues: ['fleet'] },
    ...{ force: 'demand', bearers: ['b'], act: 'leave', modality: 'must' },
    words: { from, to: from + words.length, exact: words },
    ...fields,
  });
  if (read.kind !== 'norm') throw new Error(read.kind);
  return read;
}

const first = aPart('The fleet leaves the bay');
const second = aPart('the port is opened', { issues: ['port'], bearers: ['a'], act: 'open' });

test('two provisions become one that rests on all words between theirs', () => {
  expect(mergeBodies(first, second, clause)).toMatchObject({
    ...{ id: first.id, act: 'leave', issues: ['fleet', 'port'], bearers: ['b', 'a'] },
    words: { exact: 'The fleet leaves the bay and the port is opened' },
  });
  expect(mergeBodies(second, first, clause).words).toEqual(
    mergeBodies(first, second, clause).words,
  );
});

test('of two amounts of one term the first counts', () => {
  const days = (max: number) => ({ amounts: [{ of: 'length', unit: 'days', max }] });
  const merged = mergeBodies(aPart('The fleet', days(30)), aPart('the bay', days(60)), clause);
  expect(merged).toMatchObject({ amounts: [{ max: 30 }] });
});

const conditions = fc
  .record({
    unconditional: fc.boolean(),
    given: fc.array(fc.constantFrom({ event: 'truce' }, { event: 'vote' }), { maxLength: 2 }),
    onlyIf: fc.boolean(),
  })
  .map(({ unconditional, given, onlyIf }) => ({
    given: unconditional ? [] : given,
    unconditional,
    onlyIf: onlyIf && !unconditional && given.length > 0,
  }));

test('whatever is merged can be stored', () => {
  fc.assert(
    fc.property(conditions, conditions, (a, b) => {
      const merged = mergeBodies(aPart('The fleet', a), aPart('the bay', b), clause);
      expect(provisionSchema.safeParse(merged).success).toBe(true);
    }),
  );
});
