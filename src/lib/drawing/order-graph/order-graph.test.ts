import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../../tests/support/arbitrary-dossier.ts';
import { overlaps, textBoxes, xmlFaults } from '../../../../tests/support/read-drawing.ts';
import type { ArrowOwner } from './arrow-style.ts';
import { orderGraph, type GraphArrow, type GraphEvent } from './order-graph.ts';
import { layOut } from './lay-out.ts';
import { rankNodes } from './rank-nodes.ts';
import { turnedArcs } from './turned-arcs.ts';

const names = [
  'the ceasefire begins',
  'виведення військ із чотирьох областей починається під наглядом міжнародної місії',
  'بدء وقف إطلاق النار الشامل في البر والبحر والجو',
  'Donaudampfschifffahrtsgesellschaftskapitänsversammlung <b>',
];

const column = (place: number): ArrowOwner => ({ kind: 'column', place });

const anArrow = (id: string, from: string, to: string, owner: ArrowOwner): GraphArrow => ({
  id,
  from,
  to,
  owner,
  who: owner.kind === 'column' ? `Side ${String(owner.place)} II.${id}` : 'premise',
  says: 'at least 30 days after',
  ends: `from ${from} to ${to}`,
  title: `${from} before ${to}`,
});

const anEvent = (id: string, label = id): GraphEvent => ({ id, label, circular: false });

/** Some forty events and a hundred statements, a few of them against the rest. */
function crowd(seed: number): { events: GraphEvent[]; arrows: GraphArrow[] } {
  const random = randomFrom(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const events = Array.from({ length: 40 }, (_, i) =>
    anEvent(`e${String(i)}`, `${names[i % names.length] ?? ''} (${String(i)})`),
  );
  const arrows = Array.from({ length: 100 }, (_, i) => {
    const from = pick(40);
    const to = (from + 1 + pick(8)) % 40;
    const owner = i % 9 === 0 ? ({ kind: 'premise' } as const) : column(pick(3));
    return anArrow(String(i).padStart(3, '0'), `e${String(from)}`, `e${String(to)}`, owner);
  });
  return { events, arrows };
}

const draw = (events: readonly GraphEvent[], arrows: readonly GraphArrow[]): string =>
  orderGraph({ events, arrows, title: 'Order of steps', description: 'All of it in words' });

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const rects = (svg: string): readonly Rect[] =>
  [...svg.matchAll(/<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"/g)].map(
    ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }),
  );

/** More than by rounding. */
const touch = (a: Rect, b: Rect): boolean => {
  const apart = 0.01;
  const across = a.x + apart < b.x + b.width && b.x + apart < a.x + a.width;
  return across && a.y + apart < b.y + b.height && b.y + apart < a.y + a.height;
};

describe('a crowded graph', () => {
  test.each([1, 2, 3])('keeps every box and every label to itself (seed %i)', (seed) => {
    const { events, arrows } = crowd(seed);
    const svg = draw(events, arrows);
    expect(xmlFaults(svg)).toEqual([]);
    expect(overlaps(textBoxes(svg))).toEqual([]);
    const all = rects(svg);
    expect(all).toHaveLength(140);
    const clashes = all.flatMap((a, i) => all.slice(i + 1).filter((b) => touch(a, b)));
    expect(clashes).toEqual([]);
  });

  test('no line runs through a box', () => {
    const random = randomFrom(5);
    const pick = (n: number) => Math.floor(random() * n);
    const boxes = Array.from({ length: 20 }, () => ({ width: 100, height: 20 + pick(60) }));
    const arcs = Array.from({ length: 45 }, () => {
      const from = pick(20);
      return { from, to: (from + 1 + pick(6)) % 20, words: { width: 80, height: 20 + pick(30) } };
    });
    const layout = layOut(boxes, arcs);
    const solid = [...layout.boxes, ...layout.arrows.map(({ words }) => words)];
    const through = layout.arrows.flatMap(({ parts }) =>
      parts.flat().flatMap(({ from, to, bend }) => {
        const upright = [
          { x: from[0], y: from[1], width: 0, height: bend[0] - from[1] },
          { x: to[0], y: bend[1], width: 0, height: to[1] - bend[1] },
        ].filter(({ height }) => height > 0);
        const curved = {
          x: Math.min(from[0], to[0]),
          y: bend[0],
          width: Math.abs(from[0] - to[0]),
          height: bend[1] - bend[0],
        };
        return solid.filter((box) => [...upright, curved].some((line) => touch(line, box)));
      }),
    );
    expect(through).toEqual([]);
  });
});

