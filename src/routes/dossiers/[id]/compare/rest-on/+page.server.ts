import { redirect } from '@sveltejs/kit';
import { clauseHtml } from '#lib/app/clause-html.ts';
import { buildRestOn } from '#lib/ui/build-compare-view.ts';
import { askComparison } from '../asked-comparison.ts';
import type { PageServerLoad } from './$types';

/** The provisions that the conflicts of the comparison rest on, for each reading. */
export const load: PageServerLoad = async ({ params, url }) => {
  const { dossier, compared } = await askComparison(params.id, url.searchParams);
  const back = `/dossiers/${params.id}/compare${url.search}`;
  if (!compared.ok) redirect(303, back);
  const told = { dossier, comparison: compared.comparison, renderText: clauseHtml };
  return { title: dossier.title, back, restOn: buildRestOn(told) };
};
