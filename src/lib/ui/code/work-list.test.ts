import { expect, test } from 'vitest';
import { aClaim, aDossier, aNorm } from '../../../../tests/support/builders.ts';
import { buildWorkList, readWorkQuery } from './work-list.ts';

const suggested = { review: { state: 'suggested' } };

const dossier = aDossier({
  says: [
    aNorm('a', 'must', { id: 'p1', ...suggested }),
    aNorm('a', 'may', { id: 'p2' }),
    { ...aClaim('b', 's', true), id: 'p3' },
  ],
  fields: {
    issues: [
      { id: 'topic', label: 'Topic' },
      { id: 'empty', label: 'Nothing here' },
    ],
  },
});

const everything = readWorkQuery(new URLSearchParams());

const ids = (search: string) =>
  buildWorkList(dossier, readWorkQuery(new URLSearchParams(search))).papers.flatMap(({ clauses }) =>
    clauses.map(({ id }) => id),
  );

test('every clause stands under its paper with how far its coding is', () => {
  const { papers, counts, total, shown } = buildWorkList(dossier, everything);
  expect(papers.map(({ id, clauses }) => [id, clauses.map(({ state }) => state)])).toEqual([
    ['paper-a', ['suggested', 'confirmed']],
    ['paper-b', ['confirmed']],
  ]);
  expect(counts).toEqual({ suggested: 1, confirmed: 2, none: 0 });
  expect([shown, total]).toEqual([3, 3]);
});

test('issues are counted by the provisions at home in them; those without any are left out', () => {
  expect(buildWorkList(dossier, everything).issues).toEqual([
    { id: 'topic', label: 'Topic', suggested: 1, confirmed: 2 },
  ]);
});

test.each([
  ['by state', 'state=suggested', ['c-p1']],
  ['by paper', 'paper=paper-b', ['c-p3']],
  ['by words, whatever their case', 'q=P2%20WORDS', ['c-p2']],
  ['by issue', 'issue=empty', []],
  ['by a state that is none, which counts as not set', 'state=odd&paper=paper-a', ['c-p1', 'c-p2']],
])('the list is narrowed %s', (_, search, expected) => {
  expect(ids(search)).toEqual(expected);
});

test('one begins with the first clause whose suggestions wait', () => {
  expect(buildWorkList(dossier, everything).next).toBe('c-p1');
  const done = aDossier({ says: [aNorm('a', 'must')] });
  expect(buildWorkList(done, everything).next).toBeUndefined();
});
