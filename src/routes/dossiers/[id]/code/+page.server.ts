import { fail, redirect } from '@sveltejs/kit';
import { confirmSuggestions } from '#lib/app/code-review.ts';
import { buildWorkList, readWorkQuery } from '#lib/ui/code/work-list.ts';
import { readWord } from '../../../form-words.ts';
import { editorOf, openDesk } from '../edit/desk.ts';
import { step } from './step-back.ts';
import type { Actions, PageServerLoad } from './$types';

/** What there is to code: clauses by paper, suggestions by issue. */
export const load: PageServerLoad = async ({ params, url }) => {
  const { dossier, sequence } = await openDesk(params.id);
  const query = readWorkQuery(url.searchParams);
  const done = ['confirmed', 'left', 'saved', 'undone', 'redone'].map((name): [string, string] => [
    name,
    (url.searchParams.get(name) ?? '').slice(0, 12),
  ]);
  return {
    ...{ id: params.id, title: dossier.title, seen: sequence, query },
    papers: dossier.papers.map(({ id, title }) => ({ id, label: title })),
    issues: dossier.issues.map(({ id, label }) => ({ id, label })),
    work: buildWorkList(dossier, query),
    done: Object.fromEntries(done),
  };
};

export const actions: Actions = {
  confirm: async ({ params, request, locals, url }) => {
    const form = await request.formData();
    const { site } = await openDesk(params.id);
    const [issue, paper] = [readWord(form, 'issue'), readWord(form, 'paper')];
    // Only one issue at a time: nobody confirms a whole dossier by a slip.
    const which = { issue, ...(paper === '' ? {} : { paper }) };
    const seen = Number(readWord(form, 'seen')) || 0;
    const asked = { which, seen, at: new Date().toISOString(), who: editorOf(locals) };
    const outcome = await confirmSuggestions(site, params.id, asked);
    if (outcome.ok) {
      const told = new URLSearchParams(paper === '' ? {} : { paper });
      told.set('confirmed', String(outcome.confirmed));
      if (outcome.left > 0) told.set('left', String(outcome.left));
      told.set('saved', String(outcome.change.number));
      redirect(303, `${url.pathname}?${told.toString()}`);
    }
    const message =
      outcome.reason === 'refused'
        ? (outcome.problems[0]?.message ?? '')
        : 'Somebody changed one of them in this moment; look at the list and try again.';
    return fail(outcome.reason === 'refused' ? 422 : 409, { message });
  },
  undo: (event) => step(event, 'undo'),
  redo: (event) => step(event, 'redo'),
};
