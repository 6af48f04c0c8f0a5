import { shortenText, textWidth, wrapText } from './measure.ts';
import { colours, element, group, lineHeight, sheet, wordLines, words } from './svg.ts';

export interface ScopeGroup {
  /** "In common", "Only Ukraine". */
  readonly name: string;
  /** Labels of scope values or actors. */
  readonly values: readonly string[];
  /** The part in which the columns meet; the others are one column's alone. */
  readonly common: boolean;
}

export interface ScopeChips {
  readonly groups: readonly ScopeGroup[];
  readonly title: string;
  readonly width?: number;
}

const chipHeight = 20;
const between = 6;
const padding = 8;
/** More values than this are counted by the last chip. */
const mostChips = 12;

/** Where the columns meet and what only one speaks to: framed values, dashed where one is alone. */
export function scopeChips({ groups, title, width = 300 }: ScopeChips): string {
  let y = 0;
  const parts: string[] = [];
  for (const scope of groups.filter(({ values }) => values.length > 0)) {
    const drawn = drawGroup(scope, y, width);
    parts.push(drawn.markup);
    y += drawn.height + between;
  }
  return sheet({ width, height: Math.max(1, y), title, parts });
}

function drawGroup(
  { name, values, common }: ScopeGroup,
  top: number,
  width: number,
): { readonly markup: string; readonly height: number } {
  const head = wrapText(name, { width, lines: 2 });
  let x = 1;
  let y = top + head.length * lineHeight + 4;
  const parts = [wordLines(head, { x: 0, y: top + 12, soft: true })];
  const rest = values.length - mostChips;
  const shown = rest > 0 ? [...values.slice(0, mostChips), `+ ${rest}`] : values;
  for (const value of shown) {
    const text = shortenText(value, width - 2 * padding - 2);
    const chip = textWidth(text) + 2 * padding;
    if (x > 1 && x + chip > width - 1) {
      x = 1;
      y += chipHeight + between;
    }
    parts.push(drawChip(text, { x, y, width: chip, common, full: value }));
    x += chip + between;
  }
  const markup = group(parts, rest > 0 ? `${name}: ${values.join(', ')}` : undefined);
  return { markup, height: y + chipHeight - top };
}

interface Chip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly common: boolean;
  readonly full: string;
}

function drawChip(text: string, { x, y, width, common, full }: Chip): string {
  const frame = element('rect', {
    x,
    y: y + 0.5,
    width,
    height: chipHeight - 1,
    rx: 4,
    fill: 'none',
    stroke: colours.ink,
    'stroke-width': common ? 1.75 : 1,
    'stroke-dasharray': common ? undefined : '3 2.5',
  });
  const label = words({ x: x + width / 2, y: y + 14, text, anchor: 'middle' });
  return group([frame, label], text === full ? undefined : full);
}
