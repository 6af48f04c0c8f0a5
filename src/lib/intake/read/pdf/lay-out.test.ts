import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  aPage,
  prose,
  setLines,
  setText,
  words,
  type Words,
} from '../../../../../tests/support/pdf-pages.ts';
import { checkReading } from '../check-reading.ts';
import { findParts } from './document-parts.ts';
import type { PageContent, Rule } from './page-content.ts';
import { writeDocument, type WrittenDocument } from './write-document.ts';

const read = (...pages: readonly PageContent[]): WrittenDocument => writeDocument(findParts(pages));

/** Blocks as `kind: words`, cells parted by ` | `. */
function show({ text, blocks }: WrittenDocument): readonly string[] {
  return blocks.map(({ kind, span, cells, level, isHeaderRow }) => {
    const stretches = cells ?? [span];
    const body = stretches.map(({ from, to }) => text.slice(from, to)).join(' | ');
    const name = kind === 'heading' ? `heading${level ?? 0}` : kind;
    return `${isHeaderRow === true ? 'header' : name}: ${body}`;
  });
}

const omitted = ({ omissions }: WrittenDocument): readonly string[] =>
  omissions.map(({ kind, words: left, page }) => `${page ?? 0} ${kind}: ${left}`);

const body = prose(60, 3);
const other = prose(60, 11);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

describe('paragraphs', () => {
  test('end at a wider gap', () => {
    const document = read(aPage([setText(body), setText(other, { top: 300 })]));
    expect(show(document)).toEqual([`paragraph: ${body}`, `paragraph: ${other}`]);
  });

  test('end at a line on which the next word had room', () => {
    const first = setText(body);
    const top = 100 + first.length * 12;
    const document = read(aPage([first, setText(other, { top })]));
    expect(show(document)).toEqual([`paragraph: ${body}`, `paragraph: ${other}`]);
  });

  test('begin at an indent though the line before is full', () => {
    const lines = setText(body, { justified: true }).filter(({ baseline }) => baseline < 136);
    const indented = setText(other, { left: 90, top: 136, width: 382 });
    const [head, ...rest] = indented;
    const outdented = rest.map((run) => ({ ...run, left: run.left - 18, right: run.right - 18 }));
    const document = read(aPage([lines, head === undefined ? [] : [head], outdented]));
    expect(document.blocks).toHaveLength(2);
  });

  test('go on over the end of a page as one block, and their words are joined by a space', () => {
    const head = prose(60, 3).slice(0, -1);
    const tail = lower(prose(60, 5));
    const document = read(
      aPage([setText(head, { top: 600 })]),
      aPage([setText(tail)], { number: 2 }),
    );
    expect(show(document)).toEqual([`paragraph: ${head} ${tail}`]);
  });

  test('of two pages stay apart when the first ends with a sentence and the second begins one', () => {
    const document = read(
      aPage([setText(body, { top: 600 })]),
      aPage([setText(other)], { number: 2 }),
    );
    expect(document.blocks.map(({ page }) => page)).toEqual([1, 2]);
  });
});

