import { expect, test } from 'vitest';
import { aPage, words } from '../../../../../tests/support/pdf-pages.ts';
import { markLines } from './mark-lines.ts';
import type { Rule } from './page-content.ts';

const across = (from: number, to: number, at: number): Rule => ({ along: 'row', at, from, to });
// Ten points large, so that each letter is five points wide.
const { runs } = aPage([words('the old and new', { left: 100, top: 200 })]);

const marked = (...rules: readonly Rule[]): readonly string[] =>
  markLines(runs, rules).map(
    ({ text, struck, underlined }) =>
      `${text}${struck === true ? ' struck' : ''}${underlined === true ? ' underlined' : ''}`,
  );

test('a line through some words strikes out those', () => {
  expect(marked(across(120, 135, 197))).toEqual(['the', 'old struck', 'and new']);
});

test('a line below words underlines them', () => {
  expect(marked(across(100, 175, 202))).toEqual(['the old and new underlined']);
});

test('lines above or far below leave words as they are', () => {
  expect(marked(across(100, 175, 190), across(100, 175, 210))).toEqual(['the old and new']);
});

test('parts of a run keep their places', () => {
  const [, old] = markLines(runs, [across(120, 135, 197)]);
  expect(old).toMatchObject({ left: 120, right: 135, spaced: true });
});
