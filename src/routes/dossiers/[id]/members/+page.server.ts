import { error, fail, redirect } from '@sveltejs/kit';
import { listDossierMembers, setDossierMember } from '#lib/app/manage-members.ts';
import { site } from '#lib/app/site.ts';
import { faultsOf, readWord } from '../../../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who may do what in a dossier. */
export const load: PageServerLoad = async ({ params, locals }) => {
  const opened = await site();
  const state = await opened.store.load(params.id);
  if (!state.ok) error(404, `There is no dossier “${params.id}” here.`);
  return {
    id: params.id,
    title: state.value.dossier.title,
    alone: opened.accounts === undefined,
    members: await listDossierMembers(opened, params.id),
    self: locals.viewer?.id ?? '',
  };
};

export const actions: Actions = {
  set: async ({ params, request }) => {
    const form = await request.formData();
    const wish = { person: readWord(form, 'person').trim(), role: readWord(form, 'role') };
    const set = await setDossierMember(await site(), params.id, wish);
    if (!set.ok) return fail(422, { faults: faultsOf(set.problems), person: wish.person });
    redirect(303, `/dossiers/${params.id}/members`);
  },
  remove: async ({ params, request }) => {
    const form = await request.formData();
    const wish = { person: readWord(form, 'person'), role: '' };
    const set = await setDossierMember(await site(), params.id, wish);
    if (!set.ok) return fail(422, { faults: faultsOf(set.problems), person: '' });
    redirect(303, `/dossiers/${params.id}/members`);
  },
};