describe('headings, items, notes', () => {
  test('headings are larger or bold and short; larger ones rank higher', () => {
    const document = read(
      aPage([
        words('On the harbour', { size: 18, top: 80 }),
        words('1. Ships', { size: 13, top: 110 }),
        setText(body, { top: 135 }),
        words('Small boats', { bold: true, top: 300 }),
        setText(other, { top: 320 }),
      ]),
    );
    expect(show(document)).toEqual([
      'heading1: On the harbour',
      'heading2: 1. Ships',
      `paragraph: ${body}`,
      'heading3: Small boats',
      `paragraph: ${other}`,
    ]);
  });

  test('items begin at their numbers and bullets, and hanging lines belong to them', () => {
    const items = [
      [words('(a)', { top: 100 }), setText(body, { left: 90, top: 100, width: 380 })],
      [words('(b)', { top: 196 }), setText(other, { left: 90, top: 196, width: 380 })],
      [words('•', { top: 292 }), words('No more', { left: 90, top: 292 })],
    ];
    const document = read(aPage(items.flat(2)));
    expect(show(document)).toEqual([`item: (a) ${body}`, `item: (b) ${other}`, 'item: • No more']);
    expect(document.blocks.map(({ number }) => number)).toEqual(['(a)', '(b)', '•']);
  });

  test('a note at the foot of a page follows the paragraph that goes on over its end', () => {
    const head = body.slice(0, -1);
    const note = [
      words('1', { size: 5, top: 757 }),
      words('See the survey.', { size: 8, left: 76, top: 760 }),
    ];
    const document = read(
      aPage([setText(head, { top: 600 }), note]),
      aPage([setText(lower(other))], { number: 2 }),
    );
    expect(show(document)).toEqual([
      `paragraph: ${head} ${lower(other)}`,
      'note: 1 See the survey.',
    ]);
  });

  test('items further in are deeper', () => {
    const rows = [
      ['1. Ships', 72],
      ['(a) large ones', 90],
      ['(b) small ones', 90],
      ['• with sails', 108],
      ['2. Boats', 72],
    ] as const;
    const document = read(
      aPage(rows.map(([text, left], i) => words(text, { left, top: 100 + i * 30 }))),
    );
    expect(document.blocks.map(({ level }) => level)).toEqual([1, 2, 2, 3, 1]);
  });

  test('the raised number of a note is no figure of the word before it', () => {
    const mark = words('1', { left: 112, top: 96, size: 6 });
    const document = read(aPage([words('May 2015'), mark, words('and later', { left: 120 })]));
    expect(document.text).toBe('May 2015¹ and later');
  });

  test('bold cells side by side are marked apart', () => {
    const cells = [0, 1, 2].flatMap((row) =>
      [0, 1].map((column) =>
        words(`${column + 7}${row} ships`, {
          left: 80 + column * 200,
          top: 100 + row * 20,
          bold: row === 0,
        }),
      ),
    );
    const { marks, text } = read(aPage([cells, setText(body, { top: 300 })]));
    expect(marks.map(({ span }) => text.slice(span.from, span.to))).toEqual([
      '70 ships',
      '80 ships',
    ]);
  });

  test('bold and struck-out words are marked; a line through three passages makes a redline', () => {
    const line = (from: number, to: number, top: number): Rule => ({
      along: 'row',
      at: top - 3,
      from,
      to,
    });
    const rows = [100, 112, 124].map((top) => [
      words('The council', { top }),
      words('shall', { left: 130, top }),
      words('may', { left: 158, bold: true, top }),
      words('meet.', { left: 176, top }),
    ]);
    const rules = [100, 112, 124].map((top) => line(130, 155, top));
    const document = read(aPage(rows.flat(), { rules }));
    const marked = (kind: string): readonly string[] =>
      document.marks
        .filter((mark) => mark.kind === kind)
        .map(({ span }) => document.text.slice(span.from, span.to));
    expect(marked('struck')).toEqual(['shall', 'shall', 'shall']);
    expect(marked('deleted')).toEqual(['shall', 'shall', 'shall']);
    expect(marked('inserted')).toEqual(['may', 'may', 'may']);
  });
});

