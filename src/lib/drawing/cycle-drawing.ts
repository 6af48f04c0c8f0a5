/**
 * A circular order as boxes on a loop. With room enough the loop runs along one row (up to three
 * steps) or there and back on two; in narrow places it runs down and returns at the side. Links that
 * are premises are dashed; every link says where it comes from.
 */
import { drawTallLoop } from './tall-loop.ts';
import { drawWideLoop, wideLoopWidth } from './wide-loop.ts';

export interface CycleLink {
  /** The event this link starts from; it leads to the next link's event, the last to the first's. */
  readonly event: string;
  /** "Ukraine I.6(b)", or the premise. */
  readonly source: string;
  readonly premise: boolean;
}

export interface CycleDrawing {
  readonly links: readonly CycleLink[];
  /** The whole cycle in words. */
  readonly title: string;
  /** The most the drawing may take. */
  readonly maxWidth?: number;
}

/** Draws the loop in the order given, starting at the top left. */
export function cycleDrawing({ links, title, maxWidth = 900 }: CycleDrawing): string {
  return wideLoopWidth(links.length) <= maxWidth
    ? drawWideLoop(links, title)
    : drawTallLoop(links, { title, width: Math.max(220, Math.min(maxWidth, 420)) });
}
