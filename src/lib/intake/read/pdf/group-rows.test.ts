import { expect, test } from 'vitest';
import { aPage, words, type Words } from '../../../../../tests/support/pdf-pages.ts';
import { groupRows } from './group-rows.ts';
import { rowText } from './row-text.ts';

const rows = (...content: readonly Words[]): readonly string[] =>
  groupRows(aPage([content]).runs).map(rowText);

test('runs on one base line are a row, from left to right', () => {
  expect(
    rows(words('b', { left: 120 }), words('a', { left: 80 }), words('c', { top: 112 })),
  ).toEqual(['a b', 'c']);
});

test('raised and lowered signs stay in the row they stand at', () => {
  const raised = words('1', { left: 92, top: 96, size: 6 });
  const lowered = words('2', { left: 90, top: 115, size: 6 });
  expect(
    rows(words('note', { left: 72 }), raised, words('CO', { left: 80, top: 112 }), lowered),
  ).toEqual(['note1', 'CO2']);
});

test('small print below a large title is a row of its own', () => {
  expect(rows(words('Title', { size: 28 }), words('small print', { top: 118 }))).toEqual([
    'Title',
    'small print',
  ]);
});

test('a row is as large as most of its letters, whatever its bullet', () => {
  const [row] = groupRows(
    aPage([words('•', { size: 16 }), words('long item', { left: 90, size: 9 })]).runs,
  );
  expect(row?.size).toBe(9);
});
