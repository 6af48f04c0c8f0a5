import { clauseHtml } from '#lib/app/clause-html.ts';
import { buildOverview } from '#lib/ui/overview/build-overview.ts';
import { askComparison } from './compare/asked-comparison.ts';
import { readNews } from './read-news.ts';
import type { PageServerLoad } from './$types';

/** The overview of the comparison the address asks for. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  const { title, summary } = dossier;
  if (!compared.ok) return { title, nothing: { title, summary, problems: compared.problems } };
  const view = buildOverview(
    { dossier, comparison: compared.comparison, renderText: clauseHtml },
    { ...read, now: new Date().toISOString() },
  );
  return { title, view, news: await readNews(dossier, locals) };
};
