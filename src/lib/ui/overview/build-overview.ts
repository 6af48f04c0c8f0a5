/**
 * Builds the overview of a comparison: what stands where, in ten minutes. Pure: the same comparison
 * and query give the same page; the time comes in as an argument.
 */
import { tallyIssues } from '#lib/engine/issue-matrix.ts';
import { mapSilence } from '#lib/engine/silence-map.ts';
import { capitalise } from '../capitalise.ts';
import { buildControls, buildCounts } from '../build-controls.ts';
import { buildTitle, type ViewOptions } from '../build-compare-view.ts';
import type { CompareQuery } from '../compare-query.ts';
import { buildCircularOrders } from '../build-panels.ts';
import { prepareTools, type Told, type Tools } from '../view-tools.ts';
import { buildIssueLines, buildQuietIssues } from './build-issue-lines.ts';
import { buildMatrix, buildSilence } from './build-tables.ts';
import { linksOf, type OverviewLinks } from './overview-links.ts';
import type { OverviewView, ReadingView } from './overview-view.ts';

/** Everything the overview shows of a comparison; filters of rows in the query are left out. */
export function buildOverview(told: Told, { query, unknown, now }: ViewOptions): OverviewView {
  const tools = prepareTools(told);
  const { dossier, comparison } = tools;
  const scope = scopeOf(query);
  const links = linksOf(dossier.id, query);
  const matrix = tallyIssues(dossier, comparison);
  const silence = mapSilence(dossier, comparison);
  return {
    ...buildTitle(tools, now),
    id: dossier.id,
    unknown,
    controls: buildControls(tools, scope),
    counts: buildCounts(tools, scope).map((count) => ({
      ...count,
      href: links.compare({ relations: [count.relation] }),
    })),
    totalRows: comparison.rows.length,
    issues: buildIssueLines(tools, matrix.issues, links),
    quiet: buildQuietIssues(tools, matrix.issues, silence),
    ...(matrix.pairs.length === 0 ? {} : { matrix: buildMatrix(tools, matrix, links) }),
    silence: buildSilence(tools, silence, links),
    circularOrders: buildCircularOrders(tools),
    readings: buildReadings(tools, links),
    reservations: reservationsOf(tools),
    compareHref: links.compare(),
  };
}

/** What is compared under a query; an overview has no rows to filter. */
const scopeOf = ({ columns, reading, off, asAt }: CompareQuery): CompareQuery => ({
  ...{ columns, reading, off, relations: [], text: '' },
  ...(asAt === undefined ? {} : { asAt }),
});

/** The readings, best first; those that fare the same keep their order. */
function buildReadings(
  { comparison, speaker }: Tools,
  links: OverviewLinks,
): readonly ReadingView[] {
  if (comparison.optionGroups.length === 0) return [];
  return comparison.readings
    .map(({ choices, rank, circularOrders, incompatibleRows }, index) => ({
      key: String(index),
      rank,
      name: capitalise(speaker.readingName(index)),
      circularOrders,
      incompatibleRows,
      href: links.compare({ reading: choices }),
    }))
    .toSorted((a, b) => a.rank - b.rank);
}

/** What the title block does not say already: that a case is invented and the dossier's own caution stand there. */
function reservationsOf({ dossier, speaker }: Tools): readonly string[] {
  const { cautions, order } = speaker.titleBlock;
  const told = (dossier.fictitious ? 1 : 0) + (dossier.caution === undefined ? 0 : 1);
  return [...cautions.slice(told), order];
}
