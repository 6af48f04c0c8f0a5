import { scoreBm25 } from './bm25.ts';
import { centroids } from './rocchio.ts';
import { multiplyRows, type Scores } from './similarity.ts';
import { sliceRows, type SparseRows } from './sparse.ts';
import { buildTextSpace, type TextSpace } from './text-space.ts';

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
  readonly scores: Scores;
  readonly space: TextSpace;
  readonly clauses: SparseRows;
  readonly issues: SparseRows;
  /** What was learned of each issue; rows are empty where nobody has confirmed a clause. */
  readonly learned: SparseRows;
}

/** Weight of BM25 over stems beside the cosine of n-grams. */
const bm25Weight = 0.25;
/** So many confirmed clauses of an issue count as much as its description. */
const confirmationsLikeDescription = 1;

/** How well each clause answers each issue, from 0 to about 1. */
export function scoreIssues(question: IssueQuestion): IssueScores {
  const { clauses, issues, confirmed, language } = question;
  const n = clauses.length;
  const texts = [...clauses, ...issues.map(describe), ...confirmed.map(({ text }) => text)];
  const space = buildTextSpace(texts, language);
  const part = (rows: SparseRows, which: 'clauses' | 'issues' | 'confirmed'): SparseRows => {
    if (which === 'clauses') return sliceRows(rows, 0, n);
    if (which === 'issues') return sliceRows(rows, n, n + issues.length);
    return sliceRows(rows, n + issues.length, texts.length);
  };
  const own = part(space.grams, 'clauses');
  const described = part(space.grams, 'issues');
  const learned = centroids(
    part(space.grams, 'confirmed'),
    issues.map(
      ({ id }) =>
        (row) =>
          confirmed[row]?.issues.includes(id) ?? false,
    ),
  );
  const bm25 = scoreBm25(
    part(space.stemCounts, 'clauses'),
    part(space.stemCounts, 'issues'),
    space.stemIdf,
  );
  const cosine = multiplyRows(own, described);
  const byExample = multiplyRows(own, learned);
  const trust = issues.map(({ id }) => {
    const count = confirmed.filter((clause) => clause.issues.includes(id)).length;
    return count / (count + confirmationsLikeDescription);
  });
  const values = cosine.values.map((value, at) => {
    const described = (value + bm25Weight * (bm25.values[at] ?? 0)) / (1 + bm25Weight);
    const t = trust[at % issues.length] ?? 0;
    return (1 - t) * described + t * (byExample.values[at] ?? 0);
  });
  return { scores: { ...cosine, values }, space, clauses: own, issues: described, learned };
}

const describe = ({ label, question, phrases = [] }: IssueText): string =>
  [label, question ?? '', ...phrases].join('. ');
