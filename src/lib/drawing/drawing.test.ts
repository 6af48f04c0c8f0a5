import { describe, expect, test } from 'vitest';
import { overlaps, textBoxes, viewBox, xmlFaults } from '../../../tests/support/read-drawing.ts';
import { cycleDrawing } from './cycle-drawing.ts';
import { withFixedColours } from './fixed-colours.ts';
import { shortenText, textWidth, wrapText } from './measure.ts';
import { numberLine, type NumberLine } from './number-line.ts';
import { scopeChips } from './scope-chips.ts';
import { statusStrip } from './status-strip.ts';
import { escapeXml } from './svg.ts';
import { timeBar } from './time-bar.ts';

const format = (value: number): string => value.toLocaleString('en');
const labels = { O: 'must', L: 'free', F: 'must not' } as const;

const strip = (names: readonly string[]): string =>
  statusStrip({
    title: `status of ${names.join(' and ')}`,
    labels,
    rows: names.map((name, index) => ({
      name,
      accepts: index % 2 === 0 ? ['O', 'L'] : ['L', 'F'],
    })),
  });

const figures: NumberLine['rows'][number]['value'][] = [
  { min: 30 },
  { min: 10, max: 45 },
  'unset',
  'unstated',
  'unconvertible',
  {},
];
const line = (names: readonly string[]): string =>
  numberLine({
    title: `figures of ${names.join(' and ')}`,
    format,
    common: { min: 30, max: 45 },
    commonLabel: 'textual overlap from 30 to 45 days',
    rows: names.map((name, index) => ({
      name,
      value: figures[index % figures.length] ?? {},
      label: 'at least 30 days',
    })),
  });

const bar = (names: readonly string[]): string =>
  timeBar({
    title: `time of ${names.join(' and ')}`,
    format,
    originLabel: '0: ceasefire',
    rows: names.map((name, index) => ({
      name,
      value: index % 2 === 0 ? { min: 30, strict: true } : { min: -20, max: 0, strict: false },
      label: 'some days',
    })),
  });

const chips = (names: readonly string[]): string =>
  scopeChips({
    title: `scope of ${names.join(' and ')}`,
    groups: [
      { name: 'In common', values: ['land'], common: true },
      ...names.map((name) => ({ name: `Only ${name}`, values: ['sea', name], common: false })),
    ],
  });

const cycle = (names: readonly string[], maxWidth = 900): string =>
  cycleDrawing({
    title: `circle of ${names.join(' and ')}`,
    maxWidth,
    links: names.map((name, index) => ({
      event: `${name} acts`,
      source: `${name} I.${index}`,
      premise: index % 3 === 1,
    })),
  });

const drawings = { strip, line, bar, chips, cycle };
const kinds = Object.entries(drawings);

const hostile = [
  '<script>alert(1)</script>',
  '"><svg onload="x">&amp;',
  "it's ]]> <!-- & -->",
  'nul\u0000 bell\u0007 lone\uD800',
];
const scripts = [
  'Українська делегація',
  'הצד הישראלי',
  'الوفد العربي',
  '中国代表团',
  'a'.repeat(400),
];

describe.each(kinds)('the %s', (_, draw) => {
  test.each([
    ['plain names', ['Norland', 'Sudland']],
    ['hostile names', hostile],
    ['names in other scripts and very long ones', scripts],
  ])('is well-formed and holds no broken number, with %s', (_name, names) => {
    const svg = draw(names);
    expect(xmlFaults(svg)).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(svg).not.toMatch(/<script|<svg [^>]*onload|style=| id=/i);
  });

  test('tells itself in a title and fixes no colour', () => {
    const svg = draw(['Norland', 'Sudland']);
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]* of Norland and Sudland<\/title>/);
    const paints = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, paint]) => paint);
    expect(
      paints.filter((paint) => !/^(none|currentColor|var\(--.*\))$/.test(paint ?? '')),
    ).toEqual([]);
  });

  test('names the columns in their order, and the other way round when they are exchanged', () => {
    const order = (svg: string): readonly string[] =>
      textBoxes(svg)
        .map(({ text }) => /Norland|Sudland/.exec(text)?.[0] ?? '')
        .filter((name, index, all) => name !== '' && all.indexOf(name) === index);
    expect(order(draw(['Norland', 'Sudland']))).toEqual(['Norland', 'Sudland']);
    expect(order(draw(['Sudland', 'Norland']))).toEqual(['Sudland', 'Norland']);
  });

  test.each([2, 3, 5, 8])('keeps %i lines of names apart and inside its frame', (count) => {
    const names = Array.from({ length: count }, (_n, index) =>
      index % 2 === 0 ? `Party ${index}` : `The Association of Dockworkers and Seafarers ${index}`,
    );
    const svg = draw(names);
    const boxes = textBoxes(svg);
    const { width, height } = viewBox(svg);
    expect(overlaps(boxes)).toEqual([]);
    expect(boxes.filter((box) => box.left < -0.5 || box.right > width + 0.5)).toEqual([]);
    expect(boxes.filter((box) => box.top < -1 || box.bottom > height + 1)).toEqual([]);
  });

  test('loses no colour and no font in a file without a style sheet', () => {
    const svg = withFixedColours(draw(['fill="currentColor"', 'Sudland']));
    expect(svg).not.toMatch(/="(var\(|currentColor)/);
    expect(svg).toContain('font-family=');
    expect(xmlFaults(svg)).toEqual([]);
  });
});

