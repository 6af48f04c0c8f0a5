/**
 * Builds what the compare page shows. Pure: the same comparison and query give the same page; the
 * time comes in as an argument.
 */
import type { Row } from '#lib/engine/comparison.ts';
import { relations } from '#lib/model/relation.ts';
import { arrangeRows } from './arrange-rows.ts';
import { buildAssessment } from './build-assessment.ts';
import { buildCells } from './build-cells.ts';
import { buildControls, buildCounts } from './build-controls.ts';
import { buildDetails, tellDetails } from './build-details.ts';
import {
  buildCircularOrders,
  buildColumnHeads,
  buildContext,
  buildNotices,
} from './build-panels.ts';
import { formatCompareQuery, type CompareQuery, type ReadQuery } from './compare-query.ts';
import type {
  CompareView,
  DetailsView,
  IssueView,
  RestOnView,
  RowView,
  RowWindow,
  SavedViewLink,
  TitleView,
} from './compare-view.ts';
import { prepareTools, rowAnchor, viewSources, type Told, type Tools } from './view-tools.ts';

export interface ViewOptions extends ReadQuery {
  /** When the page was made, an ISO time in UTC. */
  readonly now: string;
  /** The only row shown, whatever the filters say. */
  readonly only?: string;
  /** The first row of the window, where there are too many rows for one page. */
  readonly from?: number;
}

/** Up to so many rows a page holds all of them. */
const mostOnPage = 200;
/** So many rows come first where there are more. */
const firstRows = 20;

/** Everything the compare page shows of a comparison under a query. */
export function buildCompareView(told: Told, options: ViewOptions): CompareView {
  const tools = prepareTools(told);
  const { dossier, comparison } = tools;
  const { query, unknown, now, only, from = 0 } = options;
  const rows =
    only === undefined
      ? arrangeRows(tools, query)
      : comparison.rows.filter(({ id }) => id === only);
  const shown = new Set(rows.map(({ id }) => id));
  const window = chooseWindow(rows.length, from);
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
    issues: groupByIssue(tools, rows, window),
    window,
    context: buildContext(tools),
    views: buildViews(tools, query),
    restOnHref: `/dossiers/${dossier.id}/compare/rest-on${formatCompareQuery(query)}`,
    sources: viewSources(tools, usedSources(tools)),
    hasCommonText: rows.some(({ commonText }) => commonText !== undefined),
    rowsHref: `/dossiers/${dossier.id}/compare/rows`,
    search: formatCompareQuery(query),
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
  arrangeRows(prepareTools(told), query).map(({ id }) => id);

function buildViews({ dossier }: Tools, query: CompareQuery): readonly SavedViewLink[] {
  const shown = formatCompareQuery(query);
  return dossier.views.map(({ id, title, search, by }) => ({
    ...{ id, title, by, current: search === shown },
    href: `/dossiers/${dossier.id}/compare${search}`,
  }));
}

/** The provisions that the conflicts of each reading rest on. */
export function buildRestOn(told: Told): readonly RestOnView[] {
  const { comparison, speaker } = prepareTools(told);
  return comparison.restOn.map((rest) => speaker.restOn(rest));
}

/** What one row opens to; undefined for a row that is not there. */
export function buildRowDetails(told: Told, id: string): DetailsView | undefined {
  const row = told.comparison.rows.find((candidate) => candidate.id === id);
  return row === undefined ? undefined : buildDetails(prepareTools(told), row);
}

const countRows = (n: number): string => (n === 1 ? '1 row' : `${n} rows`);

function chooseWindow(total: number, asked: number): RowWindow {
  if (total <= mostOnPage) return { from: 0, to: total, total };
  const from = Math.min(Math.max(0, asked), total - 1);
  return { from, to: Math.min(total, from + firstRows), total };
}

function groupByIssue(
  tools: Tools,
  rows: readonly Row[],
  { from, to }: Pick<RowWindow, 'from' | 'to'>,
): readonly IssueView[] {
  const groups = Map.groupBy(rows.entries(), ([, { issue = '' }]) => issue);
  return [...groups].map(([issue, own]) => {
    const record = tools.dossier.issues.find(({ id }) => id === issue);
    return {
      anchor: issue === '' ? 'no-issue' : `issue-${issue}`,
      label: record?.label ?? 'Clauses without an issue yet',
      ...(record?.question === undefined ? {} : { question: record.question }),
      firstRow: own[0]?.[0] ?? 0,
      rows: own.filter(([at]) => at >= from && at < to).map(([, row]) => buildRow(tools, row)),
      relations: relations.flatMap((relation) => {
        const count = own.filter(([, row]) => row.relation === relation).length;
        const word = tools.speaker.words.relations[relation].name;
        return count === 0 ? [] : [{ relation, word, count }];
      }),
    };
  });
}

/** A stretch of the rows that fit a query, by issue; issues without a row in it are left out. */
export function buildRowStretch(
  told: Told,
  query: CompareQuery,
  stretch: Pick<RowWindow, 'from' | 'to'>,
): readonly IssueView[] {
  const tools = prepareTools(told);
  return groupByIssue(tools, arrangeRows(tools, query), stretch).filter(
    ({ rows }) => rows.length > 0,
  );
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
    opens: tellDetails(tools, row),
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
