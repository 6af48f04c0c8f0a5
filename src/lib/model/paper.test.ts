import { expect, test } from 'vitest';
import { sha256Of } from './digest.ts';
import { clauseText, ownLengths, paperSchema, shownText } from './paper.ts';

const text = 'Either side does this: 1. one thing. 2. another thing.';
const paper = paperSchema.parse({
  id: 'paper',
  kind: 'memorandum',
  parties: ['a'],
  title: 'Paper',
  dated: '2025',
  language: 'en',
  textKind: 'full',
  sources: [],
  text,
  sha256: sha256Of(text),
  clauses: [
    { id: 'whole', locator: 'I', span: { from: 0, to: text.length } },
    { id: 'first', locator: 'I.1', parent: 'whole', span: { from: 23, to: 36 } },
    { id: 'second', locator: 'I.2', parent: 'whole', span: { from: 37, to: text.length } },
  ],
});

const cases: readonly [index: number, upTo: number, shown: string][] = [
  [0, 0, 'Either side does this: […]'],
  [0, 22, 'Either side does this: […]'],
  [0, 30, text],
  [1, 0, '1. one thing.'],
];

test.each(cases)('clause %i with words marked up to %i shows its opening', (index, upTo, shown) => {
  const clause = paper.clauses[index];
  if (!clause) throw new Error('no such clause');
  expect(shownText(paper, clause, upTo)).toBe(shown);
  expect(clauseText(paper, clause).startsWith(shown.replace(' […]', ''))).toBe(true);
});

test('the own words of a clause end before the number that leads to the first clause inside it', () => {
  const words = 'The following holds:\n(a) one thing.\n(b) nothing else.';
  const [from, to] = [words.indexOf('one'), words.indexOf('\n(b)')];
  const own = ownLengths({
    ...paper,
    text: words,
    clauses: paperSchema.parse({
      ...paper,
      clauses: [
        { id: 'whole', locator: '2', span: { from: 0, to: words.length } },
        { id: 'a', locator: '2(a)', parent: 'whole', span: { from, to } },
        {
          id: 'gone',
          locator: '2(x)',
          parent: 'whole',
          span: { from: 0, to: 0 },
          availability: 'deleted',
        },
      ],
    }).clauses,
  });
  expect(words.slice(0, own.get('whole'))).toBe('The following holds:');
  expect(words.slice(from, from + (own.get('a') ?? 0))).toBe('one thing.');
});
