import {
  nearestByProfile,
  walkOverSides,
  type SidePair,
  type SideRows,
} from './agree-over-sides.ts';
import { balance, dropUnlike, type Balanced, type BalanceOptions } from './balance.ts';
import { nearestRows } from './candidates.ts';
import { hearOthers } from './hear-others.ts';
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
  readonly issues: readonly Balanced[];
}

/**
 * Who belongs to whom, by wording alone where there are two sides and nothing else; with issues or
 * more sides through those as well. `scored` holds the rows of all sides one after the other.
 */
export function pairSides(scored: IssueScores, sides: readonly SideRows[]): PairedSides {
  const wording = pairByWording(scored.clauses, sides);
  const issueScores = sides.map(({ from, to }) => sliceRows(scored.scores, from, to));
  const issueCount = scored.issues.rows;
  const blocks = issueCount === 0 ? sides : [...sides, issueBlock(sides, issueCount)];
  if (blocks.length < 3) return withoutOthers(wording, issueScores);
  const byDescription = issueScores.map((scores) => balanceIssues(scores, byWording).pairs);
  const toIssues = hearOthers(issueScores, byDescription, wording).map(
    (scores, side): SidePair => ({
      sides: [side, sides.length],
      pairs: balanceIssues(scores, byWording).pairs,
    }),
  );
  const profiles = walkOverSides(blocks, issueCount === 0 ? wording : [...wording, ...toIssues]);
  const near = (a = nowhere, b = nowhere): SparseRows => nearestByProfile(profiles, a, b);
  return {
    pairs: wording.map(({ sides: [a, b], likeness }) => {
      const scores = near(blocks[a], blocks[b]);
      const { pairs } = dropUnlike(balance(scores, byProfile), scores, byProfile);
      return { sides: [a, b], likeness, pairs };
    }),
    issues: sides.map((side) => {
      const scores = near(side, blocks[sides.length]);
      return dropUnlike(balanceIssues(scores, byProfile), scores, byProfile);
    }),
  };
}

/** Two sides and no issues, or one side alone: wording is all there is. */
function withoutOthers(
  wording: readonly WordedPair[],
  issueScores: readonly SparseRows[],
): PairedSides {
  return {
    pairs: wording.map(({ sides, likeness, balanced }) => ({
      sides,
      likeness,
      pairs: dropUnlike(balanced, likeness, byWording).pairs,
    })),
    issues: issueScores.map((scores) =>
      dropUnlike(balanceIssues(scores, byWording), scores, byWording),
    ),
  };
}

interface WordedPair extends LikePair {
  readonly balanced: Balanced;
}

/** The probabilities by likeness of words alone. */
function pairByWording(rows: SparseRows, sides: readonly SideRows[]): readonly WordedPair[] {
  return sides.flatMap((a, first) =>
    sides.slice(first + 1).map((b, offset): WordedPair => {
      const likeness = nearestRows(sliceRows(rows, a.from, a.to), sliceRows(rows, b.from, b.to));
      const balanced = balance(likeness, byWording);
      return {
        sides: [first, first + 1 + offset],
        likeness,
        balanced,
        pairs: balanced.pairs,
      };
    }),
  );
}

/** A paper of more clauses than there are issues speaks of each several times. */
const balanceIssues = (scores: SparseRows, options: BalanceOptions): Balanced =>
  balance(scores, {
    ...options,
    capacity: Math.max(1, scores.rows / Math.max(1, scores.width)),
  });

const issueBlock = (sides: readonly SideRows[], issues: number): SideRows => {
  const from = sides.at(-1)?.to ?? 0;
  return { from, to: from + issues };
};

const nowhere: SideRows = { from: 0, to: 0 };
