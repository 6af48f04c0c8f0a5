import { fail, redirect } from '@sveltejs/kit';
import { stepBack } from '#lib/app/code-undo.ts';
import { readWord } from '../../../form-words.ts';
import { editorOf, openDesk } from '../edit/desk.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** Takes one's last coding back or brings it back, and shows the provision it was about. */
export async function step(event: RequestEvent, direction: 'undo' | 'redo') {
  const { params, request, locals, url } = event;
  const form = await request.formData();
  const number = Number(readWord(form, 'number')) || undefined;
  const id = params['id'] ?? '';
  const { site } = await openDesk(id);
  const at = new Date().toISOString();
  const outcome = await stepBack(site, id, { direction, number, at, who: editorOf(locals) });
  if (!outcome.ok) {
    const message =
      outcome.reason === 'refused'
        ? outcome.problems.map((problem) => problem.message).join(' ')
        : 'What it wrote has been changed again since, so nothing was taken back; see the history.';
    return fail(outcome.reason === 'refused' ? 422 : 409, { message });
  }
  const done = `${direction === 'undo' ? 'undone' : 'redone'}=${String(outcome.change.number)}`;
  const place = await placeOf(id, outcome.provision);
  redirect(303, place === undefined ? `${url.pathname}?${done}` : `${place}&${done}`);
}

/** Where a provision is coded; undefined when the step was about none, or took it away. */
async function placeOf(id: string, provision: string | undefined): Promise<string | undefined> {
  const { dossier } = await openDesk(id);
  const found = dossier.provisions.find((candidate) => candidate.id === provision);
  if (found === undefined) return undefined;
  const clause = encodeURIComponent(found.clause);
  return `/dossiers/${id}/code/${clause}?provision=${encodeURIComponent(found.id)}`;
}
