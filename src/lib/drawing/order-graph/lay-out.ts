/** Where the boxes of a graph, the words of its arrows and the lines between them stand. */
import type { Box } from '../loop-parts.ts';
import { layerNetwork, type Network, type Size, type WordedArc } from './layered-network.ts';
import { orderLevels } from './order-levels.ts';
import { placeAcross } from './place-across.ts';

/** From (x, y) straight down to `bend`, then in a curve to the next point. */
export interface Stretch {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** Between these heights the line runs from one x to the other; above and below it is upright. */
  readonly bend: readonly [from: number, to: number];
}

export interface LaidArrow {
  readonly words: Box;
  /** False where the arrow had to be turned, so that its head is at the upper end. */
  readonly down: boolean;
  /** From the upper box to the lower one, interrupted by the words; each part runs down. */
  readonly parts: readonly (readonly Stretch[])[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly LaidArrow[];
}

/** Between levels: more where lines have far to go sideways. */
const gapOf = (shift: number): number => 20 + Math.min(46, shift * 0.09);
const mostBetweenPorts = 22;
const cornerRoom = 16;

/** Lays out one connected graph from top to bottom. Depends on the numbers of boxes and arcs alone. */
export function layOut(boxes: readonly Size[], arcs: readonly WordedArc[]): Layout {
  const network = layerNetwork(boxes, arcs);
  const levels = orderLevels(network);
  const x = placeAcross({ ...network, levels, widths: network.sizes.map(({ width }) => width) });
  const bands = placeDown(network, levels, x);
  const placed = network.sizes.map(({ width, height }, node): Box => {
    const band = bands.of(node);
    const middle = (band.top + band.bottom) / 2;
    return { x: (x[node] ?? 0) - width / 2, y: middle - height / 2, width, height };
  });
  const ports = placePorts(network, x);
  const arrows = network.chains.map((chain, arc): LaidArrow => {
    const nodes = [chain.upper, ...chain.nodes, chain.lower];
    const parts: Stretch[][] = [[]];
    for (const [index, node] of nodes.entries()) {
      const next = nodes[index + 1];
      if (next === undefined) continue;
      const [fromX, toX] = [
        index === 0 ? ports.below(chain.upper, arc) : (x[node] ?? 0),
        next === chain.lower ? ports.above(chain.lower, arc) : (x[next] ?? 0),
      ];
      const [a, b] = [placed[node], placed[next]];
      if (!a || !b) continue;
      parts.at(-1)?.push({
        from: [fromX, a.y + a.height],
        to: [toX, b.y],
        bend: [bands.of(node).bottom, bands.of(next).top],
      });
      if (next === chain.words) parts.push([]);
    }
    return {
      words: placed[chain.words] ?? { x: 0, y: 0, width: 0, height: 0 },
      down: chain.upper === arcs[arc]?.from,
      parts,
    };
  });
  return {
    width: Math.max(0, ...placed.map((box) => box.x + box.width)),
    height: bands.height,
    boxes: placed.slice(0, boxes.length),
    arrows,
  };
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

function placeDown(
  { sizes, below }: Network,
  levels: readonly (readonly number[])[],
  x: readonly number[],
): { readonly of: (node: number) => Band; readonly height: number } {
  const bandOf = new Map<number, Band>();
  let y = 0;
  for (const level of levels) {
    const height = Math.max(0, ...level.map((node) => sizes[node]?.height ?? 0));
    for (const node of level) bandOf.set(node, { top: y, bottom: y + height });
    const shifts = level.flatMap((node) =>
      (below[node] ?? []).map((next) => Math.abs((x[next] ?? 0) - (x[node] ?? 0))),
    );
    y += height + (shifts.length > 0 ? gapOf(Math.max(...shifts)) : 0);
  }
  const none = { top: 0, bottom: 0 };
  return { of: (node) => bandOf.get(node) ?? none, height: y };
}

/** Where arrows leave and enter a box: side by side, in the order of where they lead. */
function placePorts({ chains, sizes }: Network, x: readonly number[]) {
  const place = (box: number, ends: readonly (readonly [arc: number, towards: number])[]) => {
    const sorted = [...ends].sort((a, b) => (x[a[1]] ?? 0) - (x[b[1]] ?? 0) || a[0] - b[0]);
    const room = (sizes[box]?.width ?? 0) - 2 * cornerRoom;
    const step = Math.min(mostBetweenPorts, room / Math.max(1, sorted.length - 1));
    return new Map(
      sorted.map(([arc], i) => [arc, (x[box] ?? 0) + (i - (sorted.length - 1) / 2) * step]),
    );
  };
  const arcs = [...chains.entries()];
  const sides = sizes.map((_, box) => ({
    below: place(
      box,
      arcs.flatMap(([arc, { upper, nodes }]) => (upper === box ? [[arc, nodes[0] ?? 0]] : [])),
    ),
    above: place(
      box,
      arcs.flatMap(([arc, { lower, nodes }]) => (lower === box ? [[arc, nodes.at(-1) ?? 0]] : [])),
    ),
  }));
  return {
    below: (box: number, arc: number): number => sides[box]?.below.get(arc) ?? x[box] ?? 0,
    above: (box: number, arc: number): number => sides[box]?.above.get(arc) ?? x[box] ?? 0,
  };
}
