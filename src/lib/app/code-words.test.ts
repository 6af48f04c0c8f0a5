import { expect, test } from 'vitest';
import { splitWords } from './code-words.ts';

const quote = (text: string, words: string) => {
  const from = text.indexOf(words);
  return { from, to: from + words.length, exact: words };
};

const clause = '1. The fleet leaves the bay, and the port is opened; mines are cleared.';

test.each([
  ['at a semicolon before anything else', clause.slice(3), 'port is opened', 'mines are cleared.'],
  [
    'at an "and" behind a comma',
    'ships leave and boats sail, and the port opens',
    'sail',
    'the port',
  ],
  ['at an "and"', 'lift the ban and open the port', 'lift the ban', 'open the port'],
  ['at the line of an item', 'the fleet\n- leaves', 'the fleet', '- leaves'],
  ['in other languages', 'снять запрет и открыть порт', 'снять запрет', 'открыть порт'],
])('words are divided %s', (_, words, endOfFirst, startOfSecond) => {
  const [first, second] = splitWords({ from: 3, to: 3 + words.length, exact: words }) ?? [];
  expect(first?.exact.endsWith(endOfFirst)).toBe(true);
  expect(second?.exact.startsWith(startOfSecond)).toBe(true);
});

test('the words that were selected make the second provision, wherever they stand', () => {
  const whole = quote(clause, 'The fleet leaves the bay, and the port is opened');
  const behind = splitWords(whole, quote(clause, 'the port is opened'));
  expect(behind?.map(({ exact }) => exact)).toEqual([
    'The fleet leaves the bay, and',
    'the port is opened',
  ]);
  const before = splitWords(whole, quote(clause, 'The fleet leaves the bay'));
  expect(before?.map(({ exact }) => exact)).toEqual([
    'and the port is opened',
    'The fleet leaves the bay',
  ]);
});

test('each part stands where it says in the clause', () => {
  const whole = quote(
    clause,
    'The fleet leaves the bay, and the port is opened; mines are cleared.',
  );
  for (const part of splitWords(whole) ?? [])
    expect(clause.slice(part.from, part.to)).toBe(part.exact);
  expect(splitWords(whole)).toHaveLength(2);
});

test.each([
  ['one word', 'ceasefire', undefined],
  ['all of the words', 'open the port', { from: 0, to: 13 }],
  ['words elsewhere', 'open the port', { from: 40, to: 50 }],
])('%s cannot be divided', (_, exact, own) => {
  expect(splitWords({ from: 0, to: exact.length, exact }, own)).toBeUndefined();
});
