import { fail, redirect } from '@sveltejs/kit';
import { addFiles, changeDesk, readAgain, removeFile } from '#lib/app/intake-desk.ts';
import { draftDesk } from '#lib/app/intake-draft.ts';
import { stopDraft } from '#lib/app/intake-drafting.ts';
import { lookAtDesk, offerParties, offerTargets } from '#lib/app/intake-look.ts';
import { divide, type Division } from '#lib/app/intake-parts.ts';
import { cancelReading } from '#lib/app/intake-reading.ts';
import { takeWords } from '#lib/app/intake-words.ts';
import { site } from '#lib/app/site.ts';
import { buildFileViews, lackOf } from '#lib/ui/intake/desk-view.ts';
import { faultsOf, readWord } from '../../form-words.ts';
import { filesOf, questionOf, refuseDesk, typedOf } from '../desk-form.ts';
import { whileConnected } from './while-connected.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The files on a desk, how far they are read, and what is to become of their parts. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const question = questionOf(locals, params.desk);
  const workspace = await site();
  const look = await lookAtDesk(workspace, question, url.searchParams.get('open') ?? '');
  if (!look.ok) return refuseDesk(question);
  const { state, isBusy, isDrafting, files, suggestedPack } = look.value;
  const offer = await offerTargets(workspace, question.viewer);
  const known = await offerParties(workspace, state.dossier, offer);
  const named = files.flatMap(({ parts }) => parts.map(({ words }) => words.party));
  const parties = [...new Set([...known, ...named])].filter((name) => name !== '');
  return {
    ...{ target: state, isBusy, isDrafting, files: buildFileViews(files), lack: lackOf(files) },
    ...{ offer, parties, suggestedPack },
  };
};

type Event = RequestEvent;

interface Sent {
  readonly form: FormData;
  readonly workspace: Awaited<ReturnType<typeof site>>;
  readonly question: ReturnType<typeof questionOf>;
}

/** Takes what was typed, whichever button was pressed: nothing of it is to be lost. */
async function take(event: Event): Promise<Sent> {
  const sent = await takeIfThere(event);
  return sent.isThere ? sent : refuseDesk(sent.question);
}

async function takeIfThere({
  request,
  params,
  locals,
}: Event): Promise<Sent & { readonly isThere: boolean }> {
  const question = questionOf(locals, params.desk);
  const form = await request.formData();
  const workspace = await site();
  const typed = typedOf(form);
  const saved = await changeDesk(workspace, question, (state) => ({
    ok: true,
    value: takeWords(state, typed),
  }));
  return { form, workspace, question, isThere: saved.ok };
}

const back = (event: Event, place = ''): never =>
  redirect(303, `/intake/${event.params.desk}${place}`);

/** Divides a file and shows the part that it is about. */
async function divideBy(
  event: Event,
  asked: (form: FormData) => { readonly division: Division; readonly place: string },
): Promise<never> {
  const { form, workspace, question } = await take(event);
  const { division, place } = asked(form);
  await changeDesk(workspace, question, (state) => ({ ok: true, value: divide(state, division) }));
  return back(event, place);
}

export const actions: Actions = {
  save: async (event) => {
    await take(event);
    return back(event);
  },
  add: async (event) => {
    const { form, workspace, question } = await take(event);
    const files = await filesOf(form);
    const added = await addFiles(workspace, question, {
      files,
      revisions: readWord(form, 'revisions'),
    });
    if (added.ok) return back(event);
    const text = { text: readWord(form, 'text'), name: readWord(form, 'textName') };
    return fail(422, { faults: faultsOf(added.problems), text });
  },
  remove: async (event) => {
    const { form, workspace, question } = await take(event);
    await removeFile(workspace, question, readWord(form, 'file'));
    return back(event);
  },
  cancel: async (event) => {
    const { form, workspace, question } = await take(event);
    await cancelReading(workspace, question, readWord(form, 'file'));
    return back(event);
  },
  retry: async (event) => {
    const { form, workspace, question } = await take(event);
    const file = readWord(form, 'file');
    await readAgain(workspace, question, { file, revisions: readWord(form, `${file}.revisions`) });
    return back(event);
  },
  open: async (event) => {
    const { form } = await take(event);
    const part = encodeURIComponent(readWord(form, 'part'));
    return back(event, `?open=${part}#${part}`);
  },
  split: (event) =>
    divideBy(event, (form) => {
      const [part = '', at = ''] = readWord(form, 'split').split(':');
      return { division: { op: 'split', part, at: Number(at) }, place: `#${part}` };
    }),
  join: (event) =>
    divideBy(event, (form) => ({
      division: { op: 'join', part: readWord(form, 'part') },
      place: '',
    })),
  whole: (event) =>
    divideBy(event, (form) => ({
      division: { op: 'whole', file: readWord(form, 'file') },
      place: '',
    })),
  undo: (event) =>
    divideBy(event, (form) => ({
      division: { op: 'undo', file: readWord(form, 'file') },
      place: '',
    })),
  cuts: async (event) => {
    const { form } = await take(event);
    return redirect(
      303,
      `/intake/${event.params.desk}/${encodeURIComponent(readWord(form, 'part'))}`,
    );
  },
  draft: async (event) => {
    const { workspace, question } = await take(event);
    const made = await whileConnected(event, (signal) =>
      draftDesk(workspace, { ...question, signal }),
    );
    if (made.ok) return redirect(303, `/dossiers/${made.value.dossier}/compare`);
    const { problems } = made;
    if (problems.some(({ code }) => code === 'cancelled')) return fail(409, { isStopped: true });
    return fail(422, { faults: faultsOf(problems), problems });
  },
  // Too late is no error: whoever waits for the draft is led to it.
  stop: async (event) => {
    const { workspace, question } = await takeIfThere(event);
    return { isStopped: await stopDraft(workspace, question) };
  },
};
