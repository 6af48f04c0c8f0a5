import { fail, redirect } from '@sveltejs/kit';
import { clearDesk, listDesks, openDesk } from '#lib/app/intake-desk.ts';
import { offerTargets } from '#lib/app/intake-look.ts';
import { site } from '#lib/app/site.ts';
import { faultsOf, readWord } from '../form-words.ts';
import { filesOf, typedOf, viewerOf } from './desk-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Asks for files, and where they are to go. */
export const load: PageServerLoad = async ({ url, locals }) => {
  const workspace = await site();
  const viewer = viewerOf(locals);
  const offer = await offerTargets(workspace, viewer);
  const desks = await listDesks(workspace, viewer);
  const asked = url.searchParams.get('dossier') ?? '';
  const dossier = offer.dossiers.some(({ id }) => id === asked) ? asked : '';
  return { offer, desks, target: { dossier, title: '', packs: [] } };
};

export const actions: Actions = {
  clear: async ({ request, locals }) => {
    const id = readWord(await request.formData(), 'desk');
    await clearDesk(await site(), { id, viewer: viewerOf(locals) });
    redirect(303, '/intake');
  },
  read: async ({ request, locals }) => {
    const viewer = viewerOf(locals);
    const form = await request.formData();
    const target = {
      dossier: readWord(form, 'dossier'),
      title: readWord(form, 'title').trim(),
      packs: typedOf(form).get('pack') ?? [],
    };
    const files = await filesOf(form);
    const order = { files, revisions: readWord(form, 'revisions'), target, viewer };
    const opened = await openDesk(await site(), { ...order, at: new Date().toISOString() });
    if (opened.ok) redirect(303, `/intake/${opened.value}`);
    const text = { text: readWord(form, 'text'), name: readWord(form, 'textName') };
    return fail(422, { faults: faultsOf(opened.problems), target, text });
  },
};
