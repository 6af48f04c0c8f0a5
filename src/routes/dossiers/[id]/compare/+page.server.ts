import { fail, redirect } from '@sveltejs/kit';
import { clauseHtml } from '#lib/app/clause-html.ts';
import type { Decided } from '#lib/app/decide-row.ts';
import { dropView, saveView } from '#lib/app/save-view.ts';
import { site } from '#lib/app/site.ts';
import { hasRole } from '#lib/model/role.ts';
import { savedViewSchema } from '#lib/model/saved-view.ts';
import { buildCompareView } from '#lib/ui/build-compare-view.ts';
import { readWord } from '../../../form-words.ts';
import { editorOf } from '../edit/desk.ts';
import { askComparison } from './asked-comparison.ts';
import { readPlace } from './read-place.ts';
import type { Actions, PageServerLoad } from './$types';

/** The comparison as the address asks for it, ready to be drawn. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  const { title, summary } = dossier;
  if (!compared.ok) return { title, nothing: { title, summary, problems: compared.problems } };
  const view = buildCompareView(
    { dossier, comparison: compared.comparison, renderText: clauseHtml },
    {
      ...read,
      now: new Date().toISOString(),
      from: readPlace(url.searchParams.get('from')),
    },
  );
  return { title, view, mayKeep: hasRole(locals.role, 'annotator') };
};

export const actions: Actions = {
  saveView: async ({ params, request, locals }) => {
    const form = await request.formData();
    const search = readSearch(form);
    const outcome = await saveView(await site(), params.id, {
      ...{ title: readWord(form, 'title').trim(), search, who: editorOf(locals) },
      at: new Date().toISOString(),
    });
    return show(params.id, outcome, search);
  },
  dropView: async ({ params, request, locals }) => {
    const form = await request.formData();
    const outcome = await dropView(await site(), params.id, {
      ...{ view: readWord(form, 'view'), who: editorOf(locals) },
      at: new Date().toISOString(),
    });
    return show(params.id, outcome, readSearch(form));
  },
};

/** The address that a form was sent from, as far as it is the search part of one. */
function readSearch(form: FormData): string {
  const read = savedViewSchema.unwrap().shape.search.safeParse(readWord(form, 'search'));
  return read.success ? read.data : '';
}

function show(id: string, outcome: Decided, search: string) {
  if (outcome.ok) redirect(303, `/dossiers/${id}/compare${search}`);
  const message =
    outcome.reason === 'refused'
      ? outcome.problems.map((problem) => problem.message).join(' ')
      : 'Somebody changed it in this moment; try again.';
  return fail(outcome.reason === 'refused' ? 422 : 409, { message });
}
