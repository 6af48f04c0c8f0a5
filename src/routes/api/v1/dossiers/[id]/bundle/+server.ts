import { packDossier } from '#lib/app/bundle-archive.ts';
import { site } from '#lib/app/site.ts';
import { refuseProblems } from '../../../answer.ts';
import { sendFile } from '../../../../../send-file.ts';
import type { RequestHandler } from './$types';

/** The dossier as a .zip to import elsewhere, without anybody's private notes. */
export const GET: RequestHandler = async ({ params }) => {
  const { store } = await site();
  const state = await store.load(params.id);
  if (!state.ok) return refuseProblems(state.problems);
  const packed = packDossier(state.value.dossier);
  if (!packed.ok) return refuseProblems(packed.problems);
  return sendFile(packed.value, `${params.id}.zip`, 'application/zip');
};
