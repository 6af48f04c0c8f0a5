import { expect, test } from 'vitest';
import { rememberRecent } from './recent.ts';

const remember = () => rememberRecent<string>(6, (value) => value.length);

test('what was asked for longest ago is forgotten when the weights grow too large', () => {
  const recent = remember();
  recent.keep('a', 'xx');
  recent.keep('b', 'xx');
  recent.keep('c', 'xx');
  expect(recent.find('a')).toBe('xx');
  recent.keep('d', 'xx');
  expect(['a', 'b', 'c', 'd'].filter((key) => recent.find(key) !== undefined)).toEqual([
    ...['a', 'c', 'd'],
  ]);
});

test('a value kept again takes the place of the one before, weight and all', () => {
  const recent = remember();
  for (const value of ['xxxxx', 'x', 'xxxx']) recent.keep('a', value);
  recent.keep('b', 'xx');
  expect([recent.find('a'), recent.find('b')]).toEqual(['xxxx', 'xx']);
});

test('a value heavier than all that may be kept is kept alone', () => {
  const recent = remember();
  recent.keep('a', 'x');
  recent.keep('b', 'x'.repeat(20));
  expect([recent.find('a'), recent.find('b')?.length]).toEqual([undefined, 20]);
});
