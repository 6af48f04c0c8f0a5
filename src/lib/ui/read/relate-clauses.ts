import type { Comparison, Finding, Row } from '#lib/engine/comparison.ts';
import type { Lookup } from '#lib/engine/lookup.ts';
import { relations, type Relation } from '#lib/model/relation.ts';

/** Two clauses that are related, one of each paper, by the gravest of what is found of them. */
export interface RelatedClauses {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly suggested: boolean;
  readonly row?: Row;
}

/** Where a relation stands among all, gravest first. */
export const gravity = (relation: Relation): number => relations.indexOf(relation);

/**
 * Which clauses of two papers belong together: those that a finding cites together, and uncoded ones
 * beside which another stands by its wording. `comparison` has the two papers as its only columns.
 * In the order of the first paper, then of the second.
 */
export function relateClauses(comparison: Comparison, lookup: Lookup): readonly RelatedClauses[] {
  const pairs = new Map<string, RelatedClauses>();
  const note = (pair: RelatedClauses): void => {
    const key = `${pair.a} ${pair.b}`;
    const known = pairs.get(key);
    if (known === undefined || isGraver(pair, known)) pairs.set(key, pair);
  };
  for (const row of comparison.rows)
    for (const finding of row.findings) citedTogether(comparison, row, finding).forEach(note);
  besideEachOther(comparison, lookup).forEach(note);
  const rank = (clause: string): number => lookup.clauses.get(clause)?.rank ?? 0;
  return [...pairs.values()].toSorted((x, y) => rank(x.a) - rank(y.a) || rank(x.b) - rank(y.b));
}

/** What is checked tells before what is only suggested, where both are equally grave. */
const isGraver = (one: RelatedClauses, other: RelatedClauses): boolean =>
  gravity(one.relation) < gravity(other.relation) ||
  (one.relation === other.relation && other.suggested && !one.suggested);

function citedTogether(
  { columns }: Comparison,
  row: Row,
  finding: Finding,
): readonly RelatedClauses[] {
  const [first, second] = columns;
  const cited = (column: string | undefined): readonly string[] => [
    ...new Set(finding.evidence.filter((e) => e.column === column).map(({ clause }) => clause)),
  ];
  const isJudged = row.basis === 'verdict' && row.deciding === finding.id;
  const relation = isJudged ? row.relation : finding.relation;
  const suggested = !isJudged && finding.basis === 'suggested';
  return cited(first?.id).flatMap((a) =>
    cited(second?.id).map((b) => ({ a, b, relation, suggested, row })),
  );
}

function besideEachOther(comparison: Comparison, lookup: Lookup): readonly RelatedClauses[] {
  const [first, second] = comparison.columns.map(({ papers }) => papers[0]?.id);
  const uncoded = new Set(comparison.uncoded);
  const rowsOf = rowsByClause(comparison);
  const find = (a: string, b: string): Row | undefined =>
    rowsOf.get(a)?.find((row) => rowsOf.get(b)?.includes(row));
  const own = (paper: string | undefined) =>
    [...lookup.clauses.values()].filter((placed) => placed.paper.id === paper);
  const pairs = [...own(first), ...own(second)].flatMap(({ clause, paper }) =>
    clause.beside.flatMap((other): readonly (readonly [string, string])[] => {
      const across = lookup.clauses.get(other)?.paper.id;
      if (paper.id === first && across === second) return [[clause.id, other]];
      return paper.id === second && across === first ? [[other, clause.id]] : [];
    }),
  );
  return pairs
    .filter(([a, b]) => uncoded.has(a) || uncoded.has(b))
    .map(([a, b]) => {
      const row = find(a, b);
      return {
        ...{ a, b, relation: 'not-yet-coded', suggested: false },
        ...(row === undefined ? {} : { row }),
      };
    });
}

function rowsByClause({ rows }: Comparison): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    for (const { clause } of row.cells.flatMap(({ clauses }) => clauses)) {
      const own = found.get(clause) ?? [];
      own.push(row);
      found.set(clause, own);
    }
  return found;
}
