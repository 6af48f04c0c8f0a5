import { error } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import { groupKinds } from '#lib/ui/edit-overview.ts';
import type { PageServerLoad } from './$types';

/** Everything a dossier consists of, by kind. */
export const load: PageServerLoad = async ({ params }) => {
  const { store } = await site();
  const state = await store.load(params.id);
  if (!state.ok) error(404, `There is no dossier “${params.id}” here.`);
  const { dossier, set } = state.value;
  return { id: params.id, title: dossier.title, groups: groupKinds(set.records) };
};
