import { isHeadingPair } from './amendment-headings.ts';
import { sideOf, splitRuns, type Band } from './corridors.ts';
import { commonest, medianOf } from './medians.ts';
import type { Row } from './page-content.ts';

/** Rows further apart than this many usual distances are not of one paragraph. */
const attached = 1.35;
/** A line that ends within this share of a column's width from its end was broken there. */
const wrapped = 0.15;

/** Without the rows at both ends that only happen to stay clear of the corridor. */
export function trimBand(rows: readonly Row[], band: Band): Band | undefined {
  const { corridor } = band;
  const sides = rows.map((row, i) =>
    i < band.first || i > band.last ? undefined : sideOf(row, corridor),
  );
  let first = sides.indexOf('both');
  if (first === -1) return undefined;
  const leading = leadingOf(rows.slice(first, band.last + 1));
  const isHeaded = isHeadingPair(rows[first], corridor);
  while (!isHeaded && first > band.first && isAttached(rows[first - 1], rows[first], leading))
    first -= 1;
  const last = lastOfBand(rows, { ...band, first });
  return { ...band, first, last };
}

/** The last row that belongs to the columns beginning at `first`, following `sideOf` each row. */
export function lastOfBand(rows: readonly Row[], { first, last: end, corridor }: Band): number {
  const within = rows.slice(first, end + 1);
  const leading = leadingOf(within);
  const { left, right } = splitRuns(within, corridor);
  const leftEdge = Math.min(...left.map((run) => run.left));
  const rightEdge = commonest(
    right.map((run) => run.left),
    2,
  ).value;
  const isWrapped = (row: Row): boolean =>
    row.right > corridor.from - wrapped * (corridor.from - leftEdge);
  let last = first;
  for (let i = first; i <= end; i += 1) {
    const row = rows[i];
    if (row === undefined) break;
    const side = sideOf(row, corridor);
    if (side === 'both') {
      last = i;
    } else if (last === i - 1) {
      const near = isAttached(rows[i - 1], row, leading);
      const next = rows[i + 1];
      const goesOn = isWrapped(row) && i < end && isAttached(row, next, leading);
      if (near || (side === 'right' ? Math.abs(row.left - rightEdge) < 3 : goesOn)) last = i;
    }
  }
  return last;
}

const leadingOf = (rows: readonly Row[]): number => {
  const steps = rows.flatMap((row, i) => {
    const before = rows[i - 1];
    return before === undefined ? [] : [row.baseline - before.baseline];
  });
  const size = medianOf(
    rows.map((row) => row.size),
    10,
  );
  return medianOf(
    steps.filter((step) => step > 0.7 * size && step < 2 * size),
    1.2 * size,
  );
};

function isAttached(above: Row | undefined, below: Row | undefined, leading: number): boolean {
  if (above === undefined || below === undefined) return false;
  if (Math.abs(above.size - below.size) > 0.1 * below.size) return false;
  return below.baseline - above.baseline <= attached * leading;
}
