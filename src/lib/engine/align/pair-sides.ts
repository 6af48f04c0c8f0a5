import {
  nearestByProfile,
  walkOverSides,
  type SidePair,
  type SideRows,
} from './agree-over-sides.ts';
import { balance } from './balance.ts';
import { nearestRows } from './candidates.ts';
import type { IssueScores } from './issue-scores.ts';
import { sliceRows, type SparseRows } from './sparse.ts';

/**
 * Temperatures and backgrounds of `balance`, tuned on the party reasons of 2017 with 30 of a hundred
 * clauses left out on each side: cosines of wording lie close together, cosines of profiles far apart.
 */
export const byWording = { temperature: 0.025, background: 8 };
const byProfile = { temperature: 0.1, background: 1 };

/** Two sides with the probabilities of their pairs, and the likeness of words these began with. */
export interface LikePair extends SidePair {
  readonly likeness: SparseRows;
}

/** Probabilities between the clauses of all sides, and of clauses for issues. */
export interface PairedSides {
  /** Each two sides, the lower number first, in order. */
  readonly pairs: readonly LikePair[];
  /** For each side the probabilities of its clauses (rows) for the issues (columns). */
  readonly issues: readonly SparseRows[];
}

/**
 * Who belongs to whom, by wording alone where there are two sides and nothing else; with issues or
 * more sides through those as well. `scored` holds the rows of all sides one after the other.
 */
export function pairSides(scored: IssueScores, sides: readonly SideRows[]): PairedSides {
  const wording = pairByWording(scored.clauses, sides);
  const issueCount = scored.issues.rows;
  const issues = sides.map((side) => balanceIssues(scored.scores, side));
  const blocks = issueCount === 0 ? sides : [...sides, issueBlock(sides, issueCount)];
  if (blocks.length < 3) return { pairs: wording, issues };
  const toIssues = issues.map((pairs, side): SidePair => ({
    sides: [side, sides.length],
    pairs,
  }));
  const steps = issueCount === 0 ? wording : [...wording, ...toIssues];
  const profiles = walkOverSides(blocks, steps);
  return {
    pairs: wording.map(({ sides: [a, b], likeness }) => ({
      sides: [a, b],
      likeness,
      pairs: balance(near(profiles, blocks[a], blocks[b]), byProfile).pairs,
    })),
    issues: sides.map((side) => {
      const scores = near(profiles, side, blocks[sides.length]);
      return balance(scores, { ...byProfile, capacity: capacityOf(scores) }).pairs;
    }),
  };
}

/** The probabilities by likeness of words alone. */
function pairByWording(rows: SparseRows, sides: readonly SideRows[]): readonly LikePair[] {
  return sides.flatMap((a, first) =>
    sides.slice(first + 1).map((b, offset): LikePair => {
      const likeness = nearestRows(sliceRows(rows, a.from, a.to), sliceRows(rows, b.from, b.to));
      const { pairs } = balance(likeness, byWording);
      return { sides: [first, first + 1 + offset], likeness, pairs };
    }),
  );
}

function balanceIssues(scores: SparseRows, { from, to }: SideRows): SparseRows {
  const own = sliceRows(scores, from, to);
  return balance(own, { ...byWording, capacity: capacityOf(own) }).pairs;
}

/** A paper of more clauses than there are issues speaks of each several times. */
const capacityOf = ({ rows, width }: SparseRows): number => Math.max(1, rows / Math.max(1, width));

const issueBlock = (sides: readonly SideRows[], issues: number): SideRows => {
  const from = sides.at(-1)?.to ?? 0;
  return { from, to: from + issues };
};

const nowhere: SideRows = { from: 0, to: 0 };

const near = (profiles: SparseRows, a = nowhere, b = nowhere): SparseRows =>
  nearestByProfile(profiles, a, b);