describe('columns', () => {
  test('are read one after the other, below a title across both', () => {
    const document = read(
      aPage([
        words('A title that runs across both of the columns', { size: 18, top: 80, left: 100 }),
        setText(body, { width: 190, top: 110 }),
        setText(other, { left: 300, width: 190, top: 110 }),
      ]),
    );
    expect(show(document)).toEqual([
      'heading1: A title that runs across both of the columns',
      `paragraph: ${body}`,
      `paragraph: ${other}`,
    ]);
  });

  test('are told though their lines do not share base lines', () => {
    const right = { left: 300, width: 190 };
    const document = read(
      aPage([
        words('Ships', { size: 14, top: 100 }),
        setText(body, { width: 190, top: 120 }),
        setText(other, { ...right, top: 105 }),
      ]),
    );
    expect(show(document)).toEqual([
      'heading1: Ships',
      `paragraph: ${body}`,
      `paragraph: ${other}`,
    ]);
  });

  test('three of them are read from left to right', () => {
    const texts = [prose(70, 2), prose(70, 8), prose(70, 9)];
    const columns = texts.map((text, i) => setText(text, { left: 50 + i * 170, width: 150 }));
    expect(show(read(aPage(columns)))).toEqual(texts.map((text) => `paragraph: ${text}`));
  });

  test('a sentence goes on from the foot of one column at the head of the next', () => {
    const whole = prose(160, 4);
    const lines = setText(whole, { width: 190 });
    const half = Math.ceil(lines.length / 2);
    const right = lines.slice(half).map((run) => ({
      ...run,
      left: run.left + 230,
      right: run.right + 230,
      baseline: run.baseline - half * 12,
    }));
    expect(read(aPage([lines.slice(0, half), right])).text).toBe(whole);
  });

  test('wide gaps of justified prose are none', () => {
    const document = read(aPage([setText(prose(200, 7), { justified: true, width: 260 })]));
    expect(show(document)).toEqual([`paragraph: ${prose(200, 7)}`]);
  });

  test('numbers before hanging text are none, nor are page numbers behind dots', () => {
    const entries = [1, 2, 3, 4, 5].map((n, i) => [
      words(`${n}.`, { top: 100 + i * 12 }),
      words(`Chapter on harbours ${'. '.repeat(20)}`.trim(), { left: 90, top: 100 + i * 12 }),
      words(`${n * 7}`, { left: 450, top: 100 + i * 12 }),
    ]);
    const document = read(aPage(entries.flat()));
    expect(document.blocks.every(({ kind }) => kind !== 'row')).toBe(true);
    expect(document.blocks).toHaveLength(5);
  });
});

describe('tables of amendments', () => {
  const oldText =
    'The council meets once a year in the harbour and its report is published by the office before the end of the season.';
  const newText =
    'The council meets twice a year in the harbour and its report is published by the office within a month.';
  const headings = (top: number): readonly Words[] => [
    words('Text proposed by the Commission', { left: 85, top, size: 9 }),
    words('Amendment', { left: 370, top, size: 9 }),
  ];
  const left = { left: 60, width: 200 };
  const right = { left: 300, width: 200 };

  test('have the old and the new text in cells apart, below their headings', () => {
    const document = read(
      aPage([
        words('Article 3', { left: 60, top: 80 }),
        headings(110),
        setText(oldText, { ...left, top: 140 }),
        setText(newText, { ...right, top: 140 }),
        setText(body, { top: 300 }),
      ]),
    );
    expect(show(document)).toEqual([
      'paragraph: Article 3',
      'header: Text proposed by the Commission | Amendment',
      `row: ${oldText} | ${newText}`,
      `paragraph: ${body}`,
    ]);
  });

  test('keep a column empty where an article is new', () => {
    const document = read(
      aPage([headings(110), setText(newText, { ...right, top: 140 }), setText(body, { top: 300 })]),
    );
    expect(show(document)[1]).toBe(`row:  | ${newText}`);
  });

  test('stand apart when the next has its article and headings between', () => {
    const document = read(
      aPage([
        headings(110),
        setText(oldText, { ...left, top: 140 }),
        setText(newText, { ...right, top: 140 }),
        words('Article 4', { left: 60, top: 240 }),
        headings(265),
        setText(oldText, { ...left, top: 290 }),
        setText(newText, { ...right, top: 290 }),
      ]),
    );
    expect(document.blocks.map(({ kind, table }) => table ?? kind)).toEqual([
      1,
      1,
      'paragraph',
      2,
      2,
    ]);
  });

  test('go on over a page end in the same row, even if one column is done', () => {
    const tail =
      'A further sentence that only the new text has goes on at the head of the next page.';
    const document = read(
      aPage([
        headings(600),
        setText(oldText, { ...left, top: 640 }),
        setText(newText, { ...right, top: 640 }),
      ]),
      aPage([setText(tail, { ...right, top: 80 }), setText(body, { top: 300 })], { number: 2 }),
    );
    expect(show(document)[1]).toBe(`row: ${oldText} | ${newText}\n${tail}`);
    expect(document.blocks).toHaveLength(3);
  });

  test('may have their headings at the foot of one page and their texts on the next', () => {
    const first = [
      headings(110),
      setText(oldText, { ...left, top: 140 }),
      setText(newText, { ...right, top: 140 }),
      words('Article 4', { left: 60, top: 700 }),
      headings(725),
    ];
    const second = [setText(newText, { ...right, top: 80 }), setText(body, { top: 300 })];
    expect(show(read(aPage(first), aPage(second, { number: 2 }))).slice(3)).toEqual([
      'header: Text proposed by the Commission | Amendment',
      `row:  | ${newText}`,
      `paragraph: ${body}`,
    ]);
  });

  test('do not take in a heading that stands left at the head of the next page', () => {
    const document = read(
      aPage([
        headings(600),
        setText(oldText, { ...left, top: 640 }),
        setText(newText, { ...right, top: 640 }),
      ]),
      aPage([words('Article 9', { left: 60, top: 80 }), setText(body, { top: 110 })], {
        number: 2,
      }),
    );
    expect(show(document)[1]).toBe(`row: ${oldText} | ${newText}`);
    expect(show(document)[2]).toBe('paragraph: Article 9');
  });
});

