import type { Row, Run } from './page-content.ts';

/** Runs closer than this share of their size belong to one word. */
const wordGap = 0.12;
/** The file may set narrower spaces, but not of no width at all. */
const leastSpace = 0.02;

/** Whether two neighbours of a row, left and right, have a space between them. */
export function isSpaced(left: Run, right: Run): boolean {
  const gap = (right.left - left.right) / Math.min(left.size, right.size);
  return gap > wordGap || ((right.spaced || left.spaced) && gap > leastSpace);
}

/** The words of a row from left to right, for telling what it is; the kept text is written elsewhere. */
export function rowText({ runs }: Pick<Row, 'runs'>): string {
  let text = '';
  let before: Run | undefined;
  for (const run of runs) {
    text += before !== undefined && isSpaced(before, run) ? ` ${run.text}` : run.text;
    before = run;
  }
  return text;
}
