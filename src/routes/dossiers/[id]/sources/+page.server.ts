import { buildSources, readSourcesQuery } from '#lib/ui/sources/build-sources.ts';
import { askDossier } from '../compare/asked-comparison.ts';
import type { PageServerLoad } from './$types';

/** Where everything in a dossier was read, and what rests on it. */
export const load: PageServerLoad = async ({ params, url }) => {
  const dossier = await askDossier(params.id);
  const view = buildSources(dossier, readSourcesQuery(url.searchParams, dossier));
  return { title: dossier.title, view };
};
