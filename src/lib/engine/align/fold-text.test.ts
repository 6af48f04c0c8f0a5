import { describe, expect, test } from 'vitest';
import { foldText, splitWords } from './fold-text.ts';

describe('folding a text', () => {
  const same: readonly (readonly [string, string])[] = [
    ['Cease-Fire', 'cease-fire'],
    ['the parties’ forces', "the parties' forces"],
    ['зв’язок', 'звʼязок'],
    ['её', 'ее'],
    ['ґрунт', 'грунт'],
    ['Maßnahme', 'Massnahme'],
    ['with\u00ADdrawal', 'withdrawal'],
    ['ﬁnal', 'final'],
    ['за́мок', 'замок'],
    ['５ km', '5 km'],
  ];
  test.each(same)('%s is read as %s', (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  test('й and ї keep their marks, for they are letters of their own', () => {
    expect(foldText('Її край')).toBe('її край');
  });

  test('words keep their apostrophes and lose the signs around them', () => {
    expect(splitWords(foldText('“Об’єкт” № 5, d’accord – 30-day'))).toEqual([
      "об'єкт",
      'no',
      '5',
      "d'accord",
      '30',
      'day',
    ]);
  });

  test('a long run of one sign is folded in one pass', () => {
    for (const sign of ['a', "'", '-', '’', '\u0301'])
      expect(splitWords(foldText(sign.repeat(200_000))).length).toBeLessThanOrEqual(1);
  });
});
