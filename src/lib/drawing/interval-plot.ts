/**
 * Intervals of several columns above one axis: the common base of number lines and time bars. Each
 * column has a line of text and below it its bar; a common zone is shaded through all bars, a gap is
 * spanned below them.
 */
import type { Interval } from '#lib/engine/comparison.ts';
import { shortenText, textWidth, wrapText } from './measure.ts';
import {
  arrowHead,
  colours,
  element,
  group,
  lineHeight,
  path,
  sheet,
  through,
  words,
  wordLines,
} from './svg.ts';

/** A column's values: an interval, a term left open (dotted), or no figure at all (nothing). */
export type PlottedValue = (Interval & { readonly strict?: boolean }) | 'open' | 'none';

export interface PlotRow {
  readonly name: string;
  readonly value: PlottedValue;
  /** The value in words: "at least 30 days". */
  readonly label: string;
}

export interface Plot {
  readonly rows: readonly PlotRow[];
  readonly title: string;
  readonly width: number;
  /** A number as it stands at the axis. */
  readonly format: (value: number) => string;
  /** Where all intervals meet, with its words. */
  readonly zone?: (Interval & { readonly label: string }) | undefined;
  /** Between disjoint intervals, from one bound to the other, with its words. */
  readonly gap?: { readonly from: number; readonly to: number; readonly label: string } | undefined;
  /** A value that is always shown and marked, with its words: the event days are counted from. */
  readonly origin?: { readonly value: number; readonly label: string } | undefined;
}

const rowHeight = 36;
const barAt = 26;
const top = 2;
const end = 14;

type Scale = (value: number) => number;

/** Draws the plot. Bounds that are not finite count as open. */
export function intervalPlot(plot: Plot): string {
  const { rows, width, title } = plot;
  const values = boundsOf(plot);
  const scale = scaleOf(values, width);
  const bottom = top + rows.length * rowHeight;
  const below = drawBelow(plot, { scale, bottom });
  const parts = [
    ...drawZone(plot, { scale, bottom }),
    ...rows.map((row, index) => drawRow(row, { y: top + index * rowHeight, scale, width })),
    path(
      through([
        [0, bottom + 4],
        [width, bottom + 4],
      ]),
      { colour: colours.line },
    ),
    ...drawTicks(plot, { scale, bottom, values }),
    ...below.parts,
  ];
  return sheet({ width, height: bottom + below.height, title, parts });
}

const finite = (values: readonly (number | undefined)[]): readonly number[] =>
  values.filter((value): value is number => value !== undefined && Number.isFinite(value));

function boundsOf({ rows, zone, gap, origin }: Plot): readonly number[] {
  const own = rows.flatMap(({ value }) =>
    typeof value === 'object' ? [value.min, value.max] : [],
  );
  const shared = [zone?.min, zone?.max, gap?.from, gap?.to, origin?.value];
  return [...new Set(finite([...own, ...shared]))].sort((a, b) => a - b);
}

function scaleOf(values: readonly number[], width: number): Scale {
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? 0;
  const span = high - low;
  // A fifth of the width on either side shows that a bar goes on.
  const margin = width * 0.2;
  if (span === 0 || !Number.isFinite(span)) return () => width / 2;
  return (value) => margin + ((value - low) / span) * (width - 2 * margin);
}

interface Placed {
  readonly scale: Scale;
  readonly bottom: number;
}

function drawZone({ zone, width, rows }: Plot, { scale, bottom }: Placed): readonly string[] {
  if (!zone || rows.length < 2) return [];
  const from = zone.min === undefined ? 0 : scale(zone.min);
  const to = zone.max === undefined ? width : scale(zone.max);
  const [left, right] = to - from < 6 ? [from - 3, to + 3] : [from, to];
  return [
    element('rect', {
      x: left,
      y: top,
      width: right - left,
      height: bottom - top + 4,
      fill: colours.mark,
      opacity: 0.55,
    }),
  ];
}

interface RowPlace {
  readonly y: number;
  readonly scale: Scale;
  readonly width: number;
}

function drawRow({ name, value, label }: PlotRow, place: RowPlace): string {
  const { y, width } = place;
  const labelWidth = textWidth(label);
  const nameWidth = Math.max(60, width - labelWidth - 14);
  const shortName = shortenText(name, nameWidth);
  const rest = width - textWidth(shortName) - 14;
  const shortLabel = shortenText(label, rest);
  const cut = shortName !== name || shortLabel !== label;
  const parts = [
    words({ x: 0, y: y + 13, text: shortName, weight: 600 }),
    words({ x: width, y: y + 13, text: shortLabel, anchor: 'end', soft: true }),
    drawBar(value, { ...place, y: y + barAt }),
  ];
  return group(parts, cut ? `${name}: ${label}` : undefined);
}

function drawBar(value: PlottedValue, { y, scale, width }: RowPlace): string {
  if (value === 'none')
    return path(
      through([
        [0, y],
        [width, y],
      ]),
      { colour: colours.line },
    );
  if (value === 'open')
    return path(
      through([
        [0, y],
        [width, y],
      ]),
      { width: 3, dashes: '1 5' },
    );
  const [min, max] = [finite([value.min])[0], finite([value.max])[0]];
  if (min !== undefined && min === max) return drawPoint(scale(min), y);
  const from = min === undefined ? end : scale(min);
  const to = max === undefined ? width - end : scale(max);
  const hollow = value.strict === true;
  return [
    path(
      through([
        [from, y],
        [to, y],
      ]),
      { width: 5 },
    ),
    min === undefined ? arrowHead(2, y, 'left') + tail(end, y, -1) : cap(from, y, hollow),
    max === undefined
      ? arrowHead(width - 2, y, 'right') + tail(width - end, y, 1)
      : cap(to, y, hollow),
  ].join('');
}

/** The thin rest of a bar that goes on beyond the drawing. */
const tail = (x: number, y: number, side: 1 | -1): string =>
  path(
    through([
      [x, y],
      [x + side * 6, y],
    ]),
    { width: 2 },
  );

/** A bound that belongs to the interval is a stroke, one that does not is a ring. */
const cap = (x: number, y: number, hollow: boolean): string =>
  hollow
    ? element('circle', {
        cx: x,
        cy: y,
        r: 4,
        fill: colours.paper,
        stroke: colours.ink,
        'stroke-width': 1.5,
      })
    : path(
        through([
          [x, y - 6],
          [x, y + 6],
        ]),
        { width: 2 },
      );

const drawPoint = (x: number, y: number): string =>
  element('path', {
    d: `${through([
      [x, y - 6],
      [x + 6, y],
      [x, y + 6],
      [x - 6, y],
    ])}Z`,
  });

function drawTicks(
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
  if (origin) {
    const x = scale(origin.value);
    parts.push(
      path(
        through([
          [x, top + 16],
          [x, bottom + 4],
        ]),
        { dashes: '2 3' },
      ),
    );
  }
  return parts;
}

/** What stands below the axis: the gap and the words of gap, zone and origin. */
function drawBelow({ zone, gap, origin, width, rows }: Plot, { scale, bottom }: Placed) {
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
