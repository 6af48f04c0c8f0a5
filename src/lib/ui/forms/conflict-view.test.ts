import { expect, test } from 'vitest';
import { describeForm } from './describe-form.ts';
import { findDifferingFields, mergeChosen } from './conflict-view.ts';

const [form] = describeForm('issue');
const before = { id: 'fleet', label: 'The fleet' };
const yours = { id: 'fleet', label: 'The ships' };

test('what only the other changed is proposed as theirs, what both changed as yours', () => {
  if (form === undefined) throw new Error('no form');
  const theirs = { id: 'fleet', label: 'The navy', question: 'Where?' };
  const fields = findDifferingFields(form, { before, yours, theirs });
  expect(fields.map(({ key, proposed, bothChanged }) => [key, proposed, bothChanged])).toEqual([
    ['label', 'yours', true],
    ['question', 'theirs', false],
  ]);
});

test('the merged record is theirs with the chosen fields of yours, empty ones too', () => {
  const theirs = { id: 'fleet', label: 'The navy', question: 'Where?' };
  expect(mergeChosen({ yours, theirs }, new Map([['label', 'yours']]))).toEqual({
    ...{ id: 'fleet', label: 'The ships', question: 'Where?' },
  });
  expect(mergeChosen({ yours, theirs }, new Map([['question', 'yours']]))).toEqual({
    ...{ id: 'fleet', label: 'The navy' },
  });
});
