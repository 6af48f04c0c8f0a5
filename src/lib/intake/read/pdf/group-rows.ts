import type { Row, Run } from './page-content.ts';

/** Letters of a row may stand this far apart in height, as a share of their size. */
const sameLine = 0.3;
/** Raised and lowered letters are at most this size of those beside them, and this far off. */
const scriptSize = 0.85;
const raisedBy = 0.65;
const loweredBy = 0.35;

/** A row of the given runs, which share a baseline; most of its letters say how large it is. */
export function makeRow(runs: readonly Run[]): Row {
  const sorted = [...runs].sort((a, b) => a.left - b.left || a.right - b.right);
  const main = sorted.reduce((best, run) => (signsOf(run) > signsOf(best) ? run : best));
  return {
    runs: sorted,
    left: sorted[0]?.left ?? 0,
    right: Math.max(...sorted.map((run) => run.right)),
    baseline: main.baseline,
    size: main.size,
  };
}

const signsOf = ({ text }: Run): number => text.length;

/** The rows of a page or a part of it, from above; raised marks of notes stay in their row. */
export function groupRows(runs: readonly Run[]): readonly Row[] {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const groups: Run[][] = [];
  let group: Run[] = [];
  for (const run of sorted) {
    const first = group[0];
    if (
      first !== undefined &&
      run.baseline - first.baseline > sameLine * Math.min(first.size, run.size)
    ) {
      groups.push(group);
      group = [];
    }
    group.push(run);
  }
  if (group.length > 0) groups.push(group);
  return joinScripts(groups.map(makeRow));
}

/** Puts a row of small raised or lowered signs into the row whose line they stand at. */
function joinScripts(rows: readonly Row[]): readonly Row[] {
  const joined: Row[] = [];
  let raised: readonly Run[] = [];
  for (const [i, row] of rows.entries()) {
    const below = rows[i + 1];
    const above = joined.at(-1);
    if (below !== undefined && isScriptOf(row, below)) {
      // The row below takes them along.
      raised = [...raised, ...row.runs];
      continue;
    }
    if (above !== undefined && isScriptOf(row, above))
      joined[joined.length - 1] = makeRow([...above.runs, ...raised, ...row.runs]);
    else joined.push(raised.length === 0 ? row : makeRow([...raised, ...row.runs]));
    raised = [];
  }
  return joined;
}

function isScriptOf(small: Row, row: Row): boolean {
  if (small.size > row.size * scriptSize) return false;
  const raised = (row.baseline - small.baseline) / row.size;
  if (raised > raisedBy || raised < -loweredBy) return false;
  const reach = row.size;
  return small.runs.every((script) =>
    row.runs.some((run) => script.left < run.right + reach && script.right > run.left - reach),
  );
}

/** Rows of two columns that do not share base lines overlap by at least this share of their size. */
const overlapping = 0.8;

/**
 * Rows that overlap in height and stand beside each other as one row: columns set apart by their
 * headings seldom share base lines, and would else not be seen to stand side by side.
 */
export function pairRows(rows: readonly Row[]): readonly Row[] {
  const paired: Row[] = [];
  for (const row of rows) {
    const above = paired.at(-1);
    if (above !== undefined && isBeside(above, row))
      paired[paired.length - 1] = makeRow([...above.runs, ...row.runs]);
    else paired.push(row);
  }
  return paired;
}

function isBeside(above: Row, row: Row): boolean {
  const size = Math.min(above.size, row.size);
  if (row.baseline - above.baseline >= overlapping * size) return false;
  return row.left - above.right > size / 2 || above.left - row.right > size / 2;
}
