import { expect, test } from 'vitest';
import { barLines } from './bar-lines.ts';

const widths = (svg: string): readonly number[] =>
  [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));

test('bars are as long as their counts, and none vanishes', () => {
  const rows = [40, 10, 0].map((value) => ({ name: 'Round', value, label: String(value) }));
  expect(widths(barLines({ rows, title: 'Counts' }))).toEqual([170, 42.5, 1]);
});

test('names are escaped, and long ones do not widen the drawing', () => {
  const name = `<script>${'a very long name of a text '.repeat(20)}`;
  const svg = barLines({ rows: [{ name, value: 1, label: '1' }], title: 'Counts & more' });
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('<title>Counts &amp; more</title>');
  expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBeLessThan(620);
});
