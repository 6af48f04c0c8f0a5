import type { ElementNode } from './tree.ts';

const bullets = ['•', '◦', '▪'] as const;

type NumberStyle = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

const stylesByType: Readonly<Record<string, NumberStyle>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  decimal: 'decimal',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
};

/**
 * The numbers or bullets that a browser shows before the items of a list, by item: `3.`, `c.`, `iii.`;
 * undefined for a list that asks for none. `depth` is 1 for the outermost list.
 */
export function listNumbers(
  list: ElementNode,
  depth: number,
): (item: ElementNode) => string | undefined {
  const style = styleOf(list);
  if (style === 'none') return () => undefined;
  if (list.name !== 'ol') {
    const bullet = bullets[Math.min(depth, bullets.length) - 1] ?? bullets[0];
    return () => bullet;
  }
  const items = list.children.filter((child) => child.kind === 'element' && child.name === 'li');
  const isReversed = list.attributes.has('reversed');
  let next = wholeNumber(list.attributes.get('start')) ?? (isReversed ? items.length : 1);
  return (item) => {
    const own = wholeNumber(item.attributes.get('value')) ?? next;
    next = own + (isReversed ? -1 : 1);
    return `${formatNumber(own, stylesByType[item.attributes.get('type') ?? ''] ?? style)}.`;
  };
}

function styleOf({ attributes }: ElementNode): NumberStyle | 'none' {
  const named = /list-style(?:-type)?\s{0,4}:\s{0,4}([a-z-]{1,20})/i.exec(
    attributes.get('style') ?? '',
  );
  const name = named?.[1]?.toLowerCase() ?? attributes.get('type') ?? '';
  return name === 'none' ? 'none' : (stylesByType[name] ?? 'decimal');
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\s{0,9}-?\d{1,9}\s{0,9}$/.test(value) ? Number(value) : undefined;
}

function formatNumber(value: number, style: NumberStyle): string {
  if (value < 1 || style === 'decimal') return String(value);
  const isUpper = style.startsWith('upper');
  const text = style.endsWith('roman') ? roman(value) : letters(value);
  return isUpper ? text.toUpperCase() : text;
}

function letters(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  // Browsers go back to figures where Roman ones end.
  if (value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of romanSigns) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}
