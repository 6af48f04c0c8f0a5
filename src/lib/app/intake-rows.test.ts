import { expect, test } from 'vitest';
import type { Piece, Segmentation } from '#lib/intake/segment/segmentation.ts';
import { findRow, rowsOf } from './intake-rows.ts';

const text = 'Ports\n1. Open the port\nand pay for it.\n(a) At once.\n\nSigned in two copies.';

const piece = (id: string, words: string, more: Partial<Piece> = {}): Piece => {
  const from = text.indexOf(words);
  return {
    ...{ id, kind: 'clause', span: { from, to: from + words.length }, locator: id },
    ...{ locatorInferred: false, cut: 'number', confidence: 1, splits: [] },
    ...more,
  };
};

const segmentation: Segmentation = {
  pieces: [
    piece('p1', text.slice(0, text.indexOf('\n\n')), { kind: 'section' }),
    piece('p2', '1. Open the port\nand pay for it.\n(a) At once.', {
      parent: 'p1',
      splits: [{ at: text.indexOf('and pay'), reason: 'coordination', confidence: 0.6 }],
    }),
    piece('p3', '(a) At once.', { parent: 'p2', option: { group: 'o1', choice: 'c1' } }),
    piece('p4', 'Signed in two copies.', { kind: 'furniture' }),
  ],
  optionGroups: [{ id: 'o1', label: 'When', choices: [{ id: 'c1', label: 'Option 1' }] }],
  brackets: [],
  warnings: [],
};

const rows = rowsOf(segmentation, text);

test('each piece has a row with its own words, and no word is in two rows', () => {
  expect(rows.map(({ text }) => text)).toEqual([
    'Ports',
    '1. Open the port\nand pay for it.',
    '(a) At once.',
    'Signed in two copies.',
  ]);
  const bare = (words: string): string => words.replace(/\s/g, '');
  expect(bare(rows.map((row) => row.text).join(''))).toBe(bare(text));
});

test('depth, option and proposed splits are told in words', () => {
  expect(rows.map(({ depth }) => depth)).toEqual([0, 1, 2, 0]);
  expect(rows[2]?.option).toBe('When: Option 1');
  expect(rows[1]?.splits[0]?.words).toMatch(/^and pay for it\./);
});

test('a search goes on from a row and begins anew behind the last', () => {
  const find = (words: string, after: number) => findRow(rows, { words, after })?.id;
  expect([find('PORT', -1), find('port', 0), find('port', 1)]).toEqual(['p1', 'p2', 'p1']);
  expect([find('p3', 0), find('nowhere', 0)]).toEqual(['p3', undefined]);
});
