/** What people may decide about a row, as plain data for the forms on its page. */
import type { Comparison, Row } from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Relation } from '#lib/model/relation.ts';
import { isMadeByHand, type NegotiationStatus } from '#lib/model/row-ledger.ts';
import type { Speaker } from '#lib/wording/speaker.ts';
import { namesOf, tellProvision } from '../code/provision-line.ts';
import type { Choice } from '../compare-view.ts';

/** A provision of the row, in a line. */
export interface HeldProvision {
  readonly id: Id;
  readonly locator: string;
  readonly column: string;
  readonly says: string;
  /** Whether somebody moved it here. */
  readonly pinned: boolean;
}

export interface RowHandView {
  readonly id: string;
  readonly number: string;
  /** Given by hand; empty where the row is named after what it is about. */
  readonly title: string;
  readonly status: NegotiationStatus | '';
  readonly commonText: string;
  readonly provisions: readonly HeldProvision[];
  /** Uncoded clauses in it. */
  readonly clauses: readonly {
    readonly id: Id;
    readonly locator: string;
    readonly column: string;
  }[];
  /** Rows that were merged into it. */
  readonly merged: readonly Choice[];
  /** All other rows, by number and title. */
  readonly others: readonly Choice[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly byHand: boolean;
  /** The reader's own verdict. */
  readonly verdict: { readonly relation: Relation; readonly reason: string } | undefined;
}

export interface RowHandTools {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  readonly speaker: Speaker;
  /** The name of whoever reads. */
  readonly reader: string;
}

/** What the page of a row offers. */
export function buildRowHand(tools: RowHandTools, row: Row): RowHandView {
  const { dossier, comparison, speaker } = tools;
  const entry = dossier.ledger.find(({ id }) => id === row.id);
  const group = comparison.rows.filter(({ issue }) => issue === row.issue);
  const name = ({ id, number }: Row): Choice => ({
    id,
    label: `${number} ${speaker.rowTitle(comparison.rows.find((own) => own.id === id) ?? row)}`,
  });
  const own = dossier.verdicts.find(
    ({ target, author }) => 'row' in target && target.row === row.id && author === tools.reader,
  );
  return {
    ...{ id: row.id, number: row.number, title: entry?.title ?? '' },
    ...{ status: entry?.status ?? '', commonText: entry?.commonText ?? '' },
    provisions: heldProvisions(tools, row, entry?.pins ?? []),
    clauses: uncodedClauses(tools, row),
    merged: dossier.ledger
      .filter(({ mergedInto }) => mergedInto === row.id)
      .map(({ id, number, title }) => ({ id, label: `${number} ${title ?? id}` })),
    others: comparison.rows.filter(({ id }) => id !== row.id).map(name),
    isFirst: group[0]?.id === row.id,
    isLast: group.at(-1)?.id === row.id,
    byHand: isMadeByHand(row.id),
    verdict: own === undefined ? undefined : { relation: own.relation, reason: own.reason },
  };
}

function heldProvisions(
  { dossier, speaker }: RowHandTools,
  row: Row,
  pins: readonly Id[],
): readonly HeldProvision[] {
  const names = namesOf(dossier);
  const known = new Map(dossier.provisions.map((provision) => [provision.id, provision]));
  return row.cells.flatMap(({ column, clauses }) =>
    clauses
      .filter(({ cited }) => !cited)
      .flatMap(({ clause, provisions }) =>
        provisions.flatMap((id): HeldProvision[] => {
          const provision = known.get(id);
          if (provision === undefined) return [];
          return [
            {
              ...{ id, locator: speaker.clauseLocator(clause), column: speaker.columnName(column) },
              ...{ says: tellProvision(provision, names).says, pinned: pins.includes(id) },
            },
          ];
        }),
      ),
  );
}

const uncodedClauses = ({ comparison, speaker }: RowHandTools, row: Row): RowHandView['clauses'] =>
  row.cells.flatMap(({ column, clauses }) =>
    clauses
      .filter(({ clause }) => comparison.uncoded.includes(clause))
      .map(({ clause }) => ({
        ...{ id: clause, locator: speaker.clauseLocator(clause) },
        column: speaker.columnName(column),
      })),
  );
