import { expect, test } from 'vitest';
import { sha256Of } from './digest.ts';
import { clauseText, paperSchema, shownText } from './paper.ts';

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
