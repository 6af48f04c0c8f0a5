import type { Row, Run } from './page-content.ts';

/** A strip without ink between two columns: from the last ink on its left to the first on its right. */
export interface Corridor {
  readonly from: number;
  readonly to: number;
}

/** Rows `first` to `last` (both counted) that stand in two columns. */
export interface Band {
  readonly first: number;
  readonly last: number;
  readonly corridor: Corridor;
  /** A line is drawn down the corridor. */
  readonly ruled: boolean;
}

/** A corridor narrower than this, in points and as a share of the letters' size, is a space. */
const leastWidth = 4;
const leastShare = 0.5;

export const leastCorridor = (size: number): number => Math.max(leastWidth, leastShare * size);

export const middleOf = ({ from, to }: Corridor): number => (from + to) / 2;

export type Side = 'both' | 'left' | 'right' | 'crossing';

/** On which sides of a corridor a row has words. */
export function sideOf({ runs }: Pick<Row, 'runs'>, corridor: Corridor): Side {
  const middle = middleOf(corridor);
  let left = false;
  let right = false;
  for (const run of runs) {
    if (run.right <= middle) left = true;
    else if (run.left >= middle) right = true;
    else return 'crossing';
  }
  if (left && right) return 'both';
  return left ? 'left' : 'right';
}

/** The words of rows on either side of a corridor that none of them crosses. */
export function splitRuns(
  rows: readonly Row[],
  corridor: Corridor,
): { readonly left: readonly Run[]; readonly right: readonly Run[] } {
  const middle = middleOf(corridor);
  const runs = rows.flatMap((row) => row.runs);
  return {
    left: runs.filter((run) => run.right <= middle),
    right: runs.filter((run) => run.right > middle),
  };
}

/** The gaps inside a row that are wide enough for a corridor. */
export function gapsOf(row: Row): readonly Corridor[] {
  const least = leastCorridor(row.size);
  const gaps: Corridor[] = [];
  let inked = row.runs[0]?.right ?? 0;
  for (const run of row.runs.slice(1)) {
    if (run.left - inked >= least) gaps.push({ from: inked, to: run.left });
    inked = Math.max(inked, run.right);
  }
  return gaps;
}

/** The widest part of a corridor that a row leaves free, or undefined where it leaves too little. */
export function freeIn(row: Row, corridor: Corridor): Corridor | undefined {
  const spaces = [
    { from: -Infinity, to: row.left },
    ...gapsOf(row),
    { from: row.right, to: Infinity },
  ];
  let widest: Corridor | undefined;
  for (const space of spaces) {
    const from = Math.max(space.from, corridor.from);
    const to = Math.min(space.to, corridor.to);
    if (to - from > (widest === undefined ? 0 : widest.to - widest.from)) widest = { from, to };
  }
  const least = leastCorridor(row.size);
  return widest !== undefined && widest.to - widest.from >= least ? widest : undefined;
}

/** The corridors that no row of a stretch crosses, from left to right. */
export function corridorsThrough(rows: readonly Row[]): readonly Corridor[] {
  const size = Math.max(0, ...rows.map((row) => row.size));
  const runs = rows.flatMap((row) => row.runs).sort((a, b) => a.left - b.left);
  const through: Corridor[] = [];
  let inked = runs[0]?.right ?? 0;
  for (const run of runs) {
    if (run.left - inked >= leastCorridor(size)) through.push({ from: inked, to: run.left });
    inked = Math.max(inked, run.right);
  }
  return through;
}
