import { statuses, commonStatuses, type Status } from '#lib/engine/status.ts';
import { shortenText, textWidth, widest } from './measure.ts';
import { colours, element, group, path, sheet, through, words } from './svg.ts';

export interface StatusStrip {
  /** What each column accepts, in column order. */
  readonly rows: readonly { readonly name: string; readonly accepts: readonly Status[] }[];
  /** Names of the three cells: must, free, must not. */
  readonly labels: Readonly<Record<Status, string>>;
  /** The drawing in words. */
  readonly title: string;
}

const rowHeight = 24;
const top = 20;
const bracket = 12;
const mostName = 150;

/**
 * Three cells a column, one for each outcome an agreement can give an act; outcomes that fit the
 * text are filled. A bracket below marks outcomes that fit every text.
 */
export function statusStrip({ rows, labels, title }: StatusStrip): string {
  const left = Math.min(mostName, widest(rows.map(({ name }) => name))) + 12;
  const cell = Math.max(56, widest(Object.values(labels)) + 14);
  const common = commonStatuses(rows.map(({ accepts }) => accepts));
  const place = (status: Status): number => left + statuses.indexOf(status) * cell;
  const bottom = top + rows.length * rowHeight;
  const parts = [
    ...statuses.map((status) =>
      words({
        x: place(status) + cell / 2,
        y: 12,
        text: labels[status],
        anchor: 'middle',
        soft: true,
      }),
    ),
    ...rows.map((row, index) => drawRow(row, { y: top + index * rowHeight, cell, left, place })),
    ...(rows.length > 1 ? common.map((status) => drawBracket(place(status), bottom, cell)) : []),
  ];
  const height = bottom + (rows.length > 1 && common.length > 0 ? bracket : 4);
  return sheet({ width: left + 3 * cell + 1, height, title, parts });
}

interface RowPlace {
  readonly y: number;
  readonly cell: number;
  readonly left: number;
  readonly place: (status: Status) => number;
}

function drawRow(row: StatusStrip['rows'][number], { y, cell, left, place }: RowPlace): string {
  const height = rowHeight - 6;
  const cells = statuses.map((status) => {
    const x = place(status);
    const frame = element('rect', {
      x: x + 0.5,
      y: y + 0.5,
      width: cell,
      height,
      fill: 'none',
      stroke: colours.line,
    });
    if (!row.accepts.includes(status)) return frame;
    const inside = { x: x + 3.5, y: y + 3.5, width: cell - 6, height: height - 6, rx: 2 };
    return frame + element('rect', { ...inside, fill: colours.ink });
  });
  const name = shortenText(row.name, left - 12);
  return group(
    [words({ x: 0, y: y + 14, text: name }), ...cells],
    textWidth(row.name) > left - 12 ? row.name : undefined,
  );
}

const drawBracket = (x: number, y: number, cell: number): string =>
  path(
    through([
      [x + 4, y + 1],
      [x + 4, y + 6],
      [x + cell - 4, y + 6],
      [x + cell - 4, y + 1],
    ]),
    { width: 2 },
  );
