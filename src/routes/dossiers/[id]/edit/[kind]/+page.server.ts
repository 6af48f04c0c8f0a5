import { fail, redirect } from '@sveltejs/kit';
import { moveRecord } from '#lib/app/save-record.ts';
import { canBeMade, listLines } from '#lib/ui/edit-overview.ts';
import { kindPlurals, kindWords } from '#lib/ui/record-words.ts';
import { readWord } from '../../../../form-words.ts';
import { editorOf, openDesk, readKind } from '../desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** The records of a kind. */
export const load: PageServerLoad = async ({ params, url }) => {
  const kind = readKind(params.kind);
  const { dossier, set } = await openDesk(params.id);
  const query = url.searchParams.get('q') ?? '';
  return {
    id: params.id,
    title: dossier.title,
    kind,
    name: kindPlurals[kind],
    word: kindWords[kind],
    mayMake: canBeMade(kind),
    query,
    lines: listLines(set.records, kind, query),
    saved: url.searchParams.get('saved'),
  };
};

export const actions: Actions = {
  move: async ({ params, request, locals, url }) => {
    const form = await request.formData();
    const { site } = await openDesk(params.id);
    const moved = await moveRecord(site, params.id, {
      kind: readKind(params.kind),
      id: readWord(form, 'record'),
      base: Number(readWord(form, 'base')),
      by: readWord(form, 'by') === 'up' ? 'up' : 'down',
      at: new Date().toISOString(),
      who: editorOf(locals),
    });
    if (moved.ok) redirect(303, `${url.pathname}#record-${readWord(form, 'record')}`);
    const message =
      moved.reason === 'refused'
        ? (moved.problems[0]?.message ?? '')
        : 'Somebody moved or changed it in this moment; look at the list and try again.';
    return fail(moved.reason === 'refused' ? 422 : 409, { message });
  },
};
