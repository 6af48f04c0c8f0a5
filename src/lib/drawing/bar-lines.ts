import { textWidth, wrapText } from './measure.ts';
import { colours, element, lineHeight, sheet, wordLines, words } from './svg.ts';

export interface BarLines {
  readonly rows: readonly {
    readonly name: string;
    /** Not negative. */
    readonly value: number;
    readonly label: string;
  }[];
  readonly title: string;
  readonly width?: number;
}

const barHeight = 12;
const longestBar = 170;

/** Counts as bars below each other from one line: name, bar, and the count in words. */
export function barLines({ rows, title, width = 560 }: BarLines): string {
  const room = Math.max(0, ...rows.map(({ label }) => textWidth(label)));
  const names = rows.map(({ name }) =>
    wrapText(name, { width: Math.max(80, width - room - longestBar - 24), lines: 2 }),
  );
  const left = Math.max(0, ...names.flat().map((line) => textWidth(line))) + 12;
  const most = Math.max(1, ...rows.map(({ value }) => value));
  let y = 4;
  const parts = rows.map(({ value, label }, index) => {
    const lines = names[index] ?? [];
    const length = Math.max(1, (longestBar * value) / most);
    const top = y;
    y += Math.max(lines.length * lineHeight, barHeight) + 8;
    return [
      wordLines(lines, { x: 0, y: top + 10 }),
      element('rect', { x: left, y: top, width: length, height: barHeight, fill: colours.soft }),
      words({ x: left + length + 8, y: top + 10, text: label, soft: true }),
    ].join('');
  });
  return sheet({ width: left + longestBar + 8 + room, height: y, title, parts });
}
