/**
 * How the rows of a comparison stand issue by issue, and for each two of its columns. Counts only what
 * the comparison says; exchanging the columns mirrors the pairs and changes no count.
 */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { relations, type Relation } from '#lib/model/relation.ts';
import type { Comparison, Row } from './comparison.ts';
import { gravity } from './findings.ts';
import { listBranches } from './issue-tree.ts';

/** How many rows stand in a relation, and how many of them nobody has reviewed. */
export interface RelationTally {
  readonly relation: Relation;
  readonly rows: number;
  readonly suggested: number;
}

/** One issue: its rows, the gravest of them, and how they stand, over all columns and for each two. */
export interface IssueTally {
  /** Missing for the rows that have no issue yet. */
  readonly issue?: Id;
  /** How deep it lies in the topic tree; 0 at the top. */
  readonly depth: number;
  readonly rows: readonly Row[];
  readonly gravest?: Row;
  /** Relations that occur, gravest first. */
  readonly tallies: readonly RelationTally[];
  /** One entry a pair of the matrix, in its order. */
  readonly pairs: readonly (readonly RelationTally[])[];
  /** Whether an issue below it has rows. */
  readonly rowsBelow: boolean;
}

export interface IssueMatrix {
  /** Every two columns, in column order. */
  readonly pairs: readonly (readonly [Id, Id])[];
  /** Issues in tree order; rows without an issue come last. */
  readonly issues: readonly IssueTally[];
}

/** Counts the rows of a comparison by issue, pair of columns and relation. */
export function tallyIssues(dossier: Dossier, comparison: Comparison): IssueMatrix {
  const ids = comparison.columns.map(({ id }) => id);
  const pairs = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const));
  const byIssue = Map.groupBy(comparison.rows, ({ issue }) => issue);
  const tally = (rows: readonly Row[]): Omit<IssueTally, 'issue' | 'depth' | 'rowsBelow'> => {
    const gravest = gravestOf(rows);
    return {
      rows,
      ...(gravest === undefined ? {} : { gravest }),
      tallies: tallyRelations(rows, ({ relation }) => relation),
      pairs: pairs.map((pair) => tallyRelations(rows, (row) => relationBetween(row, pair))),
    };
  };
  const issues = listBranches(dossier).map(({ issue, depth, within }): IssueTally => {
    const below = [...within].some((id) => id !== issue && byIssue.has(id));
    return { issue, depth, ...tally(byIssue.get(issue) ?? []), rowsBelow: below };
  });
  const known = new Set(dossier.issues.map(({ id }) => id));
  const homeless = comparison.rows.filter(({ issue }) => issue === undefined || !known.has(issue));
  if (homeless.length === 0) return { pairs, issues };
  return { pairs, issues: [...issues, { depth: 0, ...tally(homeless), rowsBelow: false }] };
}

/**
 * How two columns stand in a row: as a comparison of the two alone would say; undefined where that
 * would not have the row. A row of one column that nobody has coded, or whose words are gone, stands
 * so against every other column.
 */
function relationBetween(row: Row, [a, b]: readonly [Id, Id]): Relation | undefined {
  if (row.cells.length === 2) return row.relation;
  const pair = row.pairs.find(({ columns }) => columns.includes(a) && columns.includes(b));
  if (pair !== undefined) return pair.relation;
  const isBare = row.topic.kind === 'clause' || row.topic.kind === 'gap';
  if (!isBare) return undefined;
  const touched = row.cells.some(
    ({ column, clauses, empty }) =>
      (column === a || column === b) && (clauses.length > 0 || empty === 'not-available'),
  );
  return touched ? row.computed : undefined;
}

function tallyRelations(
  rows: readonly Row[],
  relationOf: (row: Row) => Relation | undefined,
): readonly RelationTally[] {
  const byRelation = Map.groupBy(rows, relationOf);
  return relations.flatMap((relation): RelationTally[] => {
    const own = byRelation.get(relation) ?? [];
    const suggested = own.filter(({ basis }) => basis === 'suggested').length;
    return own.length === 0 ? [] : [{ relation, rows: own.length, suggested }];
  });
}

/** The row that stands for an issue: the gravest, among equals reviewed, on the whole, on the texts alone. */
function gravestOf(rows: readonly Row[]): Row | undefined {
  const rank = (row: Row): readonly number[] => [
    gravity(row.relation),
    row.basis === 'suggested' ? 1 : 0,
    row.underSomeReadings ? 1 : 0,
    row.extent === 'part' ? 1 : 0,
    row.textsAlone ? 0 : 1,
  ];
  const isGraver = (one: Row, other: Row): boolean => {
    const others = rank(other);
    const at = rank(one).findIndex((value, place) => value !== others[place]);
    return at !== -1 && (rank(one)[at] ?? 0) < (others[at] ?? 0);
  };
  return rows.reduce<Row | undefined>(
    (gravest, row) => (gravest === undefined || isGraver(row, gravest) ? row : gravest),
    undefined,
  );
}
