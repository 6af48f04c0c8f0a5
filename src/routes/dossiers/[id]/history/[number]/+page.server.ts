import { error, fail, redirect } from '@sveltejs/kit';
import { restoreRecord } from '#lib/app/restore-record.ts';
import { site } from '#lib/app/site.ts';
import { buildChangeDetail } from '#lib/ui/history-view.ts';
import { openHistory, undoAndShow } from '../read-history.ts';
import type { Actions, PageServerLoad } from './$types';

const mostRecords = 500;

/** One change with everything it did. */
export const load: PageServerLoad = async ({ params, locals }) => {
  const { reader, title } = await openHistory(params.id, locals);
  const number = readNumber(params.number);
  const { store } = await site();
  const query = { viewer: reader.viewer, number, partLimit: mostRecords };
  const [entry] = await store.changes(params.id, query);
  if (entry === undefined) error(404, `There is no change ${params.number} in this dossier.`);
  return {
    title,
    id: params.id,
    change: buildChangeDetail(entry, reader),
    mayEdit: reader.mayEdit,
  };
};

function readNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  error(404, 'Changes have numbers; this address names none.');
}

export const actions: Actions = {
  undo: async ({ params, locals }) => {
    const { who } = await openHistory(params.id, locals);
    return undoAndShow(params.id, { number: readNumber(params.number), who });
  },
  restore: async ({ params, request, locals }) => {
    const { who } = await openHistory(params.id, locals);
    const form = await request.formData();
    const record = form.get('record');
    const outcome = await restoreRecord(await site(), params.id, {
      number: readNumber(params.number),
      record: typeof record === 'string' ? record : '',
      at: new Date().toISOString(),
      who,
    });
    if (outcome.ok)
      redirect(303, `/dossiers/${params.id}/history/${String(outcome.change.number)}`);
    const message =
      outcome.reason === 'refused'
        ? outcome.problems.map((problem) => problem.message).join(' ')
        : 'Somebody changed the record in this moment; look at it and try again.';
    return fail(422, { message });
  },
};
