import type { Interval } from '#lib/engine/comparison.ts';
import { intervalPlot, type PlotRow } from './interval-plot.ts';

export interface TimelineRow {
  readonly name: string;
  /** Days from the origin; null where no date follows. */
  readonly window: (Interval & { readonly minOpen: boolean; readonly maxOpen: boolean }) | null;
  /** The window in words. */
  readonly label: string;
}

export interface TimelineLane {
  readonly rows: readonly TimelineRow[];
  /** What day 0 is: "0: ceasefire". */
  readonly originLabel: string;
  readonly format: (days: number) => string;
  /** Bounds of the other lanes, so that all have one scale. */
  readonly reach: readonly number[];
  readonly title: string;
  readonly width?: number;
}

/**
 * When events can happen by one side, counted from the origin at 0: bars for windows, diamonds for
 * fixed days, arrows for open ends. Lanes with the same rows and reach line up beside each other.
 */
export function timelineLane({
  rows,
  originLabel,
  format,
  reach,
  title,
  width = 340,
}: TimelineLane): string {
  const plotted = rows.map(({ name, window, label }): PlotRow => ({
    name,
    label,
    value: window ?? 'none',
  }));
  return intervalPlot({
    rows: plotted,
    origin: { value: 0, label: originLabel },
    format,
    reach,
    nameLines: 3,
    title,
    width,
  });
}
