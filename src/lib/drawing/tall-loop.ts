import type { CycleLink } from './cycle-drawing.ts';
import { boxHeight, drawBox, drawLabel, drawRoute, labelLines, type Box } from './loop-parts.ts';
import { lineHeight, sheet } from './svg.ts';

/** Where the way back runs, and where boxes begin. */
const rail = 6;
const left = 26;
/** From the left edge of a box to the line that leaves it. */
const stem = 20;

/** A loop that runs down, box below box, and returns at the left. */
export function drawTallLoop(
  links: readonly CycleLink[],
  { title, width }: { readonly title: string; readonly width: number },
): string {
  const boxWidth = width - left - 2;
  const height = boxHeight(links, boxWidth);
  const x = left + stem;
  const room = width - x - 12;
  const parts: string[] = [];
  let y = 2;
  links.forEach(({ event, source, premise }, index) => {
    const box: Box = { x: left, y, width: boxWidth, height };
    const lower = y + height;
    const drop = Math.max(30, labelLines(source, room).length * lineHeight + 14);
    const last = index === links.length - 1;
    const first = 2 + height / 2;
    parts.push(
      drawBox(event, box),
      last
        ? drawRoute(
            {
              points: [
                [x, lower],
                [x, lower + drop],
                [rail, lower + drop],
                [rail, first],
                [left, first],
              ],
              towards: 'right',
            },
            premise,
          )
        : drawRoute(
            {
              points: [
                [x, lower],
                [x, lower + drop],
              ],
              towards: 'down',
            },
            premise,
          ),
      drawLabel(source, { x: x + 10, y: lower + 17, width: room, anchor: 'start' }),
    );
    y = lower + drop;
  });
  return sheet({ width, height: y + 3, title, parts });
}
