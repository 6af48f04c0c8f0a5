import { json } from '@sveltejs/kit';
import { listRecords } from '#lib/app/read-dossier.ts';
import { site } from '#lib/app/site.ts';
import { isRecordKind } from '#lib/model/record.ts';
import { noDossier, participantOf, refuse, refuseProblems } from '../../../../answer.ts';
import type { RequestHandler } from './$types';

/** The records of a kind in their order, each with its version. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  if (!isRecordKind(params.kind)) {
    const title = `There are no records of the kind "${params.kind}".`;
    return refuse({ status: 404, code: 'unknown_kind', title });
  }
  const read = await listRecords(await site(), params.id, { kind: params.kind, who });
  return read.ok ? json({ records: read.value }) : refuseProblems(read.problems);
};
