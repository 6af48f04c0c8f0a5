import { fail, redirect } from '@sveltejs/kit';
import { editCuts, stepCuts } from '#lib/app/intake-cuts.ts';
import { lookAtCuts } from '#lib/app/intake-cuts-look.ts';
import { site } from '#lib/app/site.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { readWord } from '../../../form-words.ts';
import { questionOf, refuseDesk } from '../../desk-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The original beside its cuts, one page of it around the piece that is looked at. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const question = questionOf(locals, params.desk);
  const look = await lookAtCuts(await site(), {
    ...question,
    paper: params.paper,
    at: url.searchParams.get('at') ?? '',
    find: url.searchParams.get('find')?.trim() ?? '',
  });
  if (!look.ok) return refuseDesk(question);
  const find = url.searchParams.get('find') ?? '';
  return { look: look.value, desk: params.desk, paper: params.paper, find };
};

/** Shows the piece an edit left, or what kept it from being made. */
function conclude(
  { params }: RequestEvent,
  { piece, outcome }: { readonly piece: string; readonly outcome: Parsed<string | undefined> },
) {
  if (!outcome.ok) {
    const [problem] = outcome.problems;
    return fail(422, { piece, message: problem?.message ?? 'nothing was changed' });
  }
  const at = encodeURIComponent(outcome.value ?? piece);
  redirect(303, `/intake/${params.desk}/${params.paper}?at=${at}#${at}`);
}

export const actions: Actions = {
  edit: async (event) => {
    const form = await event.request.formData();
    const piece = readWord(form, 'piece');
    const order = {
      ...{ piece, what: readWord(form, 'do'), locator: readWord(form, 'locator') },
      ...{ at: readWord(form, 'at'), words: readWord(form, 'words') },
      ...{ group: readWord(form, 'group'), choice: readWord(form, 'choice') },
    };
    const question = questionOf(event.locals, event.params.desk);
    const { paper } = event.params;
    const outcome = await editCuts(await site(), question, { paper, order });
    return conclude(event, { piece, outcome });
  },
  step: async (event) => {
    const form = await event.request.formData();
    const step = readWord(form, 'step') === 'redo' ? 'redo' : 'undo';
    const question = questionOf(event.locals, event.params.desk);
    const { paper } = event.params;
    const outcome = await stepCuts(await site(), question, { paper, step });
    return conclude(event, { piece: readWord(form, 'piece'), outcome });
  },
};
