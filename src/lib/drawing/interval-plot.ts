/**
 * Intervals of several columns above one axis: the common base of number lines and time bars. Each
 * column has a line of text and below it its bar; a common zone is shaded through all bars, a gap is
 * spanned below them.
 */
import type { Interval } from '#lib/engine/comparison.ts';
import { shortenText, textWidth, wrapText } from './measure.ts';
import { drawBelow, drawTicks } from './plot-axis.ts';
import {
  arrowHead,
  colours,
  element,
  group,
  lineHeight,
  path,
  sheet,
  through,
  wordLines,
  words,
} from './svg.ts';

/** A column's values: an interval, a term left open (dotted), or no figure at all (nothing). */
export type PlottedValue = (Interval & OpenEnds) | 'open' | 'none';

/** Bounds that do not belong to the interval: both by `strict`, or each by itself. */
interface OpenEnds {
  readonly strict?: boolean;
  readonly minOpen?: boolean;
  readonly maxOpen?: boolean;
}

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
  /** Values the axis reaches besides its own, so that several plots share one scale. */
  readonly reach?: readonly number[];
  /** Names in up to so many lines with their value below, so that rows of several plots align. */
  readonly nameLines?: number;
}

/** From the last line of a row's text to its bar, and from there to the next row. */
const toBar = 13;
const toNext = 10;
const top = 2;
const end = 14;

export type Scale = (value: number) => number;

/** Draws the plot. Bounds that are not finite count as open. */
export function intervalPlot(plot: Plot): string {
  const { rows, width, title } = plot;
  const values = boundsOf(plot);
  const scale = scaleOf(values, width);
  let bottom = top;
  const drawn = rows.map((row) => {
    const { markup, height } = drawRow(row, {
      y: bottom,
      scale,
      width,
      origin: plot.origin?.value,
      nameLines: plot.nameLines,
    });
    bottom += height;
    return markup;
  });
  const below = drawBelow(plot, { scale, bottom });
  const parts = [
    ...drawZone(plot, { scale, bottom }),
    ...drawn,
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

function boundsOf({ rows, zone, gap, origin, reach = [] }: Plot): readonly number[] {
  const own = rows.flatMap(({ value }) =>
    typeof value === 'object' ? [value.min, value.max] : [],
  );
  const shared = [zone?.min, zone?.max, gap?.from, gap?.to, origin?.value];
  return [...new Set(finite([...own, ...shared, ...reach]))].sort((a, b) => a - b);
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

/** Where values stand, and where the rows end. */
export interface Placed {
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
    ...[left, right].map((x) =>
      path(
        through([
          [x, top],
          [x, bottom + 4],
        ]),
        { colour: colours.line, dashes: '2 3' },
      ),
    ),
  ];
}

interface RowPlace {
  readonly y: number;
  readonly scale: Scale;
  readonly width: number;
  readonly origin: number | undefined;
  readonly nameLines: number | undefined;
}

/** Name and value share a line where they fit and may. */
function drawRow({ name, value, label }: PlotRow, place: RowPlace): Drawn {
  const { y, width, nameLines } = place;
  const together =
    nameLines === undefined && textWidth(name) * boldness + textWidth(label) + 14 <= width;
  const room = { width: width / boldness, lines: nameLines ?? 1 };
  const names = together ? [name] : wrapText(name, room);
  const shortLabel = shortenText(label, width);
  const lines = together ? 1 : names.length + 1;
  const bar = y + lines * lineHeight + toBar - 2;
  const labelAt = together ? { x: width, anchor: 'end' as const } : { x: 0 };
  const parts = [
    wordLines(names, { x: 0, y: y + 13, weight: 600 }),
    words({ ...labelAt, y: y - 2 + lines * lineHeight, text: shortLabel, soft: true }),
    ...(place.origin === undefined ? [] : [originMark(place.scale(place.origin), bar)]),
    drawBar(value, { ...place, y: bar }),
  ];
  const cut = names.at(-1)?.endsWith('…') === true || shortLabel !== label;
  const height = bar + toNext - y;
  return { markup: group(parts, cut ? `${name}: ${label}` : undefined), height };
}

interface Drawn {
  readonly markup: string;
  readonly height: number;
}

const originMark = (x: number, y: number): string =>
  path(
    through([
      [x, y - 10],
      [x, y + 10],
    ]),
    { dashes: '2 2' },
  );

/** Bold letters are wider than the estimate for regular ones. */
const boldness = 1.06;

function drawBar(
  value: PlottedValue,
  { y, scale, width }: Pick<RowPlace, 'y' | 'scale' | 'width'>,
): string {
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
  const { strict = false, minOpen = strict, maxOpen = strict } = value;
  return [
    path(
      through([
        [from, y],
        [to, y],
      ]),
      { width: 5 },
    ),
    min === undefined ? arrowHead(2, y, 'left') + tail(end, y, -1) : cap(from, y, minOpen),
    max === undefined
      ? arrowHead(width - 2, y, 'right') + tail(width - end, y, 1)
      : cap(to, y, maxOpen),
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
