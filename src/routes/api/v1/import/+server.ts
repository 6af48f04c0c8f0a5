import { json } from '@sveltejs/kit';
import { importUpload, previewUpload, receiveUpload } from '#lib/app/import-upload.ts';
import { site } from '#lib/app/site.ts';
import { refuse, refuseProblems } from '../answer.ts';
import type { RequestHandler } from './$types';

/**
 * Imports a .zip, or with `?dry-run=1` only tells what it would change. What the file lacks is kept
 * here; everything else of it is taken over.
 */
export const POST: RequestHandler = async ({ request, locals, url }) => {
  const { viewer } = locals;
  if (viewer === undefined)
    return refuse({ status: 401, code: 'sign_in', title: 'Sign in first.' });
  const opened = await site();
  const bytes = new Uint8Array(await request.arrayBuffer());
  const at = new Date().toISOString();
  const received = await receiveUpload(opened, { bytes, passphrase: '', viewer, at });
  if (!received.ok) return refuseProblems(received.problems);
  const id = received.value;
  const preview = await previewUpload(opened, { id, viewer });
  if (!preview.ok) return refuseProblems(preview.problems);
  const { dossier: _, warnings, ...told } = preview.value;
  if (url.searchParams.get('dry-run') === '1') return json({ ...told, warnings });
  const { sequence } = preview.value;
  const done = await importUpload(opened, { id, viewer, sequence, shown: [], taken: [], at });
  if (!done.ok) return refuseProblems(done.problems);
  return json({ ...done.value, warnings }, { status: done.value.created ? 201 : 200 });
};
