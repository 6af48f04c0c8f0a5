import type { Parsed } from '#lib/model/parsed.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { loadFolders } from './load-folders.ts';
import type { Workspace } from './workspace.ts';

export type { StoredState };

/**
 * Reads a dossier for a page. One that is not in the database may have been put into the data folder
 * as a bundle since the last look, so that place is looked at once more.
 */
export async function openDossier(
  workspace: Workspace,
  id: string,
  now: string,
): Promise<Parsed<StoredState>> {
  const state = await workspace.store.load(id);
  if (state.ok || state.problems[0]?.code !== 'unknown_dossier') return state;
  await loadFolders(workspace, now);
  const again = await workspace.store.load(id);
  if (again.ok) return again;
  // A bundle of that name that cannot be read is worth more than "there is none".
  const entry = (await workspace.folders.list()).find((candidate) => candidate.id === id);
  return entry?.loaded.ok === false ? entry.loaded : again;
}
