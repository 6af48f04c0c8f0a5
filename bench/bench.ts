/** One figure of a bench: what was measured, on how much, and the middle of the measurements. */
export type Row = {
  readonly name: string;
  /** How much was worked on, in words: "1,000 × 1,000 clauses". */
  readonly size: string;
  readonly median: number;
  /** The unit of `median` and `limit`. */
  readonly unit: 'ms' | 'score' | 'ratio' | 'KB' | 'MB';
  /** The budget, where there is one; the table shows it, no run fails by it. */
  readonly limit?: number;
  /** Filled in by the runner: the largest resident size of the bench's process up to its end. */
  readonly peakMemoryMb?: number;
};

/** What a file `bench/NAME.bench.ts` exports by default. A smoke run only shows that it works: small and quick. */
export type Bench = {
  readonly name: string;
  readonly run: (options: { readonly smoke: boolean }) => Promise<readonly Row[]>;
};

/** How often to measure, and what to do before each measurement without counting it. */
export type Repetition = { readonly times: number; readonly warmUps?: number };

/** The median running time of a piece of work in milliseconds, after some runs that do not count. */
export async function measureMs(
  work: () => unknown,
  { times, warmUps = 1 }: Repetition,
): Promise<number> {
  for (let i = 0; i < warmUps; i += 1) await work();
  const durations: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const started = performance.now();
    await work();
    durations.push(performance.now() - started);
  }
  return median(durations);
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? Number.NaN : (lower + upper) / 2;
}
