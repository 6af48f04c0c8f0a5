import { error } from '@sveltejs/kit';
import { compareDossier } from '#lib/app/compare-dossier.ts';
import { listDossiers } from '#lib/app/list-dossiers.ts';
import { loadFolders } from '#lib/app/load-folders.ts';
import { ownDossiersPlace } from '#lib/app/own-dossiers-place.ts';
import { site } from '#lib/app/site.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import {
  buildDossierCard,
  buildEmptyCard,
  type DossierListView,
} from '#lib/ui/dossier-list-view.ts';
import type { PageServerLoad } from './$types';

/** Every dossier, and the bundles put into the data folder that cannot be read, with the reason. */
export const load: PageServerLoad = async ({ locals }) => {
  const workspace = await site();
  const { store, folders } = workspace;
  const { viewer } = locals;
  if (viewer === undefined) error(401, 'Sign in first.');
  await loadFolders(workspace, new Date().toISOString());
  const listed = await listDossiers(workspace, viewer);
  const states = await Promise.all(listed.map(({ id }) => store.load(id)));
  const views = states.flatMap((state) => (state.ok ? viewDossier(state.value.dossier) : []));
  const unread = (viewer.admin ? await folders.list() : []).flatMap(({ id, loaded }) =>
    loaded.ok ? [] : [{ id, problems: loaded.problems }],
  );
  const list: DossierListView = {
    dossiers: views.flatMap((view) => view.card ?? []),
    broken: [...unread, ...views.flatMap((view) => view.broken ?? [])],
    place: ownDossiersPlace(),
  };
  return { list };
};

function viewDossier(dossier: Dossier) {
  const compared = compareDossier(dossier);
  if (compared.ok) return { card: buildDossierCard(dossier, compared.comparison) };
  return compared.problems.every(({ code }) => code === 'nothing_to_compare')
    ? { card: buildEmptyCard(dossier) }
    : { broken: { id: dossier.id, problems: compared.problems } };
}
