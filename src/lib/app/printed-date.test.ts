import { expect, test } from 'vitest';
import { findPrintedDate } from './printed-date.ts';

test.each([
  ['POSITION OF THE UNION\n\n3 May 2031\n\n1. Hours', '2031-05-03'],
  ['Memorandum of May 3rd, 2031', '2031-05-03'],
  ['Позиція, 21 серпня 2031 року', '2031-08-21'],
  ['Positionspapier vom 3. März 2031', '2031-03-03'],
  ['Le 1er août 2031', '2031-08-01'],
  ['Меморандум от 02.06.2031', '2031-06-02'],
  ['Version 2031-06-02', '2031-06-02'],
  ['First 4 May 2031, then 5 May 2031', '2031-05-04'],
])('%j bears the date %s', (text, date) => {
  expect(findPrintedDate(text)).toBe(date);
});

test.each([
  ['a day there never was', 'On 31 February 2031'],
  ['a month alone', 'Spring session, May 2031'],
  ['a word that is no month', '3 ships 2031'],
  ['figures that could be either', '03/05/2031'],
  ['a date in the body', `${'A line of the body.\n'.repeat(12)}3 May 2031`],
  ['a date in a long sentence', `${'Considering much, '.repeat(8)}and the treaty of 3 May 2031`],
])('%s is no date of the paper', (_, text) => {
  expect(findPrintedDate(text)).toBeUndefined();
});
