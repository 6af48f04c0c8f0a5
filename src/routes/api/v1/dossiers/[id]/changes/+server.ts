import { json } from '@sveltejs/kit';
import { editDossier } from '#lib/app/edit-dossier.ts';
import { site } from '#lib/app/site.ts';
import { parseChangeRequest } from '#lib/model/edit.ts';
import { answerChange } from '../../../answer-change.ts';
import { noDossier, participantOf, readCount, readJson, refuseProblems } from '../../../answer.ts';
import type { RequestHandler } from './$types';

const mostEntries = 200;

/** The change log, newest first: `after` and `before` are numbers of changes, `limit` at most 200. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const count = (name: string, most = Number.MAX_SAFE_INTEGER): number | undefined =>
    readCount(url.searchParams.get(name), most);
  const [after, before] = [count('after'), count('before')];
  const { store } = await site();
  const changes = await store.changes(params.id, {
    viewer: who.viewer.id,
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    limit: count('limit', mostEntries) ?? 50,
  });
  return json({ changes });
};

/** Changes the dossier: all edits of the request, durably, or none of them. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const body = await readJson(request);
  if (!body.ok) return body.answer;
  const parsed = parseChangeRequest(body.value);
  if (!parsed.ok) return refuseProblems(parsed.problems);
  const edit = { ...parsed.value, at: new Date().toISOString() };
  return answerChange(await editDossier(await site(), params.id, { request: edit, who }));
};
