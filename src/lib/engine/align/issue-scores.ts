import { scoreBm25 } from './bm25.ts';
import { nearestRows } from './candidates.ts';
import { centroids } from './rocchio.ts';
import { eachEntry, sliceRows, SparseBuilder, type SparseRows } from './sparse.ts';
import { buildStemSpace, buildTextSpace, type TextSpace } from './text-space.ts';

/** An issue as it is recognised: by its label, its question and the phrases it goes by. */
export interface IssueText {
  readonly id: string;
  readonly label: string;
  readonly question?: string;
  readonly phrases?: readonly string[];
}

/** A clause that a person has put under some issues, or under none of those there are. */
export interface ConfirmedClause {
  readonly text: string;
  readonly issues: readonly string[];
}

export interface IssueQuestion {
  readonly clauses: readonly string[];
  readonly issues: readonly IssueText[];
  readonly confirmed: readonly ConfirmedClause[];
  readonly language: string;
}

/** Scores of clauses (rows) for issues (columns), and the vectors they came from. */
export interface IssueScores {
  readonly scores: SparseRows;
  readonly space: TextSpace;
  readonly clauses: SparseRows;
  readonly issues: SparseRows;
  /** What was learned of each issue; rows are empty where nobody has confirmed a clause. */
  readonly learned: SparseRows;
}

/** Weight of BM25 over stems beside the cosine of n-grams. */
const bm25Weight = 0.3;
/** So many confirmed clauses of an issue count as much as its description. */
const confirmationsLikeDescription = 1;

/** How well each clause answers each issue, from 0 to about 1. */
export function scoreIssues({ clauses, issues, confirmed, language }: IssueQuestion): IssueScores {
  const described = issues.map(describe);
  const texts = [...clauses, ...described, ...confirmed.map(({ text }) => text)];
  const space = buildTextSpace(texts, language);
  const [ofClauses, ofIssues] = split(space.grams, clauses.length, issues.length);
  const ofConfirmed = sliceRows(space.grams, clauses.length + issues.length, texts.length);
  const common = { space, clauses: ofClauses, issues: ofIssues };
  if (issues.length === 0)
    return { ...common, scores: noScores(clauses.length), learned: ofIssues };
  const learned = centroids(ofConfirmed, memberships(issues, confirmed));
  const stems = buildStemSpace([...clauses, ...described], language);
  const [clauseStems, issueStems] = split(stems.counts, clauses.length, issues.length);
  const trust = issues.map(({ id }) => trustIn(confirmed, id));
  const scores = combine([
    {
      scores: nearestRows(ofClauses, ofIssues),
      weightOf: (issue) => 1 - (trust[issue] ?? 0),
    },
    {
      scores: scoreBm25(clauseStems, issueStems, stems.idf),
      weightOf: (issue) => bm25Weight * (1 - (trust[issue] ?? 0)),
    },
    {
      scores: nearestRows(ofClauses, learned),
      weightOf: (issue) => trust[issue] ?? 0,
    },
  ]);
  return { ...common, scores, learned };
}

const noScores = (rows: number): SparseRows => ({
  rows,
  width: 0,
  starts: new Int32Array(rows + 1),
  columns: new Int32Array(0),
  values: new Float64Array(0),
});

const describe = ({ label, question, phrases = [] }: IssueText): string =>
  [label, question ?? '', ...phrases].join('. ');

const split = (rows: SparseRows, clauses: number, issues: number): [SparseRows, SparseRows] => [
  sliceRows(rows, 0, clauses),
  sliceRows(rows, clauses, clauses + issues),
];

const memberships = (issues: readonly IssueText[], confirmed: readonly ConfirmedClause[]) =>
  issues.map(
    ({ id }) =>
      (row: number): boolean =>
        confirmed[row]?.issues.includes(id) ?? false,
  );

/** How much the examples of an issue count against its description. */
function trustIn(confirmed: readonly ConfirmedClause[], issue: string): number {
  const examples = confirmed.filter(({ issues }) => issues.includes(issue)).length;
  return examples / (examples + confirmationsLikeDescription);
}

interface WeightedScores {
  readonly scores: SparseRows;
  readonly weightOf: (column: number) => number;
}

/** The weighted sum of several scores of the same rows for the same columns. */
function combine(parts: readonly WeightedScores[]): SparseRows {
  const [first] = parts;
  const builder = new SparseBuilder();
  if (first === undefined) return builder.build(0);
  const sums = new Float64Array(first.scores.width);
  for (let row = 0; row < first.scores.rows; row++) {
    sums.fill(0);
    for (const { scores, weightOf } of parts)
      eachEntry(scores, row, (column, value) => {
        sums[column] = (sums[column] ?? 0) + value * weightOf(column);
      });
    sums.forEach((sum, column) => {
      if (sum > 0) builder.push(column, sum);
    });
    builder.endRow();
  }
  return builder.build(first.scores.width);
}
