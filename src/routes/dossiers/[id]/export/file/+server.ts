import { error, redirect } from '@sveltejs/kit';
import { packDossier, packLockedDossier } from '#lib/app/bundle-archive.ts';
import { site } from '#lib/app/site.ts';
import { readWord } from '../../../../form-words.ts';
import { sendFile } from '../../../../send-file.ts';
import type { RequestHandler } from './$types';

/** The dossier as a file, plain or locked with a passphrase, which stands in no address. */
export const POST: RequestHandler = async ({ params, request }) => {
  const form = await request.formData();
  const { store } = await site();
  const state = await store.load(params.id);
  if (!state.ok) error(404, `There is no dossier “${params.id}” here.`);
  const { dossier } = state.value;
  if (readWord(form, 'as') !== 'age') {
    const packed = packDossier(dossier);
    if (!packed.ok) error(422, packed.problems[0]?.message ?? '');
    return sendFile(packed.value, `${params.id}.zip`, 'application/zip');
  }
  const back = (fault: string): never =>
    redirect(303, `/dossiers/${params.id}/export?fault=${fault}#locked`);
  const passphrase = readWord(form, 'passphrase');
  if (passphrase !== readWord(form, 'again')) return back('differ');
  const packed = await packLockedDossier(dossier, passphrase);
  if (!packed.ok) return back('short');
  return sendFile(packed.value, `${params.id}.zip.age`, 'application/octet-stream');
};
