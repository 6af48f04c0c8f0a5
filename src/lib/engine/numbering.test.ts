import { expect, test } from 'vitest';
import { numberRows, orderByHand } from './numbering.ts';

const entry = (id: string, number: string) => ({ id, number, pins: [] });

const cases: readonly [ids: string, ledger: ReturnType<typeof entry>[], numbers: string][] = [
  ['a b c', [], '1 2 3'],
  ['a b c', [entry('a', '1'), entry('c', '2')], '1 1a 2'],
  ['a x y b', [entry('a', '12'), entry('b', '13')], '12 12a 12b 13'],
  ['x a', [entry('a', '1')], '2 1'],
  ['a x b', [entry('a', '12'), entry('b', '12a')], '12 12b 12a'],
];

test.each(cases)('rows %s get their numbers', (ids, ledger, numbers) => {
  const list = ids.split(' ');
  const given = numberRows(list, ledger);
  expect(list.map((id) => given.get(id)).join(' ')).toBe(numbers);
});

test('a row moved by hand takes its place in its issue and the others keep their order', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id, issue: 'x' }));
  const moved = orderByHand(rows, [{ ...entry('c', '3'), order: 0 }]);
  expect(moved.map((row) => row.id)).toEqual(['c', 'a', 'b']);
});
