import { json } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import { noDossier, participantOf, readCount, refuse } from '../../../../answer.ts';
import type { RequestHandler } from './$types';

/** One entry of the change log, with every record it touched. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const number = readCount(params.number, Number.MAX_SAFE_INTEGER) ?? 0;
  const { store } = await site();
  const query = { viewer: who.viewer.id, number, partLimit: 50_000 };
  const [entry] = await store.changes(params.id, query);
  if (entry !== undefined) return json(entry);
  const title = `There is no change ${params.number} in this dossier.`;
  return refuse({ status: 404, code: 'unknown_change', title });
};
