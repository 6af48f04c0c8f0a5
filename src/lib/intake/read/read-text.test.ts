import { describe, expect, test } from 'vitest';
import { checkReading } from './check-reading.ts';
import { readText } from './read-text.ts';

const read = (text: string) => readText({ name: 'paper.txt', text });

const outline = (text: string): readonly string[] => {
  const document = read(text);
  expect(checkReading(document)).toEqual([]);
  return document.blocks.map(({ kind, level, span, cells }) => {
    const words = (cells ?? [span]).map(({ from, to }) => document.text.slice(from, to));
    return `${kind}${level === undefined ? '' : String(level)}: ${words.join(' ¦ ')}`;
  });
};

const wide = 'The sides keep to the terms of the truce from the day on which both have signed';

test.each([
  ['empty lines part paragraphs', 'A\n\nB', ['paragraph: A', 'paragraph: B']],
  [
    'a full line goes on in the next',
    `${wide}\nand for as long as it is not ended.`,
    [`paragraph: ${wide}\nand for as long as it is not ended.`],
  ],
  [
    'a line that had room for more is a paragraph',
    `Scope\n${wide}\nand on.`,
    ['paragraph: Scope', `paragraph: ${wide}\nand on.`],
  ],
  [
    'numbers begin items',
    `${wide}:\n1. One\n2. Two`,
    [`paragraph: ${wide}:`, 'item1: 1. One', 'item1: 2. Two'],
  ],
  [
    'a year at the begin of a full line is no number',
    `${wide}, in May\n2031 or later.`,
    [`paragraph: ${wide}, in May\n2031 or later.`],
  ],
  [
    'indented items are deeper',
    '1. One\n   (a) Two\n   (b) Three\n2. Four',
    ['item1: 1. One', 'item2: (a) Two', 'item2: (b) Three', 'item1: 2. Four'],
  ],
  ['Cyrillic letters number items', 'а) Один\nб) Два', ['item1: а) Один', 'item1: б) Два']],
  ['bullets begin items', '• One\n• Two', ['item1: • One', 'item1: • Two']],
  [
    'an item goes on below',
    `1. ${wide}\n   and for longer.\n2. Two`,
    [`item1: 1. ${wide}\n   and for longer.`, 'item1: 2. Two'],
  ],
  [
    'a line of signs makes a heading',
    'Scope\n=====\nA',
    ['heading1: Scope\n=====', 'paragraph: A'],
  ],
  ['lines with tabs are rows', 'A\tB\n1\t2', ['row: A ¦ B', 'row: 1 ¦ 2']],
  ['one line with a tab is a line', 'Date:\tMay', ['paragraph: Date:\tMay']],
])('%s', (_, source, blocks) => {
  expect(outline(source)).toEqual(blocks);
});

test('lines longer than any page is wide are paragraphs', () => {
  const long = `${wide}, ${wide}, and nothing else binds them.`;
  expect(outline(`${long}\n${long}`)).toHaveLength(2);
});

test('a form feed begins a page', () => {
  const { text, blocks } = read('A\n\fB\n\n\fC');
  expect(text).toBe('A\n\nB\n\n\nC');
  expect(blocks.map(({ page }) => page)).toEqual([1, 2, 3]);
});

test('the text is kept sign by sign but for line ends and controls', () => {
  expect(read('A\r\nB\rC\u0007D\u0000').text).toBe('A\nB\nC D ');
});

describe('texts made to break readers are read all the same', () => {
  test.each(['a', ' ', '\t', '- ', '1. ', '=', '\n', '\n- a', '\na\tb', '\f', '(', 'IV. '])(
    'many times %j',
    (sign) => {
      expect(checkReading(read(sign.repeat(200_000)))).toEqual([]);
    },
  );
});
