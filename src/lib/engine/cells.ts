/** What a row shows in each column: the clauses at home there, those cited, or why it is empty. */
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { Coverage } from './columns.ts';
import type { Cell, CellClause, Finding } from './comparison.ts';
import type { HeldColumn, Scene } from './scene.ts';

/** The material of one row. */
export interface RowContent {
  readonly issue?: Id;
  readonly provisions: readonly Provision[];
  readonly findings: readonly Finding[];
}

/** The cells of a row about provisions, one a column. */
export function cellsOf(scene: Scene, content: RowContent): readonly Cell[] {
  return scene.columns.map((column) => {
    const clauses = clausesIn(scene, column, content);
    if (clauses.length > 0) return { column: column.column.id, clauses };
    return emptyCell(scene, column, content);
  });
}

function clausesIn(scene: Scene, column: HeldColumn, content: RowContent): readonly CellClause[] {
  const home = content.provisions.filter((provision) => column.ids.has(provision.id));
  const homeIds = new Set(home.map((provision) => provision.id));
  const cited = content.findings
    .flatMap((finding) => finding.evidence)
    .filter((e) => e.column === column.column.id && !homeIds.has(e.provision));
  const byClause = new Map<Id, { provisions: Set<Id>; readonly cited: boolean }>();
  const put = (clause: Id, provision: Id, isCited: boolean): void => {
    const known = byClause.get(clause);
    if (!known) byClause.set(clause, { provisions: new Set([provision]), cited: isCited });
    else if (known.cited === isCited) known.provisions.add(provision);
  };
  for (const provision of home) put(provision.clause, provision.id, false);
  for (const { clause, provision } of cited) put(clause, provision, true);
  return [...byClause]
    .sort(([a], [b]) => clauseRank(scene, a) - clauseRank(scene, b))
    .map(([clause, entry]) => ({
      paper: scene.lookup.clauses.get(clause)?.paper.id ?? '',
      clause,
      provisions: [...entry.provisions].sort(
        (a, b) =>
          (scene.lookup.provisionRank.get(a) ?? 0) - (scene.lookup.provisionRank.get(b) ?? 0),
      ),
      cited: entry.cited,
    }));
}

const clauseRank = (scene: Scene, clause: Id): number =>
  scene.lookup.clauses.get(clause)?.rank ?? 0;

function emptyCell(scene: Scene, column: HeldColumn, content: RowContent): Cell {
  const shown = new Set(content.provisions.map((provision) => provision.clause));
  const deleted = [...shown]
    .flatMap((clause) => scene.continuations.get(clause) ?? [])
    .filter(
      ({ paper, clause }) => clause.availability === 'deleted' && column.papers.includes(paper),
    )
    .sort((a, b) => a.rank - b.rank);
  const id = column.column.id;
  if (deleted.length > 0) {
    const clauses = deleted.map(({ paper, clause }) => ({
      paper: paper.id,
      clause: clause.id,
      provisions: [],
      cited: false,
    }));
    return { column: id, clauses, empty: 'deleted' };
  }
  switch (coverageIn(scene, column, content.issue)) {
    case 'complete':
      return { column: id, clauses: [], empty: 'no-provision' };
    case 'not-available':
      return { column: id, clauses: [], empty: 'not-available' };
    case 'not-yet-coded':
      return { column: id, clauses: besideIn(scene, column, [...shown]) };
  }
}

/** The clauses of a column that others were put beside, in the order of its texts. */
export function besideIn(
  scene: Scene,
  column: HeldColumn,
  clauses: readonly Id[],
): readonly CellClause[] {
  const ids = new Set(clauses.flatMap((id) => [...(scene.neighbours.get(id) ?? [])]));
  return [...ids]
    .flatMap((id) => scene.lookup.clauses.get(id) ?? [])
    .filter(
      ({ paper, clause }) => column.papers.includes(paper) && clause.availability === 'present',
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ paper, clause }) => ({
      ...{ paper: paper.id, clause: clause.id, provisions: [], cited: true, beside: true },
    }));
}

/** Whether a column's silence on an issue may be claimed in this comparison. */
export const coverageIn = (scene: Scene, column: HeldColumn, issue: Id | undefined): Coverage =>
  scene.coverageOf(column, issue);
