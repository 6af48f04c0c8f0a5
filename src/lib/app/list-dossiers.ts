import type { DossierSummary } from '#lib/server/dossier-store.ts';
import type { Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** The dossiers a viewer may read, by id. */
export async function listDossiers(
  { store }: Workspace,
  viewer: Viewer,
): Promise<readonly DossierSummary[]> {
  const all = await store.list();
  return viewer.via === 'alone' ? all : [];
}
