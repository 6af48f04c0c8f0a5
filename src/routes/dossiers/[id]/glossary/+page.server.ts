import { buildGlossary } from '#lib/ui/glossary/build-glossary.ts';
import { askDossier } from '../compare/asked-comparison.ts';
import type { PageServerLoad } from './$types';

const longestQuery = 200;

/** The lexicon, actors, scopes and events of a dossier, narrowed to what holds the words asked for. */
export const load: PageServerLoad = async ({ params, url }) => {
  const dossier = await askDossier(params.id);
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery);
  return { title: dossier.title, view: buildGlossary(dossier, text) };
};
