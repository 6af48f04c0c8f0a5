import { expect, test } from 'vitest';
import { checkReading } from './check-reading.ts';
import { readRst } from './read-rst.ts';

const read = (text: string) => readRst({ name: 'paper.rst', text });

const outline = (text: string): readonly string[] => {
  const document = read(text);
  expect(checkReading(document)).toEqual([]);
  return document.blocks.map(({ kind, level, span, cells }) => {
    const words = (cells ?? [span]).map(({ from, to }) => document.text.slice(from, to));
    return `${kind}${level === undefined ? '' : String(level)}: ${words.join(' ¦ ')}`;
  });
};

test.each([
  [
    'depths by the order of signs',
    '=====\nTitle\n=====\n\nOne\n---\n\nTwo\n~~~\n\nThree\n-----',
    [
      'heading1: =====\nTitle\n=====',
      'heading2: One\n---',
      'heading3: Two\n~~~',
      'heading2: Three\n-----',
    ],
  ],
  ['paragraphs', 'A\nB\n\nC', ['paragraph: A\nB', 'paragraph: C']],
  [
    'lists',
    'A:\n\n* B\n  b\n* C\n\n  c\n\nD',
    ['paragraph: A:', 'item1: * B\n  b', 'item1: * C', 'paragraph: c', 'paragraph: D'],
  ],
  ['lists in lists', '1. A\n\n   a) B\n\n#. C', ['item1: 1. A', 'item2: a) B', 'item1: #. C']],
  ['quotations', 'A\n\n   B\n\nC', ['paragraph: A', 'quote: B', 'paragraph: C']],
  [
    'literal blocks',
    'A::\n\n   * B\n\n     C\n\nD',
    ['paragraph: A::', 'code: * B\n\n     C', 'paragraph: D'],
  ],
  ['notes', 'A [1]_\n\n.. [1] B\n   b', ['paragraph: A [1]_', 'note: .. [1] B\n   b']],
  ['what a directive holds', '.. note::\n   :class: x\n\n   A', ['quote: A']],
  [
    'simple tables',
    '=== ===\nA   B\n=== ===\n1   2\n=== ===\n\nC',
    ['row: A ¦ B', 'row: 1 ¦ 2', 'paragraph: C'],
  ],
  [
    'grid tables',
    '+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n\nC',
    ['row: A ¦ B', 'row: 1 ¦ 2', 'paragraph: C'],
  ],
])('%s', (_, source, blocks) => {
  expect(outline(source)).toEqual(blocks);
});

test.each([
  ['markup', '.. _a: https://a.example'],
  ['comment', '.. nobody sees this\n   nor this'],
  ['markup', '----'],
  ['picture', '.. image:: map.png\n   :alt: A map'],
])('left out as %s and listed: %j', (kind, words) => {
  const { text, omissions } = read(`A\n\n${words}\n\nB`);
  expect(text).toBe('A\n\n\n\nB');
  expect(omissions).toEqual([{ kind, words, at: 3 }]);
});

test('the fields at the head are what the text says about itself', () => {
  const { text, meta, omissions } = read(
    'Paper: 7\nTitle: A council\nAuthor: A. Writer,\n        B. Writer\nCreated: 4-Apr-2031\n\n\nScope\n=====\n',
  );
  expect(text.trim()).toBe('Scope\n=====');
  expect(meta).toEqual({ title: 'A council', author: 'A. Writer,', dated: '2031-04-04' });
  expect(omissions).toMatchObject([{ kind: 'front-matter', at: 0 }]);
});

test.each(['=', '=\n', '* ', '\n* a', '..\n', '+-+\n', '|', '::\n\n a', '=== ===\n', 'a\n=\n'])(
  'a text made to break readers is read all the same: many times %j',
  (sign) => {
    expect(checkReading(read(sign.repeat(50_000)))).toEqual([]);
  },
);
