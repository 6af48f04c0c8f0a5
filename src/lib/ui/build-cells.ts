import type { Cell, CellClause, Evidence, Row } from '#lib/engine/comparison.ts';
import type { PlacedClause } from '#lib/engine/lookup.ts';
import type { Id } from '#lib/model/id.ts';
import { capitalise } from './capitalise.ts';
import type { CellView, ClauseView } from './compare-view.ts';
import { furthest, shownText } from '#lib/model/paper.ts';
import { isParaphrase, type Tools } from './view-tools.ts';

/** The cells of a row with the words its findings rest on marked. */
export function buildCells(tools: Tools, row: Row): readonly CellView[] {
  const evidence = row.findings.flatMap((finding) => finding.evidence);
  return row.cells.map((cell) => buildCell(tools, cell, { row, evidence }));
}

interface Place {
  readonly row: Row;
  readonly evidence: readonly Evidence[];
}

function buildCell(tools: Tools, cell: Cell, { row, evidence }: Place): CellView {
  const { speaker, lookup, comparison } = tools;
  // Papers beyond the column's first are named where their clauses stand.
  const main = comparison.columns.find(({ id }) => id === cell.column)?.papers[0]?.id;
  const clauses = cell.clauses.flatMap((cited) => {
    const placed = lookup.clauses.get(cited.clause);
    return placed === undefined ? [] : [buildClause(tools, placed, { cited, evidence, main })];
  });
  const head = { column: cell.column, name: capitalise(speaker.columnName(cell.column)) };
  if (cell.empty === undefined) {
    return { ...head, clauses: nameOnce(clauses) };
  }
  const word = speaker.words.emptyCells[cell.empty];
  const why = emptyReason(tools, cell, row) ?? word.meaning;
  return { ...head, clauses: [], empty: { kind: cell.empty, word: word.name, why } };
}

/** Whose paraphrase it is stands on the first of several clauses that share it. */
const nameOnce = (clauses: readonly ClauseView[]): readonly ClauseView[] =>
  clauses.map(({ paraphrase, ...clause }, index) =>
    paraphrase === undefined || paraphrase === clauses[index - 1]?.paraphrase
      ? clause
      : { ...clause, paraphrase },
  );

interface Citing {
  readonly cited: CellClause;
  readonly evidence: readonly Evidence[];
  /** The paper that needs no naming in this column. */
  readonly main: Id | undefined;
}

function buildClause(tools: Tools, placed: PlacedClause, citing: Citing): ClauseView {
  const { cited, evidence, main } = citing;
  const { clause, paper, options } = placed;
  const { speaker } = tools;
  const spans = evidence
    .filter((words) => words.clause === clause.id && words.rendering === undefined)
    .map(({ words }) => ({ from: words.from, to: words.to }));
  const chosen = options.map(({ group, choice }) => {
    const found = paper.options.find(({ id }) => id === group);
    return found?.choices.find(({ id }) => id === choice)?.label ?? choice;
  });
  return {
    id: clause.id,
    locator: clause.locator,
    inferred: clause.locatorInferred,
    ...(chosen.length === 0 ? {} : { option: chosen.join(', ') }),
    ...(clause.heading === undefined ? {} : { heading: clause.heading }),
    ...(paper.id === main
      ? {}
      : { paper: `${speaker.words.paperKinds[paper.kind]}, ${speaker.paperDate(paper)}` }),
    ...(isParaphrase(placed) ? { paraphrase: speaker.textNote(paper.id) } : {}),
    language: paper.language,
    html: tools.renderText(shownText(paper, clause, furthest(spans)), spans),
    cited: cited.cited,
    beside: cited.beside === true,
    codable: tools.codable.has(clause.id),
    ...(clause.note === undefined ? {} : { note: clause.note }),
  };
}

/** Why words are not available: the gaps of the column's papers that may touch the row's issue. */
function emptyReason({ comparison, lookup }: Tools, cell: Cell, row: Row): string | undefined {
  if (cell.empty !== 'not-available') return undefined;
  const column = comparison.columns.find(({ id }) => id === cell.column);
  const gaps = (column?.papers ?? []).flatMap(({ id }) => lookup.papers.get(id)?.gaps ?? []);
  const { topic } = row;
  const own =
    topic.kind === 'gap' ? gaps.filter(({ id }) => id === topic.gap) : touching(gaps, row.issue);
  if (own.length === 0) return undefined;
  // Why each part is missing is told once, in the title block; here it is enough to say which.
  const [only] = own;
  return own.length === 1 && topic.kind === 'gap'
    ? only?.why
    : [...new Set(own.map(({ locator }) => locator))].join('; ');
}

const touching = <T extends { readonly issues: readonly Id[] }>(
  gaps: readonly T[],
  issue: Id | undefined,
): readonly T[] =>
  gaps.filter(
    ({ issues }) => issues.length === 0 || (issue !== undefined && issues.includes(issue)),
  );
