import { describe, expect, test } from 'vitest';
import { checkReading } from './check-reading.ts';
import { readMarkdown } from './read-markdown.ts';

const read = (text: string) => readMarkdown({ name: 'paper.md', text });

const outline = (text: string): readonly string[] => {
  const document = read(text);
  expect(checkReading(document)).toEqual([]);
  return document.blocks.map(({ kind, level, span, cells }) => {
    const words = (cells ?? [span]).map(({ from, to }) => document.text.slice(from, to));
    return `${kind}${level === undefined ? '' : String(level)}: ${words.join(' ¦ ')}`;
  });
};

test.each([
  ['headings by their signs', '# A\n## B', ['heading1: # A', 'heading2: ## B']],
  ['headings by a line below', 'A\n===\n\nB\n---', ['heading1: A\n===', 'heading2: B\n---']],
  ['a sign without a space is no heading', '#A', ['paragraph: #A']],
  ['paragraphs by empty lines', 'A\nB\n\nC', ['paragraph: A\nB', 'paragraph: C']],
  ['lists', '- A\n- B\n\n3) C', ['item1: - A', 'item1: - B', 'item1: 3) C']],
  ['lists in lists', '1. A\n   - B\n2. C', ['item1: 1. A', 'item2: - B', 'item1: 2. C']],
  ['lists in lists with little indentation', '1. A\n  - B', ['item1: 1. A', 'item2: - B']],
  [
    'an item goes on under its words',
    '- A\n  B\n\n  C\n\nD',
    ['item1: - A\n  B', 'paragraph: C', 'paragraph: D'],
  ],
  [
    'a number inside a paragraph begins no list',
    'as in\n5. of May',
    ['paragraph: as in\n5. of May'],
  ],
  [
    'tables',
    '| A | B |\n|---|:-:|\n| 1 | \\| |\n\nC',
    ['row: A ¦ B', 'row: 1 ¦ \\|', 'paragraph: C'],
  ],
  ['strokes without a head are words', 'A | B\nC | D', ['paragraph: A | B\nC | D']],
  ['quotations', '> A\n> B\n>\n> C', ['quote: > A\n> B\n>', 'quote: > C']],
  [
    'code keeps what looks like headings',
    '```\n# A\n\n- B\n```\nC',
    ['code: ```\n# A\n\n- B\n```', 'paragraph: C'],
  ],
  ['a fence that is never closed ends with the text', '~~~\n# A', ['code: ~~~\n# A']],
  ['notes', 'A[^1]\n\n[^1]: B', ['paragraph: A[^1]', 'note: [^1]: B']],
  [
    'HTML is read as HTML',
    '<table>\n<tr><td>A</td><td>B</td></tr>\n</table>\n\nC',
    ['row: A ¦ B', 'paragraph: C'],
  ],
])('%s', (_, source, blocks) => {
  expect(outline(source)).toEqual(blocks);
});

test('the text is the source, sign by sign', () => {
  const source = '# Terms\n\n1. **Each** side [signs](a.md)\\*.\n\n   - It `keeps` &amp; carries\n';
  expect(read(source).text).toBe(source);
  expect(read(source.replaceAll('\n', '\r\n')).text).toBe(source);
});

describe('what nobody sees on the page is left out and listed', () => {
  test.each([
    ['a comment in a line', 'The <!-- why? -->sides', 'The sides', 'comment', '<!-- why? -->'],
    [
      'a comment over lines',
      'A\n\n<!-- b\n\nc -->\n\nD',
      'A\n\n\n\nD',
      'comment',
      '<!-- b\n\nc -->',
    ],
    [
      'the address of a link',
      'A\n\n[1]: https://a.example',
      'A\n\n',
      'markup',
      '[1]: https://a.example',
    ],
    ['a rule', 'A\n\n***\n\nB', 'A\n\n\n\nB', 'markup', '***'],
    ['a head', '---\ntitle: T\n---\nA', 'A', 'front-matter', '---\ntitle: T\n---'],
  ])('%s', (_, source, text, kind, words) => {
    const document = read(source);
    expect(checkReading(document)).toEqual([]);
    expect(document.text).toBe(text);
    expect(document.omissions).toMatchObject([{ kind, words }]);
  });

  test.each(['`<!-- a -->`', '```\n<!-- a -->\n```', 'A <!-- never closed'])(
    'what only looks like a comment stays: %s',
    (source) => {
      expect(read(source)).toMatchObject({ text: source, omissions: [] });
    },
  );

  test('comments are listed where they stood, whatever else is cut', () => {
    const source = '---\ntitle: T\n---\nOne <!-- x -->two\n\n<div>three</div>\n\nfour<!-- y -->';
    const { text, omissions } = read(source);
    expect(text).toBe('One two\n\nthree\n\nfour');
    expect(omissions.map(({ at }) => text.slice(0, at))).toEqual(['', 'One ', text]);
  });
});

test('bold words, struck ones and links are marked inside their signs', () => {
  const { text, marks } = read('**All** of ~~it~~ [here](https://a.example "b")');
  expect(marks.map(({ kind, span }) => `${kind} ${text.slice(span.from, span.to)}`)).toEqual([
    'strong All',
    'struck it',
    'link here',
  ]);
  expect(marks[2]?.target).toBe('https://a.example');
});

test.each([
  ['**Scope**', true],
  ['1. **Scope**', true],
  ['**Scope** and term', undefined],
  ['**Scope** and **term**', undefined],
])('a block that is bold as a whole is strong: %s', (source, strong) => {
  expect(read(source).blocks[0]?.strong).toBe(strong);
});

test('a text says what it is called in its head or its first heading', () => {
  const head = '---\ntitle: "Terms of 2031"\ndate: 2031-04-05\nlang: de\n---\n# Other\n';
  expect(read(head).meta).toEqual({ title: 'Terms of 2031', dated: '2031-04-05', language: 'de' });
  expect(read('A\n\n## **Terms** ##\n').meta).toEqual({ title: 'Terms' });
});

describe('texts made to break readers are read all the same', () => {
  const many = 100_000;
  test.each([
    '#',
    '*',
    '**a',
    '_',
    '`',
    '[',
    '[a](',
    '|',
    '|-',
    '> ',
    '- ',
    '<!--',
    '<',
    '~~',
    '\n- a',
    '\n>',
    '\n|a|\n|-|',
  ])('many times %j', (sign) => {
    expect(checkReading(read(sign.repeat(many)))).toEqual([]);
  });
});