test('names are there in full, however long, in any script', () => {
  const svg = draw(
    names.map((name, i) => anEvent(`e${String(i)}`, name)),
    [anArrow('1', 'e0', 'e1', column(0))],
  );
  const words = textBoxes(svg)
    .map(({ text }) => text.trim())
    .join(' ');
  for (const name of names.slice(0, 3)) expect(words).toContain(name);
  expect(words.replaceAll(' ', '')).toContain((names[3] ?? '').replaceAll(' ', ''));
  expect(words).not.toContain('…');
});

test('exchanging the columns exchanges their styles and nothing else', () => {
  const { events, arrows } = crowd(7);
  const swap = (owner: ArrowOwner): ArrowOwner =>
    owner.kind === 'column' && owner.place < 2 ? column(1 - owner.place) : owner;
  const swapped = arrows.map((arrow) => ({ ...arrow, owner: swap(arrow.owner) })).toReversed();
  const bare = (svg: string) => svg.replace(/ stroke-dasharray="[^"]*"/g, '');
  const [there, back] = [draw(events, arrows), draw(events, swapped)];
  expect(back).not.toBe(there);
  expect(bare(back)).toBe(bare(there));
  expect(
    draw(
      events,
      swapped.map((arrow) => ({ ...arrow, owner: swap(arrow.owner) })),
    ),
  ).toBe(there);
});

test('each owner has a style of its own', () => {
  const owners = [...Array(8).keys()].map(column);
  const drawn = [...owners, { kind: 'premise' } as const, { kind: 'together' } as const].map(
    (owner) => draw([anEvent('a'), anEvent('b')], [{ ...anArrow('1', 'a', 'b', owner), who: '' }]),
  );
  expect(new Set(drawn).size).toBe(10);
});

test('a picture has a role, a title and a description; one with links is a group of them', () => {
  const events = [anEvent('a'), anEvent('b')];
  const arrow = anArrow('1', 'a', 'b', column(0));
  const start = /^<svg [^>]*role="img"[^>]*><title>Order of steps<\/title><desc>All of it in words/;
  expect(draw(events, [arrow])).toMatch(start);
  const linked = draw(events, [{ ...arrow, href: '#step-1' }]);
  expect(linked).toContain('role="group"');
  expect(linked).toContain(
    '<a href="#step-1" aria-label="Side 0 II.1 at least 30 days after, from a to b">',
  );
});

describe('levels', () => {
  test('every arrow runs down where nothing is circular', () => {
    const arcs = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 0, to: 2 },
      { from: 3, to: 2 },
    ];
    expect(rankNodes(4, arcs)).toEqual([0, 1, 2, 1]);
  });

  test('of a circle one arrow is turned', () => {
    const arcs = [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 0 },
    ];
    const ranks = rankNodes(3, arcs);
    const up = arcs.filter(({ from, to }) => (ranks[from] ?? 0) > (ranks[to] ?? 0));
    expect(up).toHaveLength(1);
    expect(new Set(ranks).size).toBe(3);
  });

  test('what is not turned has no circle, and each turned arrow would close one', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      const pick = (n: number) => Math.floor(random() * n);
      const arcs = Array.from({ length: 24 }, () => {
        const from = pick(12);
        return { from, to: (from + 1 + pick(11)) % 12 };
      });
      const turned = turnedArcs(12, arcs);
      const kept = arcs.filter((_, index) => !turned.has(index));
      expect([seed, turnedArcs(12, kept).size]).toEqual([seed, 0]);
      for (const index of turned) {
        const arc = arcs[index];
        if (arc) expect(turnedArcs(12, [...kept, arc]).size).toBeGreaterThan(0);
      }
    }
  });
});
