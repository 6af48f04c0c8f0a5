import type { Interval } from '#lib/engine/comparison.ts';
import { intervalPlot } from './interval-plot.ts';

export interface TimeBar {
  /** Days from the first to the second event, by column, with the same in words. */
  readonly rows: readonly {
    readonly name: string;
    readonly value: Interval & { readonly strict: boolean };
    readonly label: string;
  }[];
  /** What day 0 is: "0: ceasefire". */
  readonly originLabel: string;
  readonly format: (value: number) => string;
  readonly title: string;
  readonly width?: number;
}

/** When each column lets the second event happen, counted from the first, which stands at 0. */
export function timeBar({ rows, originLabel, format, title, width = 300 }: TimeBar): string {
  return intervalPlot({
    rows,
    origin: { value: 0, label: originLabel },
    format,
    title,
    width,
  });
}
