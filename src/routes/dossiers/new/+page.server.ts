import { error, fail, redirect } from '@sveltejs/kit';
import { createEmptyDossier } from '#lib/app/create-empty-dossier.ts';
import { site } from '#lib/app/site.ts';
import { faultsOf, readWord } from '../../form-words.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const { viewer } = locals;
    if (viewer === undefined) error(401, 'Sign in first.');
    const form = await request.formData();
    const typed = {
      id: readWord(form, 'id').trim(),
      title: readWord(form, 'title').trim(),
      summary: readWord(form, 'summary').trim(),
      language: readWord(form, 'language').trim() || 'en',
    };
    const { summary, ...rest } = typed;
    const fictitious = form.get('fictitious') === 'yes';
    const input = { ...rest, fictitious, ...(summary === '' ? {} : { summary }) };
    const at = new Date().toISOString();
    const made = await createEmptyDossier(await site(), { input, viewer, at });
    if (!made.ok) return fail(422, { typed, faults: faultsOf(made.problems) });
    redirect(303, `/dossiers/${made.value.id}/edit`);
  },
};
