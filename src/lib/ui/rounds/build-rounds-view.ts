/** Builds what the rounds page shows. Pure: the same dossier and query give the same page. */
import type { Series } from '#lib/engine/rounds/series.ts';
import { buildSeriesView } from './build-series-view.ts';
import { buildSummary } from './build-summary.ts';
import { formatRoundsQuery, type ReadRounds } from './rounds-query.ts';
import { prepareRounds, seriesName, type RoundsTools, type ToldRounds } from './rounds-tools.ts';
import type { RoundsView, SeriesLink } from './rounds-view.ts';

/** Everything the rounds page shows of a dossier under a query. */
export function buildRoundsView(told: ToldRounds, { query, unknown }: ReadRounds): RoundsView {
  const tools = prepareRounds(told, query);
  const { dossier, series } = tools;
  const chosen = series.find(
    ({ kind, id }) => kind === query.series?.kind && id === query.series.id,
  );
  const summary = chosen ? undefined : buildSummary(tools);
  return {
    id: dossier.id,
    title: dossier.title,
    fictitious: dossier.fictitious,
    ...(dossier.caution === undefined ? {} : { caution: dossier.caution }),
    unknown,
    choices: series.map((own) => seriesLink(tools, own, own === chosen)),
    overviewHref: `/dossiers/${dossier.id}/rounds`,
    ...(chosen ? { series: buildSeriesView(tools, chosen) } : {}),
    ...(summary ? { summary } : {}),
  };
}

function seriesLink(tools: RoundsTools, series: Series, chosen: boolean): SeriesLink {
  const { kind, id, states } = series;
  const dates = states.map((state) => tools.speaker.paperDate(state.id));
  const what = kind === 'party' ? 'texts' : 'texts, each made from another';
  return {
    id,
    kind,
    name: seriesName(tools, series),
    about: `${states.length} ${what}: ${tools.speaker.list(dates)}`,
    href: formatRoundsQuery({ series }),
    chosen,
  };
}