describe('other tables', () => {
  const cell = (column: number, row: number, text: string): Words =>
    words(text, { left: 80 + column * 120, top: 100 + row * 20 });

  test('of figures have a row for each line', () => {
    const rows = [
      ['Harbour', 'Ships', 'Boats'],
      ['North', '12', '340'],
      ['South', '7', '95'],
      ['West', '31', '18'],
    ];
    const cells = rows.flatMap((row, r) => row.map((text, c) => cell(c, r, text)));
    expect(show(read(aPage(cells)))).toEqual([
      'row: Harbour | Ships | Boats',
      'row: North | 12 | 340',
      'row: South | 7 | 95',
      'row: West | 31 | 18',
    ]);
  });

  test('with lines drawn have their rows where the lines are', () => {
    const rules: Rule[] = [
      ...[85, 145, 205].map((at): Rule => ({ along: 'row', at, from: 70, to: 480 })),
      ...[70, 270, 480].map((at): Rule => ({ along: 'column', at, from: 85, to: 205 })),
    ];
    const document = read(
      aPage(
        [
          setLines(['Ships wait in', 'the harbour', 'all year.'], { left: 80, top: 100 }),
          words('One line.', { left: 280, top: 100 }),
          words('Boats leave.', { left: 80, top: 160 }),
          setLines(['They come back', 'in autumn.'], { left: 280, top: 160 }),
        ],
        { rules },
      ),
    );
    expect(show(document)).toEqual([
      'row: Ships wait in the harbour all year. | One line.',
      'row: Boats leave. | They come back in autumn.',
    ]);
  });
});

describe('what pages repeat', () => {
  const page = (number: number, edges: readonly Words[], top = 120): PageContent =>
    aPage([edges, setText(prose(60, number + 20), { top })], { number });

  test('running heads, feet and page numbers are left out and listed with their pages', () => {
    const pages = [1, 2, 3].map((n) =>
      page(n, [
        words('Report on harbours', { top: 40 }),
        words(`Page ${n} of 3`, { left: 260, top: 810 }),
      ]),
    );
    const document = read(...pages);
    expect(document.blocks).toHaveLength(3);
    expect(omitted(document)).toEqual([
      '1 page-head: Report on harbours',
      '1 page-number: Page 1 of 3',
      '2 page-head: Report on harbours',
      '2 page-number: Page 2 of 3',
      '3 page-head: Report on harbours',
      '3 page-number: Page 3 of 3',
    ]);
  });

  test('heads may differ between left and right pages and carry the number', () => {
    const pages = [1, 2, 3, 4, 5, 6].map((n) =>
      page(n, [
        words(n % 2 === 0 ? 'Harbours' : 'Of the coast', { top: 40 }),
        words(`${n + 11}`, { left: 500, top: 40 }),
      ]),
    );
    expect(omitted(read(...pages))).toHaveLength(6);
  });

  test('a numbered heading at the head of several pages is no running head', () => {
    const pages = [1, 2, 3, 4].map((n) => page(n, [words(`Amendment ${n + 1}`, { top: 60 })]));
    const document = read(...pages);
    expect(omitted(document)).toEqual([]);
    expect(document.text).toContain('Amendment 3');
  });

  test('the words of a page stand between its head and its foot', () => {
    const pages = [1, 2, 3].map((n) =>
      page(n, [words('Head', { top: 40 }), words('Foot', { top: 810 })]),
    );
    const document = read(...pages);
    const second = document.omissions.filter(({ page: p }) => p === 2).map(({ at }) => at);
    expect(second).toEqual([document.blocks[1]?.span.from, document.blocks[1]?.span.to]);
  });
});

