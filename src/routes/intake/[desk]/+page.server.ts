import { error, fail, redirect } from '@sveltejs/kit';
import { addFiles, changeDesk, readAgain, removeFile } from '#lib/app/intake-desk.ts';
import { draftDesk } from '#lib/app/intake-draft.ts';
import { lookAtDesk, offerParties, offerTargets } from '#lib/app/intake-look.ts';
import { divide, type Division } from '#lib/app/intake-parts.ts';
import { cancelReading } from '#lib/app/intake-reading.ts';
import { takeWords } from '#lib/app/intake-words.ts';
import { site } from '#lib/app/site.ts';
import { buildFileViews } from '#lib/ui/intake/desk-view.ts';
import { faultsOf, readWord } from '../../form-words.ts';
import { filesOf, questionOf, typedOf } from '../desk-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The files on a desk, how far they are read, and what is to become of their parts. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const question = questionOf(locals, params.desk);
  const workspace = await site();
  const look = await lookAtDesk(workspace, question, url.searchParams.get('open') ?? '');
  if (!look.ok)
    error(
      404,
      'These papers are not being prepared here any more: their draft was made, or a week has passed. Dossiers are on the start page.',
    );
  const { state, isBusy, files, suggestedPack } = look.value;
  const offer = await offerTargets(workspace, question.viewer);
  const known = await offerParties(workspace, state.dossier, offer);
  const named = files.flatMap(({ parts }) => parts.map(({ words }) => words.party));
  const parties = [...new Set([...known, ...named])].filter((name) => name !== '');
  return { target: state, isBusy, files: buildFileViews(files), offer, parties, suggestedPack };
};

type Event = RequestEvent;

interface Sent {
  readonly form: FormData;
  readonly workspace: Awaited<ReturnType<typeof site>>;
  readonly question: ReturnType<typeof questionOf>;
}

/** Takes what was typed, whichever button was pressed: nothing of it is to be lost. */
async function take({ request, params, locals }: Event): Promise<Sent> {
  const question = questionOf(locals, params.desk);
  const form = await request.formData();
  const workspace = await site();
  const typed = typedOf(form);
  const saved = await changeDesk(workspace, question, (state) => ({
    ok: true,
    value: takeWords(state, typed),
  }));
  if (!saved.ok)
    error(
      404,
      'These papers are not being prepared here any more: their draft was made, or a week has passed. Dossiers are on the start page.',
    );
  return { form, workspace, question };
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
    const made = await draftDesk(workspace, question);
    if (made.ok) return redirect(303, `/dossiers/${made.value.dossier}/compare`);
    return fail(422, { faults: faultsOf(made.problems), problems: made.problems });
  },
};
