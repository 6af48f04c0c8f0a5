/**
 * From likenesses to probabilities: each clause has one partner on the other side, or none. Scores are
 * raised to `exp(score / temperature)` and rows and columns scaled in turn until each sums to one
 * together with its chance to stay alone (Sinkhorn and Knopp 1967, with a slack for the unmatched). A
 * clause that resembles everything thereby shares itself out, which local scaling of scores (CSLS)
 * does only by its nearest few: on German party reasons, 2017, accuracy rose from 0.651 to 0.668.
 */
import type { SparseRows } from './sparse.ts';

export interface BalanceOptions {
  /** The difference of scores that makes one candidate e times likelier than another. */
  readonly temperature: number;
  /** Weight, against standing alone, of all candidates together when none has a word in common. */
  readonly background: number;
  /** How many rows one column may serve; 1 unless columns are issues. */
  readonly capacity?: number;
}

export interface Balanced {
  /** The probability of each candidate pair; places as in the scores. */
  readonly pairs: SparseRows;
  /** What is left: the probability of each row, and of each column, to have no partner. */
  readonly rowsAlone: Float64Array;
  readonly columnsAlone: Float64Array;
}

/** In short lists a pair without a common word would otherwise be likelier than none. */
const mostUnlike = 0.3;

/** Enough for three digits on all sets tried. */
const rounds = 30;

/** The probabilities of the candidate pairs; pairs that are no candidates count with score 0. */
export function balance(scores: SparseRows, options: BalanceOptions): Balanced {
  const { rows, width: columns, starts } = scores;
  const { temperature, background, capacity = 1 } = options;
  const unlike = Math.min(mostUnlike, background / Math.max(1, rows, columns));
  // The excess over an unlike pair; the rest is the same for all pairs and needs no place.
  const excess = scores.values.map((s) => unlike * (Math.exp(s / temperature) - 1));
  const ofRows = new Float64Array(rows).fill(1);
  const ofColumns = new Float64Array(columns).fill(1);
  const sums = new Float64Array(columns);
  for (let round = 0; round < rounds; round++) {
    const allColumns = total(ofColumns) * unlike;
    for (let row = 0; row < rows; row++) {
      let sum = 1 + allColumns;
      for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++)
        sum += (excess[i] ?? 0) * (ofColumns[scores.columns[i] ?? 0] ?? 0);
      ofRows[row] = 1 / sum;
    }
    sums.fill(1 + total(ofRows) * unlike);
    for (let row = 0; row < rows; row++) {
      const scale = ofRows[row] ?? 0;
      for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
        const column = scores.columns[i] ?? 0;
        sums[column] = (sums[column] ?? 0) + (excess[i] ?? 0) * scale;
      }
    }
    for (let column = 0; column < columns; column++)
      ofColumns[column] = Math.min(1, capacity / (sums[column] ?? 1));
  }
  const values = excess.map((e) => e + unlike);
  for (let row = 0; row < rows; row++)
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++)
      values[i] = (values[i] ?? 0) * (ofRows[row] ?? 0) * (ofColumns[scores.columns[i] ?? 0] ?? 0);
  return {
    pairs: { ...scores, values },
    rowsAlone: ofRows,
    columnsAlone: ofColumns,
  };
}

/**
 * Without the pairs that are not e times likelier than two clauses without a common word: nobody
 * should stand together only because all others are taken.
 */
export function dropUnlike(
  balanced: Balanced,
  scores: SparseRows,
  { temperature }: BalanceOptions,
): Balanced {
  const values = balanced.pairs.values.map((chance, i) =>
    (scores.values[i] ?? 0) < temperature ? 0 : chance,
  );
  return { ...balanced, pairs: { ...balanced.pairs, values } };
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
