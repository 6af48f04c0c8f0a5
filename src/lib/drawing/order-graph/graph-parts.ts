/** The boxes, lines and words of an order graph. */
import { dashesOf, styledLine } from './arrow-style.ts';
import type { LaidArrow, Stretch } from './lay-out.ts';
import type { Size } from './layered-network.ts';
import type { GraphArrow, GraphEvent } from './order-graph.ts';
import type { Box } from '../loop-parts.ts';
import { textWidth, wrapText } from '../measure.ts';
import { arrowHead, colours, element, escapeXml, lineHeight, words } from '../svg.ts';

const eventWidth = 176;
const eventLines = 7;
const wordsWidth = 172;
const padding = 8;
/** Bold letters are wider than the estimate for regular ones. */
const boldness = 1.06;
/** Room for the sign of a circular order before its words. */
const signRoom = 15;

interface Line {
  readonly text: string;
  readonly weight?: number;
  readonly soft?: boolean;
  readonly sign?: boolean;
}

const linesOfEvent = (label: string): readonly string[] =>
  wrapText(label, { width: (eventWidth - 2 * padding) / boldness, lines: eventLines });

/** The room of an event's box: all are equally wide, and as tall as their name needs. */
export const eventSize = ({ label }: Pick<GraphEvent, 'label'>): Size => ({
  width: eventWidth,
  height: Math.max(1, linesOfEvent(label).length) * lineHeight + 16,
});

function linesOfArrow({ who, says, circular, mark }: GraphArrow): readonly Line[] {
  const wrap = (text: string, width: number, lines: number): readonly string[] =>
    wrapText(text, { width, lines });
  return [
    ...wrap(who, wordsWidth / boldness, 4).map((text) => ({ text, weight: 600 })),
    ...wrap(says, wordsWidth, 3).map((text) => ({ text })),
    ...(circular === undefined
      ? []
      : wrap(circular, (wordsWidth - signRoom) / boldness, 2).map((text, index) => ({
          text,
          weight: 600,
          sign: index === 0,
        }))),
    ...(mark === undefined ? [] : wrap(mark, wordsWidth, 2).map((text) => ({ text, soft: true }))),
  ];
}

const widthOf = ({ text, weight, sign }: Line): number =>
  textWidth(text) * (weight === undefined ? 1 : boldness) + (sign === true ? signRoom : 0);

/** The room of an arrow's words. */
export function wordsSize(arrow: GraphArrow): Size {
  const lines = linesOfArrow(arrow);
  return {
    width: Math.max(56, ...lines.map(widthOf)) + 2 * padding,
    height: lines.length * lineHeight + 10,
  };
}

/** An event in its box, heavier where it lies on a circular order. */
export function drawEvent({ label, circular, href }: GraphEvent, box: Box): string {
  const lines = linesOfEvent(label);
  const frame = element('rect', {
    ...box,
    rx: 6,
    fill: colours.paper,
    stroke: circular ? colours.clash : colours.ink,
    'stroke-width': circular ? 3 : 1.25,
  });
  const text = drawLines(
    lines.map((line) => ({ text: line, weight: 600 })),
    box,
  );
  return linked(frame + text, { title: label, name: label, href });
}

/** An arrow with its words; where a circle had to be broken its head points up. */
export function drawArrow(arrow: GraphArrow, { words: frame, parts, down }: LaidArrow): string {
  const circular = arrow.circular !== undefined;
  const end = parts.at(-1)?.at(-1)?.to;
  const start = parts[0]?.[0]?.from;
  const [x, y] = (down ? end : start) ?? [0, 0];
  const line = parts.map((part) => dataOf(shorten(part, parts, down))).join('');
  const drawn = [
    styledLine(line, arrow.owner, circular),
    element(
      'g',
      { fill: circular ? colours.clash : undefined },
      arrowHead(x, y, down ? 'down' : 'up'),
    ),
    element('rect', {
      ...frame,
      rx: 4,
      fill: colours.paper,
      stroke: circular ? colours.clash : colours.line,
      'stroke-width': circular ? 2 : 1,
      'stroke-dasharray': dashesOf(arrow.owner),
    }),
    drawLines(linesOfArrow(arrow), frame),
  ];
  const name = `${linesOfArrow(arrow)
    .map(({ text }) => text)
    .join(' ')}, ${arrow.ends}`;
  return linked(drawn.join(''), { title: arrow.title, name, href: arrow.href });
}

/** Room for the head at the end that has it. */
function shorten(
  part: readonly Stretch[],
  parts: readonly (readonly Stretch[])[],
  down: boolean,
): readonly Stretch[] {
  const room = 7;
  return part.map((stretch, index) => {
    const isEnd = part === parts.at(-1) && index === part.length - 1;
    const isStart = part === parts[0] && index === 0;
    if (down && isEnd) return { ...stretch, to: [stretch.to[0], stretch.to[1] - room] };
    if (!down && isStart) return { ...stretch, from: [stretch.from[0], stretch.from[1] + room] };
    return stretch;
  });
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Upright along levels, and between them in a curve that begins and ends upright. */
function dataOf(part: readonly Stretch[]): string {
  return part
    .map(({ from: [x1, y1], to: [x2, y2], bend: [b1, b2] }, index) => {
      const start = index === 0 ? `M${round(x1)} ${round(y1)}` : '';
      const [top, low] = [Math.max(b1, y1), Math.min(b2, y2)];
      const middle = (top + low) / 2;
      const curve = [x1, middle, x2, middle, x2, low].map(round).join(' ');
      return `${start}L${round(x1)} ${round(top)}C${curve}L${round(x2)} ${round(y2)}`;
    })
    .join('');
}

function drawLines(lines: readonly Line[], box: Box): string {
  const centre = box.x + box.width / 2;
  const first = box.y + box.height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4;
  return lines
    .map((line, index) => {
      const y = first + index * lineHeight;
      const { text, weight, soft = false, sign = false } = line;
      const x = centre + (sign ? signRoom / 2 : 0);
      const own = words({
        x,
        y,
        // Read in one go, lines are words apart.
        text: index < lines.length - 1 ? `${text} ` : text,
        anchor: 'middle',
        soft,
        ...(weight === undefined ? {} : { weight }),
      });
      return sign ? circleSign(centre - widthOf(line) / 2, y - 10) + own : own;
    })
    .join('');
}

/** An arrow that runs round, as beside the headings of circular orders. */
const circleSign = (x: number, y: number): string =>
  element(
    'g',
    {
      transform: `translate(${round(x)} ${round(y)}) scale(0.68)`,
      fill: 'none',
      stroke: colours.ink,
      'stroke-width': 2,
      'stroke-linecap': 'round',
    },
    element('path', { d: 'M15.2 7.4A6.5 6.5 0 1 0 15 11.4' }) +
      element('path', { d: 'm15.9 3.6-.6 4-3.9-.8', 'stroke-linejoin': 'round' }),
  );

interface Link {
  /** For the pointer. */
  readonly title: string;
  /** What it is called; begins with the words that are seen. */
  readonly name: string;
  readonly href: string | undefined;
}

/** With its full words for the pointer; a link where it leads somewhere. */
function linked(markup: string, { title, name, href }: Link): string {
  const inside = element('title', {}, escapeXml(title)) + markup;
  return href === undefined
    ? element('g', {}, inside)
    : element('a', { href, 'aria-label': name }, inside);
}
