import { expect, test } from 'vitest';
import { parseDossier } from '#lib/model/dossier.ts';
import { sha256Of } from '#lib/model/digest.ts';
import { listCodable, nextIn, shorten } from './reading-order.ts';

const text = '1 Demands:\n(a) leave the bay\n(b) open the port\n2 Nothing else.';
const at = (words: string) => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
});

const clauses = [
  { id: 'c2', locator: '2', span: at('Nothing else.') },
  { id: 'c1', locator: '1', span: { from: 0, to: text.indexOf('\n2') } },
  { id: 'a', locator: '1a', parent: 'c1', span: at('leave the bay') },
  { id: 'b', locator: '1b', parent: 'c1', span: at('open the port') },
  { id: 's', locator: 'I', kind: 'section', span: { from: 0, to: text.length } },
  { id: 'gone', locator: '3', availability: 'deleted', span: { from: 0, to: 0 } },
];

const parsed = parseDossier({
  ...{ version: 1, id: 'd', title: 'D', summary: 'D', language: 'en' },
  papers: [
    {
      ...{ id: 'p', kind: 'memorandum', parties: ['x'], title: 'P', dated: '2025', language: 'en' },
      ...{ textKind: 'full', sources: [], text, sha256: sha256Of(text), clauses },
    },
  ],
});
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const coded = listCodable(parsed.value);

test('clauses with words of their own are coded in the order of the text', () => {
  expect(coded.map(({ clause }) => clause.id)).toEqual(['c1', 'a', 'b', 'c2']);
});

test('the words of a clause end where the first clause inside it begins', () => {
  expect(text.slice(0, coded[0]?.ownLength)).toBe('1 Demands:');
});

test('the next clause is looked for ahead, then from the beginning, and never where one is', () => {
  expect(nextIn(coded, 1, 'none')?.clause.id).toBe('b');
  expect(nextIn(coded, 3, 'none')?.clause.id).toBe('c1');
  expect(nextIn(coded, -1, 'none')?.clause.id).toBe('c1');
  expect(nextIn(coded.slice(0, 1), 0, 'none')).toBeUndefined();
});

test.each([
  ['short words stay', 'leave  the\nbay', 40, 'leave the bay'],
  ['long ones end at a word', 'leave the bay and open the port', 20, 'leave the bay and…'],
  ['what has no spaces is cut', 'x'.repeat(30), 10, `${'x'.repeat(10)}…`],
])('%s', (_, long, most, short) => {
  expect(shorten(long, most)).toBe(short);
});
