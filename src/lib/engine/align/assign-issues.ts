import { explainLikeness, type TellingWord } from './explain-words.ts';
import {
  scoreIssues,
  type ConfirmedClause,
  type IssueScores,
  type IssueText,
} from './issue-scores.ts';

/** A clause to be put under issues; `side` names whose it is. */
export interface ClauseToAssign {
  readonly id: string;
  readonly text: string;
  readonly side: string;
}

/** An issue that a clause seems to touch, with how sure that is (0 to 1) and the words it rests on. */
export interface IssueSuggestion {
  readonly issue: string;
  readonly score: number;
  readonly confidence: number;
  readonly words: readonly TellingWord[];
}

/** The issues of a clause, likeliest first, at most three; none where nothing speaks for any. */
export interface IssuesOfClause {
  readonly clause: string;
  readonly issues: readonly IssueSuggestion[];
}

export interface AssignOptions {
  readonly confirmed?: readonly ConfirmedClause[];
  /** BCP 47; decides stems and stop words. */
  readonly language: string;
}

const mostIssues = 3;
/** Below this score a clause has nothing to do with an issue. */
const leastScore = 0.04;

/** Which issues each clause seems to touch, in the order of the clauses. */
export function assignIssues(
  clauses: readonly ClauseToAssign[],
  issues: readonly IssueText[],
  { confirmed = [], language }: AssignOptions,
): readonly IssuesOfClause[] {
  const texts = clauses.map(({ text }) => text);
  const scored = scoreIssues({ clauses: texts, issues, confirmed, language });
  return clauses.map(({ id, text }, row) => ({
    clause: id,
    issues: bestIssues(scored, row).map(({ index, score, confidence }) => ({
      issue: issues[index]?.id ?? '',
      score,
      confidence,
      words: explain({ scored, row, index, text, language }),
    })),
  }));
}

interface RankedIssue {
  readonly index: number;
  readonly score: number;
  readonly confidence: number;
}

function bestIssues({ scores }: IssueScores, row: number): readonly RankedIssue[] {
  const { columns, values } = scores;
  const ranked = Array.from({ length: columns }, (_, index) => ({
    index,
    score: values[row * columns + index] ?? 0,
  })).sort((a, b) => b.score - a.score || a.index - b.index);
  const total = ranked.slice(0, mostIssues + 1).reduce((sum, { score }) => sum + score, 0);
  return ranked
    .slice(0, mostIssues)
    .filter(({ score }) => score >= leastScore)
    .map(({ index, score }) => ({ index, score, confidence: total > 0 ? score / total : 0 }));
}

interface ToExplain {
  readonly scored: IssueScores;
  readonly row: number;
  readonly index: number;
  readonly text: string;
  readonly language: string;
}

/** By the description; where that shares nothing with the clause, by what was confirmed before. */
function explain({ scored, row, index, text, language }: ToExplain): readonly TellingWord[] {
  const common = { text, row, rows: scored.clauses, table: scored.space.gramTable, language };
  const described = explainLikeness({ ...common, other: index, others: scored.issues });
  if (described.length > 0) return described;
  return explainLikeness({ ...common, other: index, others: scored.learned });
}
