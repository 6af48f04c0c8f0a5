/** What stands at and below the axis of a plot: its figures, the span of a gap, and words. */
import type { Placed, Plot } from './interval-plot.ts';
import { textWidth, wrapText } from './measure.ts';
import { arrowHead, colours, group, lineHeight, path, through, wordLines, words } from './svg.ts';

/** Bounds along the axis; a figure that would run into another is left to the words. */
export function drawTicks(
  plot: Plot,
  { scale, bottom, values }: Placed & { values: readonly number[] },
): readonly string[] {
  const { format, width, origin } = plot;
  const parts: string[] = [];
  const first = origin ? [origin.value] : [];
  const taken: (readonly [number, number])[] = [];
  for (const value of [...first, ...values.filter((v) => !first.includes(v))]) {
    const x = scale(value);
    const text = format(value);
    const half = textWidth(text) / 2 + 3;
    const centre = Math.min(Math.max(x, half), width - half);
    parts.push(
      path(
        through([
          [x, bottom + 1],
          [x, bottom + 8],
        ]),
        { colour: colours.line },
      ),
    );
    if (taken.some(([from, to]) => centre - half < to && centre + half > from)) continue;
    taken.push([centre - half, centre + half]);
    parts.push(words({ x: centre, y: bottom + 20, text, anchor: 'middle', soft: true }));
  }
  return parts;
}

/** What stands below the axis: the gap and the words of gap, zone and origin. */
export function drawBelow({ zone, gap, origin, width, rows }: Plot, { scale, bottom }: Placed) {
  const parts: string[] = [];
  let y = bottom + 26;
  if (gap) {
    const [from, to] = [scale(gap.from), scale(gap.to)].sort((a, b) => a - b);
    if (from !== undefined && to !== undefined) parts.push(drawSpan(from, to, y + 4));
    y += 10;
  }
  for (const text of [
    gap?.label,
    zone && rows.length > 1 ? zone.label : undefined,
    origin?.label,
  ]) {
    if (text === undefined) continue;
    const lines = wrapText(text, { width, lines: 3 });
    parts.push(group([wordLines(lines, { x: 0, y: y + 12 })], text));
    y += lines.length * lineHeight;
  }
  return { parts, height: y - bottom + 5 };
}

/** A double arrow between two bounds; a short one keeps its heads outside. */
function drawSpan(from: number, to: number, y: number): string {
  const line = path(
    through([
      [from, y],
      [to, y],
    ]),
  );
  const ends = [from, to].map((x) =>
    path(
      through([
        [x, y - 5],
        [x, y + 5],
      ]),
    ),
  );
  const heads =
    to - from > 24
      ? [arrowHead(from, y, 'left'), arrowHead(to, y, 'right')]
      : [arrowHead(from, y, 'right'), arrowHead(to, y, 'left')];
  return [line, ...ends, ...heads].join('');
}
