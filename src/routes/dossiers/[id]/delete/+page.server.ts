import { error, fail } from '@sveltejs/kit';
import { listBackups } from '#lib/app/backups.ts';
import { deleteDossier } from '#lib/app/delete-dossier.ts';
import { site } from '#lib/app/site.ts';
import { readWord } from '../../../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** What deleting a dossier takes along, and where it will still be. */
export const load: PageServerLoad = async ({ params }) => {
  const opened = await site();
  const state = await opened.store.load(params.id);
  // After the deletion the page says what was deleted.
  if (!state.ok) return { id: params.id, gone: true as const };
  const { dossier, sequence, set } = state.value;
  const backups = (await listBackups(opened)).filter(({ dossiers }) =>
    dossiers.includes(params.id),
  );
  return {
    gone: false as const,
    ...{ id: params.id, title: dossier.title, changes: sequence },
    ...{ records: set.records.size, texts: set.texts.size },
    backups: backups.map(({ name, createdAt }) => ({ name, createdAt })),
  };
};

export const actions: Actions = {
  default: async ({ params, request }) => {
    const form = await request.formData();
    const name = readWord(form, 'name');
    const opened = await site();
    const removed = await deleteDossier(opened, params.id, name);
    if (removed.ok) {
      const backups = await listBackups(opened);
      const kept = backups.filter(({ dossiers }) => dossiers.includes(params.id));
      return { removed: { ...removed.value, backups: kept.map((backup) => backup.name) } };
    }
    const [problem] = removed.problems;
    if (problem?.code === 'unknown_dossier') error(404, problem.message);
    return fail(422, { message: problem?.message ?? '', name });
  },
};
