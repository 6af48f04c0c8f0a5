import { redirect } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import { isRecordKind } from '#lib/model/record.ts';
import { buildChangeView, formatMoment } from '#lib/ui/history-view.ts';
import { openHistory, undoAndShow } from './read-history.ts';
import type { Actions, PageServerLoad } from './$types';

const atOnce = 50;

/** The change log: filtered by record, person, or to what is new since the last visit. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { reader, title, sequence } = await openHistory(params.id, locals);
  const { store } = await site();
  const asked = readFilters(url.searchParams);
  const visit = await store.visit(params.id, reader.viewer);
  const after = asked.since && reader.seen !== undefined ? { after: reader.seen } : {};
  const { since: _since, ...filters } = asked;
  const query = { viewer: reader.viewer, ...filters, ...after, limit: atOnce + 1 };
  const entries = await store.changes(params.id, query);
  const changes = entries.slice(0, atOnce).map((entry) => buildChangeView(entry, reader));
  const last = changes.at(-1)?.number;
  return {
    title,
    id: params.id,
    changes,
    sequence,
    filters: asked,
    lastVisit: visit === undefined ? undefined : formatMoment(visit.at),
    fresh: reader.seen === undefined ? 0 : Math.max(0, sequence - reader.seen),
    older: entries.length > atOnce && last !== undefined ? olderHref(url, last) : undefined,
  };
};

function readFilters(params: URLSearchParams) {
  const [kind, record, before] = ['kind', 'record', 'before'].map((name) => params.get(name) ?? '');
  return {
    since: params.get('since') === 'visit',
    ...(kind !== undefined && isRecordKind(kind) ? { kind } : {}),
    ...(record === undefined || record === '' ? {} : { record }),
    ...(before !== undefined && /^\d{1,9}$/.test(before) ? { before: Number(before) } : {}),
  };
}

function olderHref(url: URL, before: number): string {
  const params = new URLSearchParams(url.searchParams);
  params.set('before', String(before));
  return `?${params.toString()}`;
}

export const actions: Actions = {
  undo: async ({ params, request, locals }) => {
    const { who } = await openHistory(params.id, locals);
    const form = await request.formData();
    return undoAndShow(params.id, { number: Number(form.get('number')), who });
  },
  seen: async ({ params, request, locals }) => {
    const { who, sequence } = await openHistory(params.id, locals);
    const form = await request.formData();
    const number = Math.min(sequence, Math.max(0, Number(form.get('number')) || 0));
    const { store } = await site();
    const at = new Date().toISOString();
    await store.markSeen(params.id, who.viewer.id, { number, at });
    redirect(303, `/dossiers/${params.id}/history`);
  },
};
