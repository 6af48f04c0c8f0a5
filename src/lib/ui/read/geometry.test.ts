import { describe, expect, test } from 'vitest';
import { scrollToShare, ticksOf, windowOf } from './minimap.ts';
import { scrollTo, type Pane, type PanePair } from './pane.ts';
import { layRibbons as lay, pinRibbons, spread, type Gutter } from './ribbons.ts';
import { anchorsOf, followScroll, mapPlace, turned } from './scroll-map.ts';

/** A column of clauses of the given heights, named by a letter and their number. */
function pane(letter: string, heights: readonly number[], view = 100): Pane {
  let top = 0;
  const extents = new Map(
    heights.map((height, index) => {
      const extent = { top, height };
      top += height;
      return [`${letter}${String(index)}`, extent];
    }),
  );
  return { view, content: top, extents };
}

const a = pane('a', [100, 100, 100, 100]);
const b = pane('b', [50, 50, 300, 400]);

describe('columns that scroll together', () => {
  const pairs = [
    { a: 'a1', b: 'b2' },
    { a: 'a3', b: 'b0' },
    { a: 'a2', b: 'b3' },
    { a: 'a0', b: 'b2' },
  ];

  test('meet at as many related clauses as rise in both, each used once', () => {
    expect(anchorsOf(pairs, a, b)).toEqual([
      { a: 0, b: 0 },
      { a: 150, b: 250 },
      { a: 250, b: 600 },
      { a: 400, b: 800 },
    ]);
  });

  test('move evenly between them, and back the same way', () => {
    const anchors = anchorsOf(pairs, a, b);
    expect([0, 75, 150, 200, 400, 900].map((place) => mapPlace(anchors, place))).toEqual([
      0, 125, 250, 425, 800, 800,
    ]);
    for (const place of [0, 10, 150, 222, 399])
      expect(mapPlace(turned(anchors), mapPlace(anchors, place))).toBeCloseTo(place);
  });

  test('begin and end together, and never go back while one goes on', () => {
    const anchors = anchorsOf(pairs, a, b);
    const scrolls = [0, 50, 100, 150, 200, 250, 300];
    const followed = scrolls.map((scroll) => followScroll(anchors, [a, b], scroll));
    expect(followed[0]).toBe(0);
    expect(followed.at(-1)).toBe(700);
    expect(followed.toSorted((x, y) => x - y)).toEqual(followed);
  });

  test('stay where they are when a text fits its column or is empty', () => {
    const short = pane('a', [20]);
    expect(followScroll(anchorsOf([], short, b), [short, b], 0)).toBe(0);
    const empty = pane('b', []);
    expect(followScroll(anchorsOf([], a, empty), [a, empty], 200)).toBe(0);
  });

  test('a clause is brought to a height as far as the column goes', () => {
    expect(scrollTo(b, 'b2', 30)).toBe(70);
    expect(scrollTo(b, 'b0', 30)).toBe(0);
    expect(scrollTo(b, 'b3', -900)).toBe(700);
  });
});

const layRibbons = <T extends PanePair>(links: readonly T[], gutter: Gutter) =>
  lay(pinRibbons(links, gutter.panes), gutter);

describe('ribbons', () => {
  const gutter = { panes: [a, b], scrolls: [0, 0], width: 80 } as const;

  test('are drawn where at least one end is seen', () => {
    const links = [
      { a: 'a0', b: 'b0' },
      { a: 'a0', b: 'b3' },
      { a: 'a3', b: 'b3' },
    ];
    const drawn = layRibbons(links, gutter).map(({ link }) => link);
    expect(drawn).toEqual(links.slice(0, 2));
    expect(layRibbons(links, { ...gutter, scrolls: [300, 0] }).map(({ link }) => link)).toEqual([
      links[0],
      links[2],
    ]);
  });

  test('run from the height of one clause to that of the other, and rest at the edge beyond', () => {
    const [ribbon] = layRibbons([{ a: 'a0', b: 'b3' }], gutter);
    expect(ribbon?.path).toBe('M0 50C40 50 40 100 80 100');
  });

  test('carry their sign in the middle, or nearer to the only end that is seen', () => {
    const [whole] = layRibbons([{ a: 'a0', b: 'b1' }], gutter);
    expect(whole).toMatchObject({ x: 40, y: 62.5 });
    const [half] = layRibbons([{ a: 'a0', b: 'b3' }], gutter);
    expect(half?.x).toBeLessThan(30);
    expect(half?.y).toBeLessThan(65);
    const [back] = layRibbons([{ a: 'b3', b: 'a0' }], { ...gutter, panes: [b, a] });
    expect(back?.x).toBeCloseTo(80 - (half?.x ?? 0));
    expect(back?.y).toBeCloseTo(half?.y ?? 0);
  });

  test('of one clause leave it below each other, in the order of where they go', () => {
    const [to1, to0] = layRibbons(
      [
        { a: 'a0', b: 'b1' },
        { a: 'a0', b: 'b0' },
      ],
      gutter,
    );
    expect(to0?.path).toMatch(/^M0 33\.3C/);
    expect(to1?.path).toMatch(/^M0 66\.7C/);
  });

  test('exchanging the columns mirrors them', () => {
    const links = [
      { a: 'a0', b: 'b1' },
      { a: 'a1', b: 'b0' },
    ];
    const back = links.map((link) => ({ a: link.b, b: link.a }));
    const there = layRibbons(links, { ...gutter, scrolls: [20, 10] });
    const turnedOver = layRibbons(back, { panes: [b, a], scrolls: [10, 20], width: 80 });
    expect(turnedOver.map(({ y }) => y)).toEqual(there.map(({ y }) => y));
  });

  test('signs on each other give way as little as it takes and stay in view', () => {
    expect(spread([50, 50], 200)).toEqual([50, 72]);
    expect(spread([200, 199], 200)).toEqual([189, 167]);
    expect(spread([0, 0, 0, 0], 40).every((y) => y >= 0 && y <= 40)).toBe(true);
  });
});

describe('the map of a column', () => {
  test('has a tick for each clause and a window for what is seen', () => {
    const pieces = [{ clause: 'b2', relation: 'incompatible' as const }, { clause: 'none' }];
    expect(ticksOf(pieces, b)).toEqual([
      { clause: 'b2', relation: 'incompatible', top: 0.125, height: 0.375 },
    ]);
    expect(windowOf(b, 400)).toEqual({ top: 0.5, height: 0.125 });
    expect(windowOf(pane('x', [10]), 0)).toEqual({ top: 0, height: 1 });
  });

  test('brings what is pointed at into the middle', () => {
    expect(scrollToShare(b, 0.5)).toBe(350);
    expect(scrollToShare(b, 0)).toBe(0);
    expect(scrollToShare(b, 1)).toBe(700);
  });
});
