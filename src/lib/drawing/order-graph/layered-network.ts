/** Boxes and arrows as levels: boxes on even ones, the words of arrows on odd ones between them. */
import type { Levels } from './order-levels.ts';
import { rankNodes } from './rank-nodes.ts';
import type { Arc } from './turned-arcs.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An arrow between boxes, by number, with the room its words take. */
export interface WordedArc extends Arc {
  readonly words: Size;
}

/** The places an arrow passes, from its upper box to its lower one, and which of them has its words. */
export interface Chain {
  readonly upper: number;
  readonly lower: number;
  readonly nodes: readonly number[];
  readonly words: number;
}

export interface Network extends Levels {
  readonly sizes: readonly Size[];
  readonly passing: readonly boolean[];
  /** In the order of the arcs. */
  readonly chains: readonly Chain[];
}

/** Room for a line that passes a level. */
const lineRoom: Size = { width: 4, height: 0 };

/** Puts boxes (numbered first) and the words and passing places of arcs (after them) on levels. */
export function layerNetwork(boxes: readonly Size[], arcs: readonly WordedArc[]): Network {
  const ranks = rankNodes(boxes.length, arcs);
  const levels = Array.from({ length: 2 * Math.max(0, ...ranks) + 1 }, (): number[] => []);
  const sizes: Size[] = [...boxes];
  for (const node of boxes.keys()) levels[2 * (ranks[node] ?? 0)]?.push(node);
  const filled: number[] = [];
  const chains = arcs.map(({ from, to, words }): Chain => {
    const down = (ranks[from] ?? 0) < (ranks[to] ?? 0);
    const [upper, lower] = down ? [from, to] : [to, from];
    const [top, bottom] = [2 * (ranks[upper] ?? 0) + 1, 2 * (ranks[lower] ?? 0) - 1];
    const place = emptiest(filled, top, bottom);
    filled[place] = (filled[place] ?? 0) + words.width;
    const nodes: number[] = [];
    for (let at = top; at <= bottom; at++) {
      nodes.push(sizes.length);
      levels[at]?.push(sizes.length);
      sizes.push(at === place ? words : lineRoom);
    }
    return { upper, lower, nodes, words: nodes[place - top] ?? 0 };
  });
  const passing = sizes.map((size) => size === lineRoom);
  return { levels, ...join(sizes, chains), sizes, passing, chains };
}

/** Of the odd levels from `top` to `bottom` the one with most room left; then the one in the middle. */
function emptiest(filled: readonly number[], top: number, bottom: number): number {
  const middle = (top + bottom) / 2;
  let best = top;
  for (let at = top; at <= bottom; at += 2) {
    const [now, known] = [filled[at] ?? 0, filled[best] ?? 0];
    const nearer = Math.abs(at - middle) < Math.abs(best - middle);
    if (now < known || (now === known && nearer)) best = at;
  }
  return best;
}

function join(sizes: readonly Size[], chains: readonly Chain[]): Pick<Levels, 'above' | 'below'> {
  const above: number[][] = sizes.map(() => []);
  const below: number[][] = sizes.map(() => []);
  for (const { upper, lower, nodes } of chains) {
    const all = [upper, ...nodes, lower];
    for (const [index, node] of all.entries()) {
      const next = all[index + 1];
      if (next === undefined) continue;
      below[node]?.push(next);
      above[next]?.push(node);
    }
  }
  return { above, below };
}
