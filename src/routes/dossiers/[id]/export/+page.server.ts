import { error } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import type { PageServerLoad } from './$types';

const faults: Readonly<Record<string, string>> = {
  short: 'Use a passphrase of at least 12 characters, for instance five unrelated words.',
  differ: 'The two passphrases differ.',
};

/** The ways to carry a dossier away. */
export const load: PageServerLoad = async ({ params, url }) => {
  const { store } = await site();
  const state = await store.load(params.id);
  if (!state.ok) error(404, `There is no dossier “${params.id}” here.`);
  const fault = faults[url.searchParams.get('fault') ?? ''];
  return { id: params.id, title: state.value.dossier.title, fault };
};
