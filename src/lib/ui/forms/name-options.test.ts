import { expect, test } from 'vitest';
import { findNames, idNamed, nameFor, tellApart } from './name-options.ts';

const options = [
  { value: 'leave', label: 'leave the bay' },
  { value: 'open', label: 'open the port of the bay' },
  { value: 'bay-1', label: 'The bay' },
  { value: 'bay-2', label: 'the  Bay' },
];

test('names that several records share carry their ids, so that each can be meant', () => {
  const told = tellApart(options);
  expect(told.map(({ label }) => label)).toEqual([
    'leave the bay',
    'open the port of the bay',
    'The bay · bay-1',
    'the  Bay · bay-2',
  ]);
  for (const { value, label } of told) expect(idNamed(told, label)).toBe(value);
});

test.each([
  ['a name in other case and spacing', ' Leave  THE bay ', 'leave'],
  ['an id', 'open', 'open'],
  ['a name nothing has', 'lea', undefined],
])('%s is found or not', (_, text, id) => {
  expect(idNamed(options, text)).toBe(id);
});

test('an id is shown by its name, and what was typed as it was typed', () => {
  expect(nameFor(options, 'leave')).toBe('leave the bay');
  expect(nameFor(options, 'Leave, pl')).toBe('Leave, pl');
});

test.each([
  [
    'the beginning of a name comes before the beginning of a word in it',
    'the b',
    ['bay-1', 'bay-2', 'leave', 'open'],
  ],
  ['words may stand apart and be begun', 'port ba', ['open']],
  ['an empty text offers everything in its order', '', ['leave', 'open', 'bay-1', 'bay-2']],
  ['nothing fits', 'xyz', []],
])('%s', (_, typed, ids) => {
  expect(findNames(options, typed, 8).map(({ value }) => value)).toEqual(ids);
});

test('no more are offered than asked for', () => {
  expect(findNames(options, '', 2)).toHaveLength(2);
});
