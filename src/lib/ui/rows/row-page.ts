import type { Row } from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { negotiationStatuses } from '#lib/model/row-ledger.ts';
import { relations } from '#lib/model/relation.ts';
import type { Choice } from '../compare-view.ts';
import { capitalise } from '../capitalise.ts';
import { formatCompareQuery } from '../compare-query.ts';
import { prepareTools, type Told } from '../view-tools.ts';
import { buildRowHand, type RowHandView } from './row-hand-view.ts';

/** The page of one row: its name, its neighbours, and what may be decided about it. */
export interface RowPageView {
  readonly title: string;
  readonly number: string;
  /** Rows before and after it in the table, by id. */
  readonly before?: string;
  readonly after?: string;
  /** The same act in every paper, each in a column of its own; missing where there are but two. */
  readonly across?: string;
  readonly hand: RowHandView;
  readonly statuses: readonly Choice[];
  readonly relations: readonly Choice[];
}

/** More columns no table holds. */
const mostColumns = 8;

function acrossPapers(dossier: Dossier, { topic }: Row): { readonly across?: string } {
  const papers = dossier.papers.map(({ id }) => id).slice(0, mostColumns);
  if (topic.kind !== 'act' || papers.length < 3) return {};
  const query = formatCompareQuery({ columns: papers, act: topic.act });
  return { across: `/dossiers/${dossier.id}/compare${query}` };
}

/** Builds the page of a row; undefined for a row that is not there. */
export function buildRowPage(told: Told, id: string, reader: string): RowPageView | undefined {
  const tools = prepareTools(told);
  const { rows } = told.comparison;
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (row === undefined) return undefined;
  const { words } = tools.speaker;
  const [before, after] = [rows[at - 1]?.id, rows[at + 1]?.id];
  return {
    title: tools.speaker.rowTitle(row),
    number: row.number,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...acrossPapers(told.dossier, row),
    hand: buildRowHand({ ...tools, reader }, row),
    statuses: negotiationStatuses.map((status) => ({
      id: status,
      label: words.negotiationStatuses[status],
    })),
    relations: relations.map((relation) => ({
      id: relation,
      label: capitalise(words.relations[relation].name),
    })),
  };
}
