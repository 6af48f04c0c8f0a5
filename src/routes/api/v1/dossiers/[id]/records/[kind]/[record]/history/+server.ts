import { json } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import { isRecordKind } from '#lib/model/record.ts';
import { noDossier, participantOf } from '../../../../../../answer.ts';
import type { RequestHandler } from './$types';

/** Everything that was done to one record, newest first, also after its deletion. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const { kind, record } = params;
  if (!isRecordKind(kind)) return json({ changes: [] });
  const { store } = await site();
  const query = { viewer: who.viewer.id, kind, record, limit: 200 };
  return json({ changes: await store.changes(params.id, query) });
};
