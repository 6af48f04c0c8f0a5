import { json } from '@sveltejs/kit';
import { deleteDossier } from '#lib/app/delete-dossier.ts';
import { readDossier } from '#lib/app/read-dossier.ts';
import { site } from '#lib/app/site.ts';
import { noDossier, participantOf, refuseProblems } from '../../answer.ts';
import type { RequestHandler } from './$types';

/** The whole dossier as JSON, with the viewer's own private notes. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const read = await readDossier(await site(), params.id, who);
  if (!read.ok) return refuseProblems(read.problems);
  const { sequence, changedAt, dossier } = read.value;
  const etag = `"${String(sequence)}"`;
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304 });
  return json({ sequence, changedAt, dossier }, { headers: { etag } });
};

/** Deletes the dossier for good; `?name=` has to be its title, so that nobody does it by mistake. */
export const DELETE: RequestHandler = async ({ locals, params, url }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const name = url.searchParams.get('name') ?? '';
  const removed = await deleteDossier(await site(), params.id, name);
  return removed.ok ? json(removed.value) : refuseProblems(removed.problems);
};