describe('reading', () => {
  test('mends words broken at the end of a line and lists the hyphen', () => {
    const document = read(aPage(setLines(['The council keeps the har-', 'bour open.'])));
    expect(document.text).toBe('The council keeps the harbour open.');
    expect(omitted(document)).toEqual(['1 hyphen: -']);
  });

  test('puts words of a line that run from right to left in their order, numbers inside as they are', () => {
    const document = read(
      aPage([
        words('ראשון', { left: 400 }),
        words('12', { left: 380 }),
        words('שני', { left: 350 }),
        words('North Sea', { left: 290 }),
        words('שלישי', { left: 250 }),
      ]),
    );
    expect(document.text).toBe('ראשון 12 שני North Sea שלישי');
  });

  test('turns brackets that were stored as their mirror images', () => {
    const document = read(aPage([words('ראשון )שני( שלישי')]));
    expect(document.text).toBe('ראשון (שני) שלישי');
  });

  test('keeps words that run up the margin, behind the text of their page', () => {
    const turned = [words('draft of May', { left: 20, top: 400 })];
    expect(read(aPage([setText(body)], { turned })).text).toBe(`${body}\n\ndraft of May`);
  });

  const anyRun = fc.record({
    text: fc.stringMatching(/^[a-zA-Z0-9.,()-]{1,12}$/),
    left: fc.integer({ min: 0, max: 560 }),
    top: fc.integer({ min: 20, max: 830 }),
    size: fc.constantFrom(6, 9, 10, 10, 10, 14),
    bold: fc.boolean(),
  });
  const anyRule = fc.record({
    along: fc.constantFrom('row' as const, 'column' as const),
    at: fc.integer({ min: 0, max: 800 }),
    from: fc.integer({ min: 0, max: 300 }),
    to: fc.integer({ min: 300, max: 800 }),
  });
  const anyPages = fc.array(
    fc.tuple(fc.array(anyRun, { maxLength: 40 }), fc.array(anyRule, { maxLength: 6 })),
    { minLength: 1, maxLength: 4 },
  );
  type Sketch = readonly [
    readonly (Parameters<typeof words>[1] & { text: string })[],
    readonly Rule[],
  ];
  const build = (sketches: readonly Sketch[]): readonly PageContent[] =>
    sketches.map(([runs, rules], i) =>
      aPage(
        runs.map(({ text, ...run }) => words(text, run)),
        { number: i + 1, rules },
      ),
    );
  const signs = (text: string): string =>
    Array.from(text.normalize('NFKC').replace(/\s/g, '')).sort().join('');

  test('keeps or lists every sign of any page, and makes none up', () => {
    fc.assert(
      fc.property(anyPages, (sketches) => {
        const document = read(...build(sketches));
        const source = sketches.flatMap(([runs]) => runs.map(({ text }) => text)).join('');
        const ours = document.text + document.omissions.map(({ words: left }) => left).join('');
        expect(signs(ours)).toBe(signs(source));
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  test('keeps the laws of reading on any page', () => {
    fc.assert(
      fc.property(anyPages, (sketches) => {
        const document = read(...build(sketches));
        const rest = { format: 'pdf', name: 'a.pdf', warnings: [], meta: {} } as const;
        expect(checkReading({ ...rest, ...document })).toEqual([]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('does not depend on the order in which a file draws words of one column', () => {
    const runs = setText(prose(120, 6));
    expect(read(aPage(runs.toReversed())).text).toBe(read(aPage(runs)).text);
  });
});
