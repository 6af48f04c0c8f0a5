import { describe, expect, test } from 'vitest';
import { checkReading } from './check-reading.ts';
import { readHtml } from './read-html.ts';

const read = (text: string, options = {}) => readHtml({ name: 'page.html', text }, options);

/** The blocks on one line each: what they are, and their words. */
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
    'headings keep their level',
    '<h1>Terms</h1><h3>Scope</h3>',
    ['heading1: Terms', 'heading3: Scope'],
  ],
  ['white space is drawn together', '<p>Each   side\n signs </p>', ['paragraph: Each side signs']],
  ['a paragraph ends where the next begins', '<p>One<p>Two', ['paragraph: One', 'paragraph: Two']],
  ['a break is a new line of the paragraph', '<p>One<br>two', ['paragraph: One\ntwo']],
  ['entities are signs', '<p>Law &amp; order &lt;1&gt;', ['paragraph: Law & order <1>']],
  ['an ordered list shows its numbers', '<ol><li>A<li>B</ol>', ['item1: 1. A', 'item1: 2. B']],
  [
    'a list begins where it says',
    '<ol start=4><li>A<li value=9>B<li>C</ol>',
    ['item1: 4. A', 'item1: 9. B', 'item1: 10. C'],
  ],
  ['letters number a list', '<ol type=a start=26><li>A<li>B</ol>', ['item1: z. A', 'item1: aa. B']],
  [
    'Roman figures number a list',
    '<ol type=I start=4><li>A<li>B</ol>',
    ['item1: IV. A', 'item1: V. B'],
  ],
  ['a list counts down', '<ol reversed><li>A<li>B</ol>', ['item1: 2. A', 'item1: 1. B']],
  [
    'lists in lists are deeper',
    '<ol><li>A<ul><li>B</ul><li>C</ol>',
    ['item1: 1. A', 'item2: ◦ B', 'item1: 2. C'],
  ],
  ['an item holds paragraphs', '<ol><li><p>A</p><p>B</p></ol>', ['item1: 1. A', 'paragraph: B']],
  [
    'a heading in an item takes its number',
    '<ol><li><h3>A</h3>B</ol>',
    ['heading3: 1. A', 'paragraph: B'],
  ],
  ['a list without signs shows none', '<ul style="list-style:none"><li>1. A</ul>', ['item1: 1. A']],
  ['terms and what is said of them', '<dl><dt>A<dd>B</dl>', ['item1: A', 'item2: B']],
  ['rows have cells', '<table><tr><th>A<th>B<tr><td>1<td></table>', ['row: A ¦ B', 'row: 1 ¦ ']],
  [
    'a wide cell leaves places empty',
    '<table><tr><td colspan=2>A<td>B<tr><td>1<td>2<td>3</table>',
    ['row: A ¦  ¦ B', 'row: 1 ¦ 2 ¦ 3'],
  ],
  [
    'a high cell leaves the place below empty',
    '<table><tr><td rowspan=2>A<td>B<tr><td>2</table>',
    ['row: A ¦ B', 'row:  ¦ 2'],
  ],
  [
    'a list in a cell keeps its numbers',
    '<table><tr><td>A<ol><li>B<li>C</ol><td>D</table>',
    ['row: A\n1. B\n2. C ¦ D'],
  ],
  [
    'a table in a cell is words of the cell',
    '<table><tr><td><table><tr><td>A<td>B</table><td>C</table>',
    ['row: A B ¦ C'],
  ],
  [
    'a table of one column only places things',
    '<table><tr><td><p>A<p>B</table>',
    ['paragraph: A', 'paragraph: B'],
  ],
  [
    'words beside the cells are not lost',
    '<table>A<tr>B<td>1<td>2</table>',
    ['paragraph: AB', 'row: 1 ¦ 2'],
  ],
  [
    'quotes are told',
    '<blockquote><p>A</p>B</blockquote>C',
    ['quote: A', 'quote: B', 'paragraph: C'],
  ],
  ['code keeps its lines', '<pre><code>a\n  b</code></pre>', ['code: a\n  b']],
  [
    'preformatted prose has blocks as plain text has',
    '<pre>First\n=====\n\n1. One\n2. Two</pre>',
    ['heading1: First\n=====', 'item1: 1. One', 'item1: 2. Two'],
  ],
  ['unknown elements are part of the line', '<p>The <x-act>act</x-act>s', ['paragraph: The acts']],
])('%s', (_, source, blocks) => {
  expect(outline(source)).toEqual(blocks);
});

test('what the browser adds is marked as generated', () => {
  const { text, marks } = read('<ol><li>The <q>buffer</q> zone</ol>');
  expect(text).toBe('1. The “buffer” zone');
  const generated = marks.map(({ kind, span }) => `${kind} ${text.slice(span.from, span.to)}`);
  expect(generated.toSorted()).toEqual(['generated 1.', 'generated “', 'generated ”']);
});

