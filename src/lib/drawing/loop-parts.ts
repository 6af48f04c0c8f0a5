/** Boxes, links and labels that wide and tall loops share. */
import type { CycleLink } from './cycle-drawing.ts';
import { wrapText } from './measure.ts';
import {
  arrowHead,
  colours,
  element,
  group,
  lineHeight,
  path,
  through,
  words,
  wordLines,
} from './svg.ts';
import type { Direction } from './svg.ts';

/** Room between a box and its text. */
export const boxPadding = 10;
const mostBoxLines = 4;
export const mostLabelLines = 4;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const boxLines = (event: string, width: number): readonly string[] =>
  wrapText(event, { width: width - 2 * boxPadding, lines: mostBoxLines });

/** Height of the boxes of a loop: all the same, tall enough for the longest label. */
export function boxHeight(links: readonly CycleLink[], width: number): number {
  const lines = Math.max(1, ...links.map(({ event }) => boxLines(event, width).length));
  return lines * lineHeight + 16;
}

/** An event in its box. */
export function drawBox(event: string, { x, y, width, height }: Box): string {
  const lines = boxLines(event, width);
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4;
  const frame = element('rect', {
    x,
    y,
    width,
    height,
    rx: 6,
    fill: colours.paper,
    stroke: colours.ink,
    'stroke-width': 1.25,
  });
  const centre = x + width / 2;
  const cut = lines.join(' ').endsWith('…');
  return group(
    [
      frame,
      ...lines.map((text, index) =>
        words({ x: centre, y: first + index * lineHeight, text, anchor: 'middle', weight: 600 }),
      ),
    ],
    cut ? event : undefined,
  );
}

export interface Route {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly towards: Direction;
}

/** A link's line with its arrow head, dashed for a premise. */
export function drawRoute({ points, towards }: Route, premise: boolean): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  const back = { right: [-7, 0], left: [7, 0], down: [0, -7], up: [0, 7] } as const;
  const [dx, dy] = back[towards];
  const line = [...points.slice(0, -1), [x + dx, y + dy] as const];
  return (
    path(through(line), { width: 1.5, dashes: premise ? '5 4' : undefined }) +
    arrowHead(x, y, towards)
  );
}

export interface Label {
  readonly x: number;
  /** Of the first baseline, or of the last for `upwards`. */
  readonly y: number;
  readonly width: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly upwards?: boolean;
}

/** Lines of a link’s label. */
export const labelLines = (source: string, width: number): readonly string[] =>
  wrapText(source, { width, lines: mostLabelLines });

/** Where a link comes from, beside its line. */
export function drawLabel(source: string, { x, y, width, anchor, upwards = false }: Label): string {
  const lines = labelLines(source, width);
  const first = upwards ? y - (lines.length - 1) * lineHeight : y;
  return group(
    [wordLines(lines, { x, y: first, anchor, soft: true })],
    lines.join(' ').endsWith('…') ? source : undefined,
  );
}
