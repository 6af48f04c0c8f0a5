import type { SideRows } from './agree-over-sides.ts';
import type { Balanced } from './balance.ts';
import { explainer, type Explain, type TellingWord } from './explain-words.ts';
import {
  scoreIssues,
  type ConfirmedClause,
  type IssueScores,
  type IssueText,
} from './issue-scores.ts';
import { pairSides } from './pair-sides.ts';
import { eachEntry, entryAt } from './sparse.ts';

/** A clause to be put under issues; `side` names whose it is. */
export interface ClauseToAssign {
  readonly id: string;
  readonly text: string;
  readonly side: string;
}

/**
 * An issue that a clause seems to touch. `score` is the likeness of their words, `confidence` how
 * likely the clause belongs there after all sides were heard (both 0 to 1), `words` what it rests on;
 * without words the clause has its issue from the clauses of other sides that it resembles.
 */
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
  /** What people decided before; the more of it, the less the descriptions count. */
  readonly confirmed?: readonly ConfirmedClause[];
  /** BCP 47; decides stems and stop words. */
  readonly language: string;
}

const mostIssues = 3;
/** With less confidence a clause has nothing to do with an issue. */
const leastConfidence = 0.02;
/**
 * How often a further issue was right that would have been likely if no other had been there: once
 * in twenty times, where each clause had one issue in the gold (party reasons, 2017).
 */
const furtherConfidence = 0.05;

/**
 * Which issues each clause seems to touch, in the order of the clauses. Each is asked for by its
 * description (BM25 over stems, cosine of n-grams) and by what was confirmed under it; clauses of
 * several sides then support each other.
 */
export function assignIssues(
  clauses: readonly ClauseToAssign[],
  issues: readonly IssueText[],
  { confirmed = [], language }: AssignOptions,
): readonly IssuesOfClause[] {
  const bySide = orderBySide(clauses);
  const texts = bySide.map(({ text }) => text);
  const scored = scoreIssues({ clauses: texts, issues, confirmed, language });
  const chances = pairSides(scored, sidesOf(bySide)).issues.flatMap((side) =>
    Array.from({ length: side.pairs.rows }, (_, row) => likeliest(side, row)),
  );
  const words = explainIssues(scored, language);
  const found = new Map(
    bySide.map(({ id, text }, row) => [
      id,
      (chances[row] ?? []).map(({ column, value }): IssueSuggestion => ({
        issue: issues[column]?.id ?? '',
        score: Math.min(1, entryAt(scored.scores, row, column)),
        confidence: value,
        words: words({ text, row }, column),
      })),
    ]),
  );
  return clauses.map(({ id }) => ({ clause: id, issues: found.get(id) ?? [] }));
}

/** Sides one after the other, in an order that their names have no part in. */
function orderBySide(clauses: readonly ClauseToAssign[]): readonly ClauseToAssign[] {
  const sides = [...Map.groupBy(clauses, ({ side }) => side).values()];
  const keyed = sides.map((own) => ({
    own,
    key: own.map(({ text }) => text).join('\n'),
  }));
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .flatMap(({ own }) => own);
}

function sidesOf(bySide: readonly ClauseToAssign[]): readonly SideRows[] {
  const sides: { from: number; to: number }[] = [];
  bySide.forEach(({ side }, row) => {
    if (row > 0 && bySide[row - 1]?.side === side)
      sides.push({ from: sides.pop()?.from ?? 0, to: row + 1 });
    else sides.push({ from: row, to: row + 1 });
  });
  return sides;
}

/** Issues by their chance against each other; one that only loses to a better one is kept behind it. */
function likeliest(
  { pairs, rowsAlone }: Balanced,
  row: number,
): readonly { readonly column: number; readonly value: number }[] {
  const entries: { readonly column: number; readonly value: number }[] = [];
  const alone = rowsAlone[row] ?? 1;
  eachEntry(pairs, row, (column, chance) => {
    const byItself = chance / (chance + alone);
    const value = Math.max(chance, furtherConfidence * byItself);
    if (value >= leastConfidence) entries.push({ column, value });
  });
  return entries.sort((a, b) => b.value - a.value || a.column - b.column).slice(0, mostIssues);
}

/** By the description; where that shares nothing with the clause, by what was confirmed before. */
function explainIssues({ space, issues, learned }: IssueScores, language: string): Explain {
  const byDescription = explainer({ ...space, others: issues }, language);
  const byExample = explainer({ ...space, others: learned }, language);
  return (clause, issue) => {
    const words = byDescription(clause, issue);
    return words.length > 0 ? words : byExample(clause, issue);
  };
}
