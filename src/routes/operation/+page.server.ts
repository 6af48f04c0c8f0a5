import { error, fail } from '@sveltejs/kit';
import {
  backupFile,
  deleteBackup,
  listBackups,
  makeBackup,
  restoreFrom,
} from '#lib/app/backups.ts';
import { listExamples, resetExample } from '#lib/app/reset-example.ts';
import { site } from '#lib/app/site.ts';
import { formatMoment } from '#lib/ui/history-view.ts';
import { readWord } from '../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** What whoever runs this Parley looks after: backups, and the examples. */
export const load: PageServerLoad = async () => {
  const opened = await site();
  const backups = await listBackups(opened);
  return {
    engine: opened.database.engine,
    backups: backups.map((backup) => ({
      ...backup,
      when: formatMoment(backup.createdAt),
      size: `${(backup.bytes / 1_000_000).toFixed(1)} MB`,
    })),
    examples: await listExamples(opened),
  };
};

const now = (): string => new Date().toISOString();

export const actions: Actions = {
  backup: async () => {
    const made = await makeBackup(await site(), now());
    if (!made.ok) return fail(507, { message: made.problems[0]?.message ?? '' });
    return { done: `${made.value.name} is written.` };
  },
  restore: async ({ request }) => {
    const form = await request.formData();
    const opened = await site();
    const file = backupFile(opened, readWord(form, 'name'));
    if (file === undefined) error(404, 'There is no such backup.');
    if (readWord(form, 'sure').trim().toLowerCase() !== 'restore')
      return fail(422, { message: 'Nothing was restored: type the word “restore” to do it.' });
    const restored = await restoreFrom(opened, file, now());
    if (!restored.ok) {
      const message = restored.problems
        .map(({ path, message: why }) => `${path}: ${why}`)
        .join('; ');
      return fail(422, { message: `Nothing was restored. ${message}` });
    }
    const { manifest, safety } = restored.value;
    const count = manifest.dossiers.length;
    return {
      done: `Everything is as it was on ${formatMoment(manifest.createdAt)}: ${String(count)} dossiers. What was there before is in ${safety.name}.`,
    };
  },
  delete: async ({ request }) => {
    const name = readWord(await request.formData(), 'name');
    await deleteBackup(await site(), name);
    return { done: `${name} is deleted.` };
  },
  reset: async ({ request, locals }) => {
    const { viewer } = locals;
    if (viewer === undefined) error(401, 'Sign in first.');
    const id = readWord(await request.formData(), 'example');
    const reset = await resetExample(await site(), id, { viewer, at: now() });
    if (!reset.ok) return fail(422, { message: reset.problems[0]?.message ?? '' });
    return { done: `${id} is again as it came with the program.` };
  },
};
