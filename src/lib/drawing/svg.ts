/** The few pieces of SVG that every drawing is made of; whatever comes from a dossier is escaped. */

/** The colours of a drawing: names of CSS custom properties, with `currentColor` to fall back on. */
export const colours = {
  ink: 'currentColor',
  soft: 'var(--soft, currentColor)',
  line: 'var(--edge, currentColor)',
  paper: 'var(--paper, none)',
  mark: 'var(--drawing-mark, var(--line, currentColor))',
  clash: 'var(--incompatible, currentColor)',
} as const;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text as character data or an attribute value, without characters that XML does not allow. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

const shorten = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);

/** An element; `inside` is markup already. Attributes without a value are left out. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${shorten(value ?? '')}"`)
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** Parts that belong together, with their full text for the pointer. */
export const group = (parts: readonly string[], title?: string): string =>
  element(
    'g',
    {},
    (title === undefined ? '' : element('title', {}, escapeXml(title))) + parts.join(''),
  );

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The whole drawing in words; with a description only what it shows; none for a mere ornament. */
  readonly title?: string;
  readonly description?: string;
  readonly parts: readonly string[];
  /** A picture, unless it holds links that can be reached one by one. */
  readonly role?: 'img' | 'group';
  /** What stands in the upper left corner. */
  readonly origin?: readonly [x: number, y: number];
}

/** A drawing of `width` by `height` units, one unit a CSS pixel; narrower places scale it down. */
export function sheet({
  width,
  height,
  title,
  description,
  parts,
  role = 'img',
  origin: [x, y] = [0, 0],
}: Sheet): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: title === undefined ? undefined : role,
      'aria-hidden': title === undefined ? 'true' : undefined,
      width: w,
      height: h,
      viewBox: `${x} ${y} ${w} ${h}`,
      'font-size': fontSize,
      fill: colours.ink,
      class: 'drawing',
    },
    (title === undefined ? '' : element('title', {}, escapeXml(title))) +
      (description === undefined ? '' : element('desc', {}, escapeXml(description))) +
      parts.join(''),
  );
}

/** Size of ordinary text in a drawing. */
export const fontSize = 12;
/** From one line of text to the next. */
export const lineHeight = 15;

export interface Words {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly soft?: boolean;
  readonly weight?: number;
}

/** One line of text; its direction follows its own letters, its place does not. */
export function words({ x, y, text, anchor, soft = false, weight }: Words): string {
  return element(
    'text',
    {
      x,
      y,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      fill: soft ? colours.soft : undefined,
      'font-weight': weight,
      direction: 'ltr',
      'unicode-bidi': 'plaintext',
    },
    escapeXml(text),
  );
}

/** Lines of text below each other, the first baseline at `y`. */
export const wordLines = (lines: readonly string[], place: Omit<Words, 'text'>): string =>
  lines.map((text, index) => words({ ...place, y: place.y + index * lineHeight, text })).join('');

export interface Stroke {
  readonly width?: number;
  readonly dashes?: string | undefined;
  readonly colour?: string;
}

/** An open line through points or along path data. */
export function path(
  data: string,
  { width = 1, dashes, colour = colours.ink }: Stroke = {},
): string {
  return element('path', {
    d: data,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-dasharray': dashes,
  });
}

/** Path data through points, straight from one to the next. */
export const through = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${shorten(x)} ${shorten(y)}`).join('');

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A solid arrow head whose point is at `x`, `y`. */
export function arrowHead(x: number, y: number, towards: Direction): string {
  const [length, half] = [8, 4];
  const base: Readonly<Record<Direction, readonly (readonly [number, number])[]>> = {
    right: [
      [x - length, y - half],
      [x - length, y + half],
    ],
    left: [
      [x + length, y - half],
      [x + length, y + half],
    ],
    down: [
      [x - half, y - length],
      [x + half, y - length],
    ],
    up: [
      [x - half, y + length],
      [x + half, y + length],
    ],
  };
  return element('path', { d: `${through([[x, y], ...base[towards]])}Z`, stroke: 'none' });
}
