import { json } from '@sveltejs/kit';
import { editDossier } from '#lib/app/edit-dossier.ts';
import { findRecord } from '#lib/app/read-dossier.ts';
import { site } from '#lib/app/site.ts';
import { parseChangeRequest } from '#lib/model/edit.ts';
import { answerChange } from '../../../../../answer-change.ts';
import {
  noDossier,
  participantOf,
  readJson,
  readVersion,
  refuse,
  refuseProblems,
} from '../../../../../answer.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** One record with its version, which is also its ETag. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const { kind, record: id } = params;
  const found = await findRecord(await site(), params.id, { kind, id, who });
  if (!found.ok) return refuseProblems(found.problems);
  const { version, body } = found.value;
  return json({ kind, id, version, body }, { headers: { etag: `"${String(version)}"` } });
};

/** Makes the record (`If-None-Match: *`) or replaces the version named by `If-Match: "12"`. */
export const PUT: RequestHandler = async (event) => {
  const isNew = event.request.headers.get('if-none-match') === '*';
  const base = isNew ? null : readVersion(event.request.headers.get('if-match'));
  if (base === undefined) return nameVersion();
  const body = await readJson(event.request);
  if (!body.ok) return body.answer;
  return edit(event, { op: 'put', base, body: body.value });
};

/** Deletes the version of the record named by `If-Match: "12"`. */
export const DELETE: RequestHandler = (event) => {
  const base = readVersion(event.request.headers.get('if-match'));
  return base === undefined ? nameVersion() : edit(event, { op: 'delete', base });
};

const nameVersion = (): Response =>
  refuse({
    status: 428,
    code: 'version_missing',
    title: 'Name the version you edit: If-Match: "12", or If-None-Match: * for a new record.',
  });

async function edit(event: RequestEvent, what: Record<string, unknown>): Promise<Response> {
  const { locals, params, request } = event;
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const name = request.headers.get('idempotency-key');
  const parsed = parseChangeRequest({
    edits: [{ ...what, kind: params.kind, id: params.record }],
    ...(name === null ? {} : { request: name }),
  });
  if (!parsed.ok) return refuseProblems(parsed.problems);
  const change = { ...parsed.value, at: new Date().toISOString() };
  return answerChange(await editDossier(await site(), params.id, { request: change, who }));
}