describe('a circular order', () => {
  const long = (index: number): string =>
    `step number ${index}, which has a rather long name because somebody wrote it all out`;
  test.each(
    [2, 3, 4, 5, 6, 7, 8].flatMap((count) =>
      [300, 500, 900, 1200].map((width) => [count, width] as const),
    ),
  )('of %i long steps in %i units has no overlapping text', (count, maxWidth) => {
    const svg = cycleDrawing({
      title: 'long',
      maxWidth,
      links: Array.from({ length: count }, (_, index) => ({
        event: long(index),
        source: `premise, interpretive: so it is read by the coder of link ${index}`,
        premise: index % 2 === 0,
      })),
    });
    const { width, height } = viewBox(svg);
    const boxes = textBoxes(svg);
    expect(width).toBeLessThanOrEqual(Math.max(maxWidth, 220));
    expect(overlaps(boxes)).toEqual([]);
    expect(boxes.filter((box) => box.left < 0 || box.right > width)).toEqual([]);
    expect(boxes.filter((box) => box.top < 0 || box.bottom > height)).toEqual([]);
    expect(svg.match(/stroke-dasharray/g)?.length).toBe(Math.ceil(count / 2));
    for (let index = 0; index < count; index += 1) expect(svg).toContain(`step number ${index}`);
  });
});

describe('a number line', () => {
  const rows = [
    { name: 'Norland', value: { min: 30 }, label: 'at least 30 days' },
    { name: 'Sudland', value: { max: 3 }, label: 'at most 3 days' },
  ] as const;

  test('spans a gap and names its ends', () => {
    const svg = numberLine({ title: 't', format, rows, gapLabel: 'a gap of 27 days' });
    expect(textBoxes(svg).map(({ text }) => text)).toEqual([
      'Norland',
      'at least 30 days',
      'Sudland',
      'at most 3 days',
      '3',
      '30',
      'a gap of 27 days',
    ]);
  });

  test('shades no zone where there is a gap', () => {
    const svg = numberLine({
      title: 't',
      format,
      rows,
      common: { min: 1 },
      commonLabel: 'overlap',
      gapLabel: 'gap',
    });
    expect(svg).not.toContain('overlap');
    expect(svg).not.toContain('<rect');
  });

  test.each([
    ['all open', [{}, {}]],
    [
      'one point',
      [
        { min: 5, max: 5 },
        { min: 5, max: 5 },
      ],
    ],
    ['extreme figures', [{ min: -1e308 }, { max: 1e308 }]],
    ['nothing at all', []],
  ])('holds with %s', (_, values) => {
    const svg = numberLine({
      title: 't',
      format,
      rows: values.map((value, index) => ({ name: `P${index}`, value, label: '' })),
    });
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(xmlFaults(svg)).toEqual([]);
  });
});

describe('a status strip', () => {
  const filled = (svg: string): number => svg.match(/rx="2"/g)?.length ?? 0;

  test('fills one cell for each outcome that fits, and brackets what fits all', () => {
    const svg = strip(['Norland', 'Sudland']);
    expect(filled(svg)).toBe(4);
    expect(svg.match(/stroke-width="2"/g)).toHaveLength(1);
  });

  test('a text that contradicts itself has no filled cell', () => {
    const rows = [{ name: 'Norland', accepts: [] }];
    expect(filled(statusStrip({ title: 't', labels, rows }))).toBe(0);
  });
});

describe('scope chips', () => {
  test('leave out empty groups and count what does not fit', () => {
    const values = Array.from({ length: 30 }, (_, index) => `value ${index}`);
    const svg = scopeChips({
      title: 't',
      groups: [
        { name: 'In common', values, common: true },
        { name: 'Only Norland', values: [], common: false },
      ],
    });
    expect(svg).toContain('+ 18');
    expect(svg).toContain('value 29');
    expect(svg).not.toContain('Only Norland');
  });
});

describe('text', () => {
  test.each([
    ['fits', 'short', 100, 2, ['short']],
    ['wraps at words', 'one two three four', 60, 3, ['one two', 'three four']],
    ['collapses white space', '  a \n b  ', 100, 1, ['a b']],
    ['is empty', '', 100, 2, []],
  ])('that %s', (_, given, width, lines, wanted) => {
    expect(wrapText(given, { width, lines })).toEqual(wanted);
  });

  test('that is too long ends in an ellipsis and stays inside', () => {
    const lines = wrapText('word '.repeat(80), { width: 90, lines: 3 });
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const wrapped of lines) expect(textWidth(wrapped)).toBeLessThanOrEqual(90);
  });

  test('is never cut inside a letter and its marks', () => {
    expect(shortenText('e\u0301'.repeat(40), 60)).toMatch(/^(e\u0301)+…$/);
    expect(shortenText('👩‍👩‍👧'.repeat(9), 60)).toMatch(/^(👩‍👩‍👧)*…$/u);
  });

  test('loses characters that XML does not allow, and nothing else', () => {
    expect(escapeXml('a\u0000b\uD800c<&>"\'Ж😀\u202E')).toBe(
      'abc&lt;&amp;&gt;&quot;&#39;Ж😀\u202E',
    );
  });
});
