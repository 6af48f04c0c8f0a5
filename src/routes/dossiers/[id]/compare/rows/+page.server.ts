import { fail, redirect } from '@sveltejs/kit';
import { createRow } from '#lib/app/decide-row.ts';
import { readWord } from '../../../../form-words.ts';
import { editorOf, openDesk } from '../../edit/desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** A row of one's own, to move provisions into. */
export const load: PageServerLoad = async ({ params }) => {
  const { dossier, sequence } = await openDesk(params.id);
  return {
    title: dossier.title,
    seen: sequence,
    issues: dossier.issues.map(({ id, label }) => ({ id, label })),
  };
};

export const actions: Actions = {
  create: async ({ params, request, locals }) => {
    const form = await request.formData();
    const { site } = await openDesk(params.id);
    const typed = { title: readWord(form, 'title').trim(), issue: readWord(form, 'issue') };
    const seen = Number(readWord(form, 'seen')) || 0;
    const outcome = await createRow(site, params.id, {
      ...{ ...typed, seen, at: new Date().toISOString(), who: editorOf(locals) },
    });
    if (outcome.ok) {
      const row = encodeURIComponent(outcome.row ?? '');
      const saved = String(outcome.change.number);
      redirect(303, `/dossiers/${params.id}/compare/rows/${row}?saved=${saved}`);
    }
    const message =
      outcome.reason === 'refused'
        ? outcome.problems.map((problem) => problem.message).join(' ')
        : 'Somebody changed the rows in this moment; try again.';
    return fail(outcome.reason === 'refused' ? 422 : 409, { message, ...typed });
  },
};
