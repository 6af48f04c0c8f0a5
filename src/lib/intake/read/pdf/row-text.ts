import type { Row, Run } from './page-content.ts';

/** Runs closer than this share of their size belong to one word. */
const wordGap = 0.12;
/** The file may set narrower spaces, but not of no width at all. */
const leastSpace = 0.02;

/** Whether two neighbours of a row have a space between them; `run` is read after `before`. */
export function isSpaced(before: Run, run: Run): boolean {
  if (/^\p{M}/u.test(run.text)) return false;
  const gap = Math.max(run.left - before.right, before.left - run.right);
  const share = gap / Math.min(before.size, run.size);
  return share > wordGap || (run.spaced && share > leastSpace);
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
