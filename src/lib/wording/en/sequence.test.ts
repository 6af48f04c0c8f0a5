import { expect, test } from 'vitest';
import { sequence } from './sequence.ts';

test.each([
  [{ strict: true }, 'strictly after', 'A, then B'],
  [{ strict: false }, 'after or at the same time', 'A, then or at the same time B'],
  [{ min: 0, max: 0, strict: false }, 'at the same time', 'A and B at the same time'],
  [{ min: 30, strict: false }, 'at least 30 days after', 'A, then at least 30 days later B'],
  [{ min: 1, strict: true }, 'more than 1 day after', 'A, then more than 1 day later B'],
  [{ max: 100, strict: false }, 'within 100 days after', 'A, then within 100 days B'],
  [{ min: 7, max: 7, strict: false }, 'exactly 7 days after', 'A, then exactly 7 days later B'],
  [{ min: 7, max: 9, strict: false }, '7 to 9 days after', 'A, then 7 to 9 days later B'],
  [
    { min: -5, strict: false },
    'no earlier than 5 days before',
    'B no earlier than 5 days before A',
  ],
])('an order of %j is told at an arrow and in a list', (days, lag, then) => {
  expect(sequence.lag(days)).toBe(lag);
  expect(sequence.then('A', 'B', days)).toBe(then);
});

const closed = { minOpen: false, maxOpen: false };

test.each([
  [{ ...closed }, 'no date follows'],
  [{ ...closed, min: 0, minOpen: true }, 'after'],
  [{ ...closed, max: 0 }, 'not after'],
  [{ ...closed, min: 10, max: 40 }, '10 to 40 days after'],
  [{ ...closed, min: -30, max: 0 }, 'within 30 days before'],
  [{ ...closed, min: 3, minOpen: true }, 'more than 3 days after'],
  [{ ...closed, min: 5, max: 5 }, 'exactly 5 days after'],
])('a window of %j is told from its origin', (days, told) => {
  expect(sequence.counted(days)).toBe(told);
});
