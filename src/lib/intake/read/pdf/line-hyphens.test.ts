import { describe, expect, test } from 'vitest';
import { setLines, aPage } from '../../../../../tests/support/pdf-pages.ts';
import { groupRows } from './group-rows.ts';
import { LineHyphens } from './line-hyphens.ts';

const judge = (above: string, below: string, ...others: readonly string[]): string => {
  const { runs } = aPage([setLines([...others, above, below])]);
  return new LineHyphens(groupRows(runs)).judge(above, below);
};

describe('a hyphen at the end of a line', () => {
  test.each([
    ['the har-', 'bour opens', 'drop', 'by default: the text is set with hyphens'],
    ['the har\u00ad', 'bour opens', 'drop', 'where the file says it is soft'],
    ['a cross-', 'border road', 'keep', 'where the word has one elsewhere', 'a cross-border road'],
    ['a har-', 'bour', 'drop', 'where the word has none elsewhere', 'each harbour', 'a har-bour'],
    ['of decision-', 'making', 'keep', 'between two words of the text', 'decision is making'],
    ['COVID-', '19 rules', 'keep', 'before figures'],
    ['the EU-', 'wide rule', 'keep', 'behind capitals'],
    ['the trans-', 'Atlantic road', 'keep', 'before a capital'],
    ['import-', 'and export', 'keep-and-space', 'that stands for the rest of a word'],
    ['Ein-', 'und Ausfuhr', 'keep-and-space', 'the same in German'],
    ['the years 1990-', '2000', 'keep', 'between figures'],
    ['a dash -', 'and more', 'none', 'that is a dash'],
    ['no hyphen', 'at all', 'none', 'that is none'],
  ])('%j, %j: %s, %s', (above, below, expected, _why, ...others) => {
    expect(judge(above, below, ...others)).toBe(expected);
  });

  test('is looked for at the end alone, however long the line', () => {
    expect(judge('a'.repeat(400_000), 'bour')).toBe('none');
  });

  test('is kept in a text whose program does not break words', () => {
    const plain = Array.from({ length: 200 }, () => 'the office opens a road');
    expect(judge('the anti-', 'slip mat', ...plain)).toBe('keep');
  });
});
