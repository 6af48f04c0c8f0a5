import type { Parsed } from '#lib/model/parsed.ts';
import type { Removed } from '#lib/server/remove-dossier.ts';
import type { Workspace } from './workspace.ts';

/** Deletes a dossier for good, when its title was typed as it stands. */
export async function deleteDossier(
  { store }: Workspace,
  id: string,
  name: string,
): Promise<Parsed<Removed>> {
  const state = await store.load(id);
  if (!state.ok) return state;
  const { title } = state.value.dossier;
  if (name.normalize().trim() === title.normalize().trim()) return store.remove(id);
  const message = `to delete the dossier for good, give its title: "${title}"`;
  return { ok: false, problems: [{ code: 'name_differs', path: 'name', message }] };
}
