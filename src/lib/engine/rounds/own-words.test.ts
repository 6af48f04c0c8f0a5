import { expect, test } from 'vitest';
import { reversedKind, type MoveKind } from './move.ts';
import { compareOwnWords } from './own-words.ts';

const cases: readonly [string, string, MoveKind][] = [
  ['The pier is open.', 'The pier  is\nopen.', 'unchanged'],
  ['The pier is open.', 'The old pier is open to all.', 'words-added'],
  ['The pier [shall][should] open.', 'The pier shall open.', 'words-struck-out'],
  ['The pier opens.', 'The pier closes.', 'reworded'],
  ['[The pier [is] open.]', 'The pier is open.', 'brackets-changed'],
  ['Відведення військ за 30 днів', 'Відведення військ за 15 днів', 'reworded'],
  ['يفتح الميناء', 'يفتح الميناء للجميع', 'words-added'],
];

test.each(cases)('from “%s” to “%s”', (before, after, kind) => {
  expect(compareOwnWords(before, after)).toBe(kind);
  expect(compareOwnWords(after, before)).toBe(reversedKind[kind]);
});
