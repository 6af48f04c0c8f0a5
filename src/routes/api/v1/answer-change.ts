import { json } from '@sveltejs/kit';
import type { editDossier } from '#lib/app/edit-dossier.ts';
import { refuse, refuseProblems } from './answer.ts';

/** Writes what became of a change: 200 when it is on the disk, 409 with both versions, else why. */
export function answerChange(outcome: Awaited<ReturnType<typeof editDossier>>): Response {
  if (outcome.ok) {
    const { change, warnings } = outcome;
    return json({ ...change, warnings });
  }
  if (outcome.reason === 'refused') return refuseProblems(outcome.problems);
  return refuse({
    status: 409,
    code: 'conflict',
    title: 'Somebody changed this meanwhile. Nothing was written; choose and try again.',
    more: { conflicts: outcome.conflicts },
  });
}
