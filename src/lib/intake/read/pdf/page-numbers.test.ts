import { expect, test } from 'vitest';
import { pageNumbersOf, saysPage } from './page-numbers.ts';

test.each([
  ['12', [12], false],
  ['- 12 -', [12], true],
  ['3 / 61', [3, 61], true],
  ['Page 3 of 10', [3, 10], true],
  ['Seite 3 von 10', [3, 10], true],
  ['стор. 4', undefined, false],
  ['сторінка 4', [4], true],
  ['xiv', [14], false],
  ['p. 7', [7], true],
  ['Article 7', undefined, false],
  ['12 May', undefined, false],
  ['1 2 3', undefined, false],
  ['7%', undefined, false],
])('%j holds the page numbers %j; says so itself: %j', (text, numbers, says) => {
  expect(pageNumbersOf(text)).toEqual(numbers);
  expect(saysPage(text)).toBe(says);
});
