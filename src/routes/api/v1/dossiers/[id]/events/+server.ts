import { mostStreams, openLiveStream } from '#lib/app/live-stream.ts';
import { site } from '#lib/app/site.ts';
import { noDossier, participantOf, readCount, refuse, refuseProblems } from '../../../answer.ts';
import type { RequestHandler } from './$types';

/**
 * Server-sent events of a dossier: `here` (who else is looking), `change` (with the number of the
 * change as its id), `reload` and `gone`.
 */
export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const opened = await site();
  const state = await opened.store.load(params.id);
  if (!state.ok) return refuseProblems(state.problems);
  const { viewer } = who;
  if (opened.live.count(viewer.id) >= mostStreams) {
    const title = 'There are too many open pages; close some.';
    return refuse({ status: 429, code: 'too_many', title });
  }
  const asked = request.headers.get('last-event-id') ?? url.searchParams.get('after');
  const after = readCount(asked, Number.MAX_SAFE_INTEGER);
  const { headers } = request;
  const stream = openLiveStream(opened, { dossier: params.id, viewer, headers, after });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // Some proxies keep what they pass on until there is more of it.
      'x-accel-buffering': 'no',
    },
  });
};
