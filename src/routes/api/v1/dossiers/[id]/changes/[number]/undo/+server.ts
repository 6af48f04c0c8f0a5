import { undoChange } from '#lib/app/edit-dossier.ts';
import { site } from '#lib/app/site.ts';
import { answerChange } from '../../../../../answer-change.ts';
import {
  badName,
  noDossier,
  participantOf,
  readCount,
  readRequestName,
  refuse,
} from '../../../../../answer.ts';
import type { RequestHandler } from './$types';

/** Takes a change back, by a change of its own; a conflict when its records were changed since. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const who = participantOf(locals);
  if (who === undefined) return noDossier(params.id);
  const number = readCount(params.number, Number.MAX_SAFE_INTEGER) ?? 0;
  const name = readRequestName(request);
  if (name === null) return refuse(badName);
  const at = new Date().toISOString();
  return answerChange(
    await undoChange(await site(), params.id, { number, at, who, request: name }),
  );
};
