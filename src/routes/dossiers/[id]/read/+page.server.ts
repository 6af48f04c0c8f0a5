import { clauseHtml } from '#lib/app/clause-html.ts';
import { compareDossier } from '#lib/app/compare-dossier.ts';
import { buildReadView } from '#lib/ui/read/build-read-view.ts';
import { columnsAlone, readPapersQuery } from '#lib/ui/read/read-query.ts';
import { askDossier } from '../compare/asked-comparison.ts';
import type { PageServerLoad } from './$types';

/** Two papers side by side as the address asks for them, or one alone. */
export const load: PageServerLoad = async ({ params, url }) => {
  const dossier = await askDossier(params.id);
  const { title, summary } = dossier;
  const query = readPapersQuery(url.searchParams, dossier);
  const { a, b } = query;
  if (a === undefined) return { title };
  const columns = b === undefined ? columnsAlone(dossier, a) : [a, b];
  const compared = compareDossier(dossier, { columns });
  if (!compared.ok) return { title, nothing: { title, summary, problems: compared.problems } };
  const { comparison } = compared;
  return { title, view: buildReadView({ dossier, comparison, renderText: clauseHtml }, query) };
};
