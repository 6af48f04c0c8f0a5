/**
 * Builds what the compare page shows. Pure: the same comparison and query give the same page; the
 * time comes in as an argument.
 */
import type { Row } from '#lib/engine/comparison.ts';
import { relations } from '#lib/model/relation.ts';
import { buildAssessment } from './build-assessment.ts';
import { buildCells } from './build-cells.ts';
import { buildControls, buildCounts } from './build-controls.ts';
import { buildDetails } from './build-details.ts';
import {
  buildCircularOrders,
  buildColumnHeads,
  buildContext,
  buildNotices,
} from './build-panels.ts';
import { formatCompareQuery, type CompareQuery, type ReadQuery } from './compare-query.ts';
import type { CompareView, IssueView, RowView, TitleView } from './compare-view.ts';
import { filterRows } from './row-filter.ts';
import { prepareTools, rowAnchor, viewSources, type Told, type Tools } from './view-tools.ts';

export interface ViewOptions extends ReadQuery {
  /** When the page was made, an ISO time in UTC. */
  readonly now: string;
}

/** Everything the compare page shows of a comparison under a query. */
export function buildCompareView(told: Told, options: ViewOptions): CompareView {
  const tools = prepareTools(told);
  const { dossier, comparison, speaker } = tools;
  const { query, unknown, now } = options;
  const rows = filterRows(tools, query);
  const shown = new Set(rows.map(({ id }) => id));
  const total = comparison.rows.length;
  return {
    ...buildTitle(tools, now),
    id: dossier.id,
    language: dossier.language,
    controls: buildControls(tools, query),
    unknown,
    counts: buildCounts(tools, query),
    shown: rows.length === total ? countRows(total) : `${rows.length} of ${countRows(total)}`,
    totalRows: total,
    circularOrders: buildCircularOrders(tools),
    notices: buildNotices(tools, shown),
    issues: groupByIssue(tools, rows),
    context: buildContext(tools),
    restOn: comparison.restOn.map((rest) => speaker.restOn(rest)),
    sources: viewSources(tools, usedSources(tools)),
    hasCommonText: rows.some(({ commonText }) => commonText !== undefined),
    tableHref: `/dossiers/${dossier.id}/compare/table.html${formatCompareQuery(query)}`,
  };
}

/** The title block of a comparison made at a moment. */
export function buildTitle(tools: Tools, now: string): TitleView {
  const { dossier, comparison, speaker } = tools;
  return {
    title: dossier.title,
    summary: dossier.summary,
    fictitious: dossier.fictitious,
    ...(dossier.caution === undefined ? {} : { caution: dossier.caution }),
    compared: speaker.list(comparison.columns.map(({ id }) => speaker.columnName(id))),
    asAt: speaker.date(comparison.asAt ?? now),
    columns: buildColumnHeads(tools),
  };
}

/** The ids of the rows a query asks for, in order. */
export const chooseRows = (told: Told, query: CompareQuery): readonly string[] =>
  filterRows(prepareTools(told), query).map(({ id }) => id);

const countRows = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);

function groupByIssue(tools: Tools, rows: readonly Row[]): readonly IssueView[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.issue ?? '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([issue, own]) => {
    const record = tools.dossier.issues.find(({ id }) => id === issue);
    return {
      anchor: issue === '' ? 'no-issue' : `issue-${issue}`,
      label: record?.label ?? 'Clauses without an issue yet',
      ...(record?.question === undefined ? {} : { question: record.question }),
      rows: own.map((row) => buildRow(tools, row)),
      relations: relations.flatMap((relation) => {
        const count = own.filter((row) => row.relation === relation).length;
        const word = tools.speaker.words.relations[relation].name;
        return count === 0 ? [] : [{ relation, word, count }];
      }),
    };
  });
}

function buildRow(tools: Tools, row: Row): RowView {
  return {
    id: row.id,
    anchor: rowAnchor(row.id),
    number: row.number,
    title: tools.speaker.rowTitle(row),
    cells: buildCells(tools, row),
    assessment: buildAssessment(tools, row),
    ...(row.commonText === undefined ? {} : { commonText: tools.renderText(row.commonText) }),
    details: buildDetails(tools, row),
  };
}

function usedSources({ comparison, lookup }: Tools): readonly string[] {
  return comparison.columns
    .flatMap(({ papers }) => papers.flatMap(({ id }) => lookup.papers.get(id) ?? []))
    .flatMap((paper) => [
      ...paper.sources,
      ...paper.clauses.flatMap(({ sources }) => sources),
      ...paper.gaps.flatMap(({ sources }) => sources),
    ]);
}
