import type { Interval } from '#lib/engine/comparison.ts';
import { intervalPlot, type PlottedValue } from './interval-plot.ts';

export interface NumberLine {
  /** Acceptable figures of each column, in column order, with the same in words. */
  readonly rows: readonly {
    readonly name: string;
    readonly value: Interval | 'unset' | 'unstated' | 'unconvertible';
    readonly label: string;
  }[];
  readonly common?: Interval | undefined;
  /** Words for the common zone or the gap: "textual overlap from 30 to 45 days". */
  readonly commonLabel?: string | undefined;
  readonly gapLabel?: string | undefined;
  readonly format: (value: number) => string;
  readonly title: string;
  readonly width?: number;
}

/**
 * The figures each column accepts, above one axis: open ends as arrows, a figure still to be set
 * dotted, the common zone shaded, the gap between two columns spanned.
 */
export function numberLine(line: NumberLine): string {
  const { rows, common, commonLabel, gapLabel, format, title, width = 300 } = line;
  const gap = gapLabel === undefined ? undefined : gapBetween(rows.map(({ value }) => value));
  return intervalPlot({
    rows: rows.map(({ name, value, label }) => ({ name, label, value: plotted(value) })),
    zone:
      common && commonLabel !== undefined && gap === undefined
        ? { ...common, label: commonLabel }
        : undefined,
    gap: gap && { ...gap, label: gapLabel ?? '' },
    format,
    title,
    width,
  });
}

type Figures = NumberLine['rows'][number]['value'];

function plotted(value: Figures): PlottedValue {
  switch (value) {
    case 'unset':
    case 'unconvertible':
      return 'open';
    case 'unstated':
      return 'none';
    default:
      return value;
  }
}

/** From the smallest upper bound to the largest lower bound, where no figure fits all. */
function gapBetween(values: readonly Figures[]): { from: number; to: number } | undefined {
  const intervals = values.flatMap((value) => (typeof value === 'object' ? [value] : []));
  const from = Math.min(...intervals.map(({ max }) => max ?? Infinity));
  const to = Math.max(...intervals.map(({ min }) => min ?? -Infinity));
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? { from, to } : undefined;
}
