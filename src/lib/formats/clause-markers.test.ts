import { expect, test } from 'vitest';
import type { Clause } from '#lib/model/clause.ts';
import { readMarkedText, writeMarkedText } from './clause-markers.ts';

const clause = (id: string, from: number, to: number, parent?: string): Clause => ({
  id,
  locator: id,
  locatorInferred: false,
  kind: 'clause',
  span: { from, to },
  availability: from === to ? 'deleted' : 'present',
  issues: [],
  beside: [],
  renderings: [],
  sources: [],
  ...(parent === undefined ? {} : { parent }),
});

test('markers nest as the clauses do, an empty clause inside its parent', () => {
  const clauses = [clause('a', 0, 5), clause('a.1', 0, 3, 'a'), clause('a.2', 5, 5, 'a')];
  const marked =
    '<!--clause a--><!--clause a.1-->one<!--/clause-->, <!--clause a.2--><!--/clause--><!--/clause-->.';
  expect(writeMarkedText('one, .', clauses)).toEqual({ ok: true, value: marked });
  const read = readMarkedText(marked);
  expect(read.ok && [read.value.text, Object.fromEntries(read.value.clauses)]).toEqual([
    'one, .',
    {
      a: { span: { from: 0, to: 5 } },
      'a.1': { span: { from: 0, to: 3 }, parent: 'a' },
      'a.2': { span: { from: 5, to: 5 }, parent: 'a' },
    },
  ]);
});

test.each([
  ['<!--clause x-->', '<!--\\clause x-->'],
  ['<!--\\clause x-->', '<!--\\\\clause x-->'],
  ['<!-- /clause -->', '<!--\\ /clause -->'],
  ['<!--clausewitz', '<!--\\clausewitz'],
  ['<!-- a comment -->', '<!-- a comment -->'],
])('the text %j is written as %j and comes back', (text, marked) => {
  expect(writeMarkedText(text, [])).toEqual({ ok: true, value: marked });
  expect(readMarkedText(marked)).toMatchObject({ ok: true, value: { text } });
});

test('ids with hyphens at the end and spaces typed by hand are read', () => {
  const read = readMarkedText(
    '<!-- clause a-- -->x<!-- /clause --><!--clause b--->y<!--/clause-->',
  );
  expect(read.ok && [...read.value.clauses.keys()]).toEqual(['a--', 'b-']);
});

test.each([
  ['overlap', [clause('a', 0, 3), clause('b', 2, 5)], 'spans_cross'],
  ['leave their parent', [clause('a', 0, 3), clause('b', 2, 5, 'a')], 'spans_cross'],
  ['leave the text', [clause('a', 0, 99)], 'spans_cross'],
  ['hang under nothing', [clause('a', 0, 1, 'z')], 'clause_tree_broken'],
  ['hang under themselves', [clause('a', 0, 1, 'a')], 'clause_tree_broken'],
])('clauses that %s are not written', (_, clauses, code) => {
  expect(writeMarkedText('words', clauses)).toMatchObject({ ok: false, problems: [{ code }] });
});
