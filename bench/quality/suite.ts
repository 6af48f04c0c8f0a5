import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

/** One figure of quality. `floor` is what it has to reach, where something says so. */
export type QualityRow = {
  readonly name: string;
  /** What it was measured on, in words: "qual-o-mat 2021, 8 pairs, 608 clauses". */
  readonly on: string;
  readonly value: number;
  readonly floor?: number;
  /** For errors, which should stay below. */
  readonly ceiling?: number;
};

/**
 * What a file `bench/quality/NAME.suite.ts` exports by default. `needs` names folders of the corpus;
 * a suite whose folders are absent is told as skipped and measures nothing.
 */
export type QualitySuite = {
  readonly name: string;
  readonly needs: readonly string[];
  readonly run: (options: {
    /** The folder of the corpus; empty for suites that need none. */
    readonly corpus: string;
    readonly smoke: boolean;
  }) => Promise<readonly QualityRow[]>;
};

/** The folder that `PARLEY_CORPUS` names, or undefined where it is not set or not there. */
export function findCorpus(): string | undefined {
  const named = process.env['PARLEY_CORPUS'];
  if (named === undefined || named === '') return undefined;
  const path = resolve(named);
  return existsSync(path) ? path : undefined;
}