test.each([
  ['<b>Whole</b> <strong>line</strong>', true],
  ['<b>Part</b> of it', undefined],
])('a block that is all bold is strong: %s', (inside, strong) => {
  expect(read(`<p>${inside}`).blocks[0]?.strong).toBe(strong);
});

test('marks stay inside their blocks', () => {
  const { text, marks } = read('<b><p>One</p><p>Two</p></b>');
  expect(marks.map(({ span }) => text.slice(span.from, span.to))).toEqual(['One', 'Two']);
});

describe('old and new words', () => {
  const source = '<p>within <del>ten</del><ins>thirty</ins> days';
  test.each([
    ['both', 'within tenthirty days', []],
    ['accepted', 'within thirty days', ['tracked-deletion: ten']],
    ['rejected', 'within ten days', ['tracked-insertion: thirty']],
  ])('%s', (revisions, text, omitted) => {
    const document = read(source, { revisions });
    expect(document.text).toBe(text);
    expect(document.omissions.map(({ kind, words }) => `${kind}: ${words}`)).toEqual(omitted);
  });
});

describe('what is left out is listed', () => {
  test.each([
    ['<nav><a href=/>Home</a></nav>', 'navigation', 'Home'],
    ['<footer>All rights reserved</footer>', 'page-foot', 'All rights reserved'],
    ['<header><img alt="The Daily"></header>', 'page-head', 'The Daily'],
    ['<aside>Read more</aside>', 'other-article', 'Read more'],
    ['<form>Mail <input type=submit value=Subscribe></form>', 'form', 'Mail Subscribe'],
    ['<p hidden>Secret</p>', 'hidden', 'Secret'],
    ['<p style="display: none">Secret</p>', 'hidden', 'Secret'],
    ['<img src=a.png alt="A map">', 'picture', 'A map'],
    ['<noscript>Switch scripts on</noscript>', 'hidden', 'Switch scripts on'],
    ['<script>let a = 1</script>', 'script', ''],
  ])('%s', (source, kind, words) => {
    const { text, omissions } = read(`<h1>Terms</h1>${source}<p>Each side signs.`);
    expect(text).toBe('Terms\n\nEach side signs.');
    expect(omissions).toEqual([{ kind, words, at: 5 }]);
  });

  test('a foot inside the article is its own', () => {
    expect(read('<article><p>A</p><footer>Signed</footer></article>').text).toBe('A\n\nSigned');
  });

  test('a form around the whole page is not left out', () => {
    const words = 'Each side withdraws its forces. '.repeat(40).trim();
    expect(read(`<form><input name=q><p>${words}</form>`).text).toBe(words);
  });

  test('the title in the head of the page is kept when there is no other', () => {
    expect(read('<header><h1>Terms</h1></header><p>A').text).toBe('Terms\n\nA');
    expect(read('<header><h2>Site</h2></header><h1>Terms</h1>').text).toBe('Terms');
  });

  test('a page of nothing but furniture is kept', () => {
    expect(outline('<nav><ul><li>Home</ul></nav>')).toEqual(['item1: • Home']);
  });
});

test('beside an article everything is set apart', () => {
  const story = 'The sides met for a third day and put down what they want. '.repeat(8);
  const page = read(`<div>Cookies?</div><article><p>${story}</article><div>Elsewhere: rain</div>`);
  expect(page.blocks.map(({ apart }) => apart === true)).toEqual([true, false, true]);
});

test('a page says who published it, when and where', () => {
  const { meta } = read(`<!-- saved from url=(0030)https://news.example/terms --><html lang="en-GB">
    <head><title>Terms | The Daily</title><meta property="og:site_name" content="The Daily">
    <meta property="article:published_time" content="2031-04-05T10:00:00Z">
    <meta name=author content="A. Writer"></head><h1>Terms</h1>`);
  expect(meta).toEqual({
    title: 'Terms',
    published: '2031-04-05',
    author: 'A. Writer',
    publisher: 'The Daily',
    url: 'https://news.example/terms',
    language: 'en-GB',
  });
});

describe('pages made to break readers are read all the same', () => {
  const many = 30_000;
  test.each([
    ['nested elements', `${'<div>'.repeat(many)}words`],
    ['end tags of nothing', `words${'<span>'.repeat(many)}${'</x>'.repeat(many)}`],
    ['beginnings of tags', `words${'<'.repeat(many)}`],
    ['beginnings of comments', `words${'<!--'.repeat(many)}`],
    ['tables in tables', `${'<table><tr><td>'.repeat(many)}words`],
    ['cells over all rows', `words<table>${'<tr><td rowspan=9999>'.repeat(many)}`],
    ['lists in lists', `${'<ol><li>'.repeat(many)}words`],
    ['attributes', `<p ${'a=1 '.repeat(many)}>words`],
  ])('%s', (_, source) => {
    const document = read(source);
    expect(document.text).toContain('words');
    expect(checkReading(document)).toEqual([]);
  });
});
