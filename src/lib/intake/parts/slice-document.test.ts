import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkReading } from '../read/check-reading.ts';
import { readHtml } from '../read/read-html.ts';
import { sliceDocument } from './slice-document.ts';

const document = readHtml({
  name: 'page.html',
  text: `<h1>Terms</h1><img alt="A map"><p>Each <b>side</b> signs.</p><ol><li>One<li>Two</ol>
    <table><tr><td>A<td>B<tr><td>C<td>D</table><img alt="A seal">`,
});

test('the whole document is its own slice', () => {
  expect(sliceDocument(document, [{ from: 0, to: document.text.length }])).toEqual(document);
});

test('stretches apart are put together, and what lies in them moves with them', () => {
  const at = (words: string) => document.text.indexOf(words);
  const slice = sliceDocument(document, [
    { from: at('Each'), to: at('1. One') },
    { from: at('2. Two'), to: at('A\tB') },
  ]);
  expect(slice.text.replace(/\s+/g, ' ').trim()).toBe('Each side signs. 2. Two');
  const words = ({ from, to }: { from: number; to: number }) => slice.text.slice(from, to);
  expect(slice.blocks.map(({ span }) => words(span))).toEqual(['Each side signs.', '2. Two']);
  expect(slice.marks.map(({ kind, span }) => `${kind} ${words(span)}`)).toEqual([
    'strong side',
    'generated 2.',
  ]);
  expect(slice.omissions).toEqual([]);
});

test('a slice keeps the laws of reading, wherever it is cut', () => {
  const end = document.text.length;
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: end }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(cuts, (offsets) => {
      const sorted = offsets.toSorted((a, b) => a - b);
      const spans = sorted.flatMap((from, i) => {
        const to = sorted[i + 1];
        return to === undefined || i % 2 === 1 ? [] : [{ from, to }];
      });
      const slice = sliceDocument(document, spans);
      expect(checkReading(slice)).toEqual([]);
      const kept = spans.map(({ from, to }) => document.text.slice(from, to)).join('\n\n');
      expect(slice.text).toBe(kept);
    }),
    { seed: 7 },
  );
});
