import { compareDossier } from '#lib/app/compare-dossier.ts';
import type { LibraryEntry } from '#lib/app/library.ts';
import { ownDossiersPlace, siteLibrary } from '#lib/app/site-library.ts';
import {
  buildDossierCard,
  buildEmptyCard,
  type DossierListView,
} from '#lib/ui/dossier-list-view.ts';
import type { PageServerLoad } from './$types';

/** Every dossier of the library, those that cannot be compared with what is wrong with them. */
export const load: PageServerLoad = async () => {
  const views = (await siteLibrary().list()).map(viewEntry);
  const list: DossierListView = {
    dossiers: views.flatMap((view) => view.card ?? []),
    broken: views.flatMap((view) => view.broken ?? []),
    place: ownDossiersPlace(),
  };
  return { list };
};

function viewEntry({ id, loaded }: LibraryEntry) {
  if (!loaded.ok) return { broken: { id, problems: loaded.problems } };
  const { dossier } = loaded.value;
  const compared = compareDossier(dossier);
  if (compared.ok) return { card: buildDossierCard(dossier, compared.comparison) };
  return compared.problems.every(({ code }) => code === 'nothing_to_compare')
    ? { card: buildEmptyCard(dossier) }
    : { broken: { id, problems: compared.problems } };
}
