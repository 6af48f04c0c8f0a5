import { clauseHtml } from '#lib/app/clause-html.ts';
import { buildCompareView } from '#lib/ui/build-compare-view.ts';
import { askComparison } from './asked-comparison.ts';
import { readPlace } from './read-place.ts';
import type { PageServerLoad } from './$types';

/** The comparison as the address asks for it, ready to be drawn. */
export const load: PageServerLoad = async ({ params, url }) => {
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  const { title, summary } = dossier;
  if (!compared.ok) return { title, nothing: { title, summary, problems: compared.problems } };
  const view = buildCompareView(
    { dossier, comparison: compared.comparison, renderText: clauseHtml },
    {
      ...read,
      now: new Date().toISOString(),
      from: readPlace(url.searchParams.get('from')),
    },
  );
  return { title, view };
};
