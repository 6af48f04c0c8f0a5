// Measures of alignment and of issue assignment on party reasons.
import type { SideRows } from '../../src/lib/engine/align/agree-over-sides.ts';
import { assignBest } from '../../src/lib/engine/align/assignment.ts';
import { scoreIssues, type IssueText } from '../../src/lib/engine/align/issue-scores.ts';
import { pairSides, type PairedSides } from '../../src/lib/engine/align/pair-sides.ts';
import { eachEntry, transpose, type SparseRows } from '../../src/lib/engine/align/sparse.ts';
import type { Pair, Party } from './party-reasons.ts';

/** The chances of all pairs of the parties' reasons, and of the reasons for the theses. */
export function pairParties(parties: readonly Party[], issues: readonly IssueText[]): PairedSides {
  let from = 0;
  const sides = parties.map(({ reasons }): SideRows => {
    const rows = { from, to: from + reasons.length };
    from = rows.to;
    return rows;
  });
  const clauses = parties.flatMap(({ reasons }) => reasons.map(({ text }) => text));
  return pairSides(scoreIssues({ clauses, issues, confirmed: [], language: 'de' }), sides);
}

/** The column with the best value of each row, or -1. */
function bestOfRows(chances: SparseRows): readonly number[] {
  return Array.from({ length: chances.rows }, (_, row) => {
    let [best, at] = [0, -1];
    eachEntry(chances, row, (column, value) => {
      if (value > best) [best, at] = [value, column];
    });
    return at;
  });
}

const thesisOf = (party: Party, at: number): number => party.reasons[at]?.thesis ?? -1;

export type PairFigures = { readonly accuracy: number; readonly assigned: number };

/** Accuracy at one, mean of both directions, and the part of right pairs in the best assignment. */
export function figuresOf(chances: SparseRows, [a, b]: Pair): PairFigures {
  const hits = (from: Party, to: Party, best: readonly number[]): number => {
    const asked = from.reasons.flatMap(({ thesis }, at) =>
      to.reasons.some((reason) => reason.thesis === thesis) ? [at] : [],
    );
    const right = asked.filter((at) => thesisOf(to, best[at] ?? -1) === thesisOf(from, at));
    return right.length / asked.length;
  };
  const there = hits(a, b, bestOfRows(chances));
  const back = hits(b, a, bestOfRows(transpose(chances)));
  return {
    accuracy: (there + back) / 2,
    assigned: hits(a, b, [...assignBest(chances, -1)]),
  };
}

export type Found = { readonly right: number; readonly told: number; readonly gold: number };

/** Right, told and true pairs where only pairs above a chance are told. */
export function findPairs(chances: SparseRows, [a, b]: Pair, leastChance: number): Found {
  const columns = [...assignBest(chances, leastChance)];
  const told = columns.filter((column) => column >= 0).length;
  const right = columns.filter(
    (column, row) => column >= 0 && thesisOf(b, column) === thesisOf(a, row),
  ).length;
  const gold = a.reasons.filter(({ thesis }) =>
    b.reasons.some((reason) => reason.thesis === thesis),
  ).length;
  return { right, told, gold };
}

export function f1(found: readonly Found[]): number {
  const sum = (pick: (one: Found) => number): number =>
    found.reduce((total, one) => total + pick(one), 0);
  const [right, told, gold] = [sum((x) => x.right), sum((x) => x.told), sum((x) => x.gold)];
  return (2 * right) / (told + gold);
}

/** Chances below this count as equally small, so that one of them does not decide everything. */
const leastTold = 1e-6;

/** Chances as logarithms above those: the best sum is then the likeliest assignment as a whole. */
const asLogarithms = (chances: SparseRows): SparseRows => ({
  ...chances,
  values: chances.values.map((chance) => Math.log1p(chance / leastTold)),
});

/**
 * How many reasons of a party get their thesis: the likeliest, and where each thesis is given once so that
 * the sum of `sums` is the highest.
 */
export function issueHits(
  chances: SparseRows,
  party: Party,
  sums: SparseRows = asLogarithms(chances),
): { readonly likeliest: number; readonly assigned: number; readonly of: number } {
  const count = (columns: readonly number[]): number =>
    columns.filter((column, row) => column === thesisOf(party, row)).length;
  return {
    likeliest: count(bestOfRows(chances)),
    assigned: count([...assignBest(sums, -1)]),
    of: party.reasons.length,
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
