import { error, fail, redirect } from '@sveltejs/kit';
import { importUpload, previewUpload, receiveUpload } from '#lib/app/import-upload.ts';
import { site } from '#lib/app/site.ts';
import type { Viewer } from '#lib/app/viewer.ts';
import { buildImportView } from '#lib/ui/import-view.ts';
import { faultsOf, readWord } from '../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

function known({ viewer }: App.Locals): Viewer {
  if (viewer === undefined) error(401, 'Sign in first.');
  return viewer;
}

/** Takes a file, and shows what it would change before anything happens. */
export const load: PageServerLoad = async ({ url, locals }) => {
  const id = url.searchParams.get('upload');
  if (id === null) return {};
  const preview = await previewUpload(await site(), { id, viewer: known(locals) });
  if (!preview.ok) return { problems: preview.problems };
  return { upload: id, preview: buildImportView(preview.value), warnings: preview.value.warnings };
};

export const actions: Actions = {
  upload: async ({ request, locals }) => {
    const viewer = known(locals);
    const form = await request.formData();
    const file = form.get('file');
    const bytes =
      file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const passphrase = readWord(form, 'passphrase');
    const at = new Date().toISOString();
    const received = await receiveUpload(await site(), { bytes, passphrase, viewer, at });
    if (received.ok) redirect(303, `/import?upload=${received.value}`);
    return fail(422, { problems: received.problems, faults: faultsOf(received.problems) });
  },
  apply: async ({ request, locals }) => {
    const viewer = known(locals);
    const form = await request.formData();
    const sequence = readWord(form, 'sequence');
    const words = (name: string): readonly string[] =>
      form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : []));
    const done = await importUpload(await site(), {
      id: readWord(form, 'upload'),
      viewer,
      sequence: sequence === '' ? null : Number(sequence),
      shown: words('key'),
      taken: words('take'),
      at: new Date().toISOString(),
    });
    if (!done.ok) return fail(409, { problems: done.problems, faults: {} });
    const { id, created, number } = done.value;
    if (created || number === null) redirect(303, `/dossiers/${id}/compare`);
    redirect(303, `/dossiers/${id}/history/${String(number)}`);
  },
};
