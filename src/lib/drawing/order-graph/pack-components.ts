/** Parts of a graph that no arrow joins stand beside each other, and below where there is no room. */
import { layOut, type LaidArrow, type Layout, type Stretch } from './lay-out.ts';
import type { Size, WordedArc } from './layered-network.ts';
import type { Box } from '../loop-parts.ts';

const between = 44;

/** Lays out every connected part and packs them into rows no wider than `maxWidth` where they can be. */
export function packComponents(
  boxes: readonly Size[],
  arcs: readonly WordedArc[],
  maxWidth: number,
): Layout {
  const placedBoxes: Box[] = [];
  const placedArrows: LaidArrow[] = [];
  let [left, top, low, width] = [0, 0, 0, 0];
  for (const part of findParts(boxes.length, arcs)) {
    const place = new Map(part.boxes.map((box, index) => [box, index]));
    const own = layOut(
      part.boxes.map((box) => boxes[box] ?? { width: 0, height: 0 }),
      part.arcs.flatMap((arc) => {
        const found = arcs[arc];
        if (!found) return [];
        return [{ ...found, from: place.get(found.from) ?? 0, to: place.get(found.to) ?? 0 }];
      }),
    );
    if (left > 0 && left + own.width > maxWidth) [left, top] = [0, low + between];
    for (const [index, box] of part.boxes.entries()) {
      const laid = own.boxes[index];
      if (laid) placedBoxes[box] = moveBox(laid, left, top);
    }
    for (const [index, arc] of part.arcs.entries()) {
      const laid = own.arrows[index];
      if (laid) placedArrows[arc] = moveArrow(laid, left, top);
    }
    low = Math.max(low, top + own.height);
    left += own.width;
    width = Math.max(width, left);
    left += between;
  }
  return { width, height: low, boxes: placedBoxes, arrows: placedArrows };
}

interface Part {
  readonly boxes: readonly number[];
  readonly arcs: readonly number[];
}

/** Connected parts, each by its lowest box, with boxes and arcs in order. */
function findParts(count: number, arcs: readonly WordedArc[]): readonly Part[] {
  const root = Array.from({ length: count }, (_, box) => box);
  const find = (box: number): number => {
    const above = root[box] ?? box;
    return above === box ? box : find(above);
  };
  for (const { from, to } of arcs) {
    const [a, b] = [find(from), find(to)];
    root[Math.max(a, b)] = Math.min(a, b);
  }
  const all = root.map((_, box) => box);
  return all
    .filter((box) => find(box) === box)
    .map((lowest) => ({
      boxes: all.filter((box) => find(box) === lowest),
      arcs: [...arcs.entries()].flatMap(([arc, { from }]) => (find(from) === lowest ? [arc] : [])),
    }));
}

const moveBox = (box: Box, dx: number, dy: number): Box => ({
  ...box,
  x: box.x + dx,
  y: box.y + dy,
});

function moveArrow(arrow: LaidArrow, dx: number, dy: number): LaidArrow {
  const move = ({ from, to, bend }: Stretch): Stretch => ({
    from: [from[0] + dx, from[1] + dy],
    to: [to[0] + dx, to[1] + dy],
    bend: [bend[0] + dy, bend[1] + dy],
  });
  return {
    ...arrow,
    words: moveBox(arrow.words, dx, dy),
    parts: arrow.parts.map((part) => part.map(move)),
  };
}
