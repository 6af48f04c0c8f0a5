import { expect, test } from 'vitest';
import { findRules } from './parse-rules.ts';

const codes = {
  save: 1,
  restore: 2,
  transform: 3,
  constructPath: 4,
  fill: 5,
  stroke: 6,
  endPath: 7,
  paintFormXObjectBegin: 8,
  paintFormXObjectEnd: 9,
};
/** The page's own coordinates go down, those of a file up. */
const toPage = [1, 0, 0, -1, 0, 800] as const;
const box = (left: number, bottom: number, width: number, height: number): unknown =>
  new Float32Array([
    0,
    left,
    bottom,
    1,
    left + width,
    bottom,
    1,
    left + width,
    bottom + height,
    1,
    left,
    bottom + height,
    4,
  ]);

const rulesOf = (...orders: readonly (readonly [number, unknown])[]): readonly string[] =>
  findRules(
    { fnArray: orders.map(([code]) => code), argsArray: orders.map(([, args]) => args) },
    toPage,
    codes,
  ).map(({ along, at, from, to }) => `${along} ${at} ${from}-${to}`);

test('thin boxes are lines, in the coordinates of the page', () => {
  expect(rulesOf([4, [5, [box(50, 299, 200, 2)], null]])).toEqual(['row 500 50-250']);
  expect(rulesOf([4, [5, [box(49, 100, 2, 200)], null]])).toEqual(['column 50 500-700']);
});

test('boxes with an outline are four lines; filled ones are ground, and paths that only cut are nothing', () => {
  expect(rulesOf([4, [6, [box(50, 300, 200, 100)], null]])).toEqual([
    'row 500 50-250',
    'column 250 400-500',
    'row 400 50-250',
    'column 50 400-500',
  ]);
  expect(rulesOf([4, [5, [box(50, 300, 200, 100)], null]])).toEqual([]);
  expect(rulesOf([4, [7, [box(50, 299, 200, 2)], null]])).toEqual([]);
});

test('changes of coordinates hold until they are taken back', () => {
  const line = [4, [5, [box(50, 299, 200, 2)], null]] as const;
  expect(
    rulesOf(
      [1, null],
      [3, [0.5, 0, 0, 0.5, 0, 0]],
      line,
      [2, null],
      line,
      [8, [[1, 0, 0, 1, 10, 0], null]],
      line,
      [9, null],
    ),
  ).toEqual(['row 650 25-125', 'row 500 50-250', 'row 500 60-260']);
});

test('orders without sense are passed over', () => {
  expect(rulesOf([4, null], [4, [5, ['x']]], [2, null], [3, ['a']])).toEqual([]);
});
