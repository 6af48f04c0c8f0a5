import type { CycleLink } from './cycle-drawing.ts';
import {
  boxHeight,
  drawBox,
  drawLabel,
  drawRoute,
  labelLines,
  type Box,
  type Label,
  type Route,
} from './loop-parts.ts';
import { lineHeight, sheet } from './svg.ts';

const box = 150;
/** Between boxes, by the number of boxes in a row: the fewer, the more room for labels. */
const gapOf = (columns: number): number => (columns <= 2 ? 190 : columns === 3 ? 156 : 124);
/** Half the height of the band between two rows. */
const band = 44;

/** Boxes in the upper row: all of up to three, else half of them. */
const perRow = (count: number): number => (count <= 3 ? count : Math.ceil(count / 2));

/** Width a loop of so many steps needs when it runs along rows. */
export const wideLoopWidth = (count: number): number => {
  const columns = perRow(count);
  return columns * box + (columns - 1) * gapOf(columns) + 4;
};

const left = (column: number, gap: number): number => 2 + column * (box + gap);

interface Layout {
  readonly gap: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly boxes: readonly Box[];
}

/** A loop along one row with its way back below, or there and back on two rows. */
export function drawWideLoop(links: readonly CycleLink[], title: string): string {
  const layout = layOut(links);
  const { boxes } = layout;
  let low = Math.max(...boxes.map(({ y, height }) => y + height));
  const parts = links.map(({ event, source, premise }, index) => {
    const at = boxes[index];
    const next = boxes[(index + 1) % boxes.length];
    if (!at || !next) return '';
    const { route, label } = connect(layout, { at, next, index, count: links.length });
    if (!label.upwards)
      low = Math.max(low, label.y + (labelLines(source, label.width).length - 1) * lineHeight + 4);
    low = Math.max(low, ...route.points.map(([, y]) => y));
    return drawRoute(route, premise) + drawBox(event, at) + drawLabel(source, label);
  });
  return sheet({ width: wideLoopWidth(links.length), height: low + 3, title, parts });
}

function layOut(links: readonly CycleLink[]): Layout {
  const columns = perRow(links.length);
  const gap = gapOf(columns);
  const height = boxHeight(links, box);
  const upper = links.slice(0, links.length === 2 ? 1 : columns);
  const lines = Math.max(...upper.map(({ source }) => labelLines(source, gap - 20).length));
  // Labels of the upper row stand above their lines and may rise over the boxes.
  const top = Math.max(2, lines * lineHeight + 6 - height / 2 + (links.length === 2 ? 8 : 0));
  const bottom = top + height + 2 * band;
  const boxes = links.map((_, index): Box => {
    const upperRow = index < columns;
    const column = upperRow ? index : columns - 1 - (index - columns);
    return { x: left(column, gap), y: upperRow ? top : bottom, width: box, height };
  });
  return { gap, height, top, bottom, boxes };
}

interface Link {
  readonly at: Box;
  readonly next: Box;
  readonly index: number;
  readonly count: number;
}

interface Connection {
  readonly route: Route;
  readonly label: Label;
}

/** Room for a label beside an upright line, so that two of them share the space inside the loop. */
const beside = (gap: number): number => (box + gap) / 2 - 16;

const middle = ({ y, height }: Box): number => y + height / 2;
const centre = ({ x, width }: Box): number => x + width / 2;

function connect(layout: Layout, link: Link): Connection {
  const { at, next, index, count } = link;
  if (count === 2) return between({ at, next, apart: 8, there: index === 0 });
  if (count === 3 && index === 2) return backBelow(layout, at, next);
  if (at.y === next.y) return between({ at, next, apart: 0, there: next.x > at.x });
  return index === count - 1 ? backUp(layout, at, next) : down(layout, at, next);
}

interface Between {
  readonly at: Box;
  readonly next: Box;
  /** From the middle of the boxes, where two lines run between the same two. */
  readonly apart: number;
  readonly there: boolean;
}

/** To the neighbour; labels stand above lines to the right and below lines to the left. */
function between({ at, next, apart, there }: Between): Connection {
  const y = middle(at) + (there ? -apart : apart);
  const [from, to] = there ? [at.x + at.width, next.x] : [at.x, next.x + next.width];
  return {
    route: {
      points: [
        [from, y],
        [to, y],
      ],
      towards: there ? 'right' : 'left',
    },
    label: {
      x: (from + to) / 2,
      y: there ? y - 7 : y + 16,
      width: Math.abs(to - from) - 20,
      anchor: 'middle',
      upwards: there,
    },
  };
}

/** From the last of three back to the first, below the row. */
function backBelow({ top, height }: Layout, at: Box, next: Box): Connection {
  const y = top + height + 22;
  return {
    route: {
      points: [
        [centre(at), top + height],
        [centre(at), y],
        [centre(next), y],
        [centre(next), top + height],
      ],
      towards: 'up',
    },
    label: { x: (centre(at) + centre(next)) / 2, y: y + 16, width: 380, anchor: 'middle' },
  };
}

/** From the right end of the upper row to the lower one; the label stands inside the loop. */
const down = ({ gap }: Layout, at: Box, next: Box): Connection => ({
  route: {
    points: [
      [centre(at), at.y + at.height],
      [centre(next), next.y],
    ],
    towards: 'down',
  },
  label: {
    x: centre(at) - 8,
    y: at.y + at.height + 24,
    width: beside(gap),
    anchor: 'end',
  },
});

/** From the last box back up to the first; where the lower row is shorter, round the corner. */
function backUp({ top, height, gap }: Layout, at: Box, next: Box): Connection {
  const x = centre(next);
  const start: readonly (readonly [number, number])[] =
    at.x === next.x
      ? [[x, at.y]]
      : [
          [at.x, middle(at)],
          [x, middle(at)],
        ];
  return {
    route: { points: [...start, [x, top + height]], towards: 'up' },
    label: { x: x + 8, y: top + height + 24, width: beside(gap), anchor: 'start' },
  };
}
