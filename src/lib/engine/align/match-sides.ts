import { assignBest } from './assignment.ts';
import { balance } from './balance.ts';
import { byWording, type LikePair } from './pair-sides.ts';
import { entryAt, eachEntry, transpose, type SparseRows } from './sparse.ts';

/** Two rows that belong together; `attached` where one of them has a better partner already. */
export interface Match {
  readonly rows: readonly [number, number];
  /** The cosine of their words. */
  readonly score: number;
  readonly confidence: number;
  readonly kind: 'matched' | 'attached';
}

/**
 * A pair must be so likely to be better than none. Between 0.2 and 0.4 the F1 of pairs with 30 of a
 * hundred clauses missing changes by a point (party reasons, 2017).
 */
const leastChance = 0.3;
/** A clause left over joins the partner of another when, asked alone, it is so sure to belong there. */
const leastAttached = 0.8;
/** As if no other clause wanted the same partner. */
const unrivalled = { ...byWording, capacity: Infinity };

/** One-to-one matches by the chances of the pairs, then the clauses that belong to a matched one too. */
export function matchRows({ pairs: chances, likeness }: LikePair): readonly Match[] {
  const columnOf = assignBest(chances, leastChance);
  const rowOf = new Int32Array(chances.width).fill(-1);
  columnOf.forEach((column, row) => {
    if (column >= 0) rowOf[column] = row;
  });
  const matched = [...columnOf].flatMap((column, row): readonly Match[] =>
    column < 0
      ? []
      : [
          {
            rows: [row, column],
            score: Math.min(1, entryAt(likeness, row, column)),
            confidence: entryAt(chances, row, column),
            kind: 'matched',
          },
        ],
  );
  const byRow = attach(likeness, columnOf, rowOf);
  const byColumn = attach(transpose(likeness), rowOf, columnOf).map((match): Match => ({
    ...match,
    rows: [match.rows[1], match.rows[0]],
  }));
  return [...matched, ...byRow, ...byColumn].sort(
    (x, y) => x.rows[0] - y.rows[0] || x.rows[1] - y.rows[1],
  );
}

/** Rows without a partner that belong, by themselves, to a column that has one. */
function attach(likeness: SparseRows, columnOf: Int32Array, rowOf: Int32Array): readonly Match[] {
  const chances = balance(likeness, unrivalled).pairs;
  return [...columnOf].flatMap((partner, row): readonly Match[] => {
    if (partner >= 0) return [];
    const found: Match[] = [];
    eachEntry(chances, row, (column, chance) => {
      if (chance < leastAttached || (rowOf[column] ?? -1) < 0) return;
      const score = Math.min(1, entryAt(likeness, row, column));
      found.push({
        rows: [row, column],
        score,
        confidence: chance,
        kind: 'attached',
      });
    });
    return found;
  });
}
