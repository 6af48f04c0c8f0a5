import { expect, test } from 'vitest';
import { diffWords } from './word-diff.ts';

const show = (before: string, after: string, language = 'en'): string =>
  (diffWords(before, after, language)?.parts ?? [])
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`,
    )
    .join('');

const cases: readonly (readonly [string, string, string, string])[] = [
  [
    'a changed figure',
    'at most 600,000 men',
    'at most 800,000 men',
    'at most -600,000-+800,000+ men',
  ],
  [
    'an addition',
    'at most 600,000 men',
    'at most 600,000 men in peacetime',
    'at most 600,000 men+ in peacetime+',
  ],
  [
    'a Cyrillic word stays whole',
    'мирний договір',
    'мирна угода',
    '-мирний-+мирна+ -договір-+угода+',
  ],
  ['equal texts', 'peace', 'peace', 'peace'],
];

test.each(cases)('%s', (_name, ...texts) => {
  const [before, after, expected] = texts;
  expect(show(before, after)).toBe(expected);
});

test('says how much two texts have in common', () => {
  expect(diffWords('one two three four', 'one two three five', 'en')?.common).toBe(0.75);
  expect(diffWords('one two', 'three four', 'en')?.common).toBe(0);
  expect(diffWords('', '', 'en')?.common).toBe(1);
});

test('removed and kept parts make the first text, added and kept parts the second', () => {
  const [before, after] = ['The cap of 600,000 holds.', 'A cap of 800,000 holds in peacetime.'];
  const parts = diffWords(before, after, 'en')?.parts ?? [];
  const without = (kind: string): string =>
    parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join('');
  expect(without('added')).toBe(before);
  expect(without('removed')).toBe(after);
});
