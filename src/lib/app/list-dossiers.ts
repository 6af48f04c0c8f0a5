import type { Role } from '#lib/model/role.ts';
import { listRights } from '#lib/server/members.ts';
import type { DossierSummary } from '#lib/server/dossier-store.ts';
import { accountOf, type Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** A dossier a viewer may open, with their role in it. */
export interface ListedDossier extends DossierSummary {
  readonly role: Role;
}

/** The dossiers a viewer may open, by id. */
export async function listDossiers(
  { store, database: { db } }: Workspace,
  viewer: Viewer,
): Promise<readonly ListedDossier[]> {
  const all = await store.list();
  const person = accountOf(viewer);
  if (person === undefined) return all.map((summary) => ({ ...summary, role: 'owner' }));
  const rights = await listRights(db, { person, admin: viewer.admin });
  const roles = new Map(rights.map(({ dossier, role }) => [dossier, role]));
  return all.flatMap((summary) => {
    const role = roles.get(summary.id);
    return role === undefined ? [] : [{ ...summary, role }];
  });
}
