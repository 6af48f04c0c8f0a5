// Who may do what in a dossier.
import type { Parsed } from '#lib/model/parsed.ts';
import { isRole, roles } from '#lib/model/role.ts';
import { listMembers, setMember, type Member } from '#lib/server/members.ts';
import { findPerson } from '#lib/server/people.ts';
import type { Workspace } from './workspace.ts';

/** Everybody with a role in a dossier, by name. */
export const listDossierMembers = (
  { database }: Workspace,
  dossier: string,
): Promise<readonly Member[]> => listMembers(database.db, dossier);

/** Gives somebody a role in a dossier, or takes it (`role` empty). */
export async function setDossierMember(
  { database: { db } }: Workspace,
  dossier: string,
  { person: idOrEmail, role }: { readonly person: string; readonly role: string },
): Promise<Parsed<undefined>> {
  const person = await findPerson(db, idOrEmail);
  if (person === undefined) {
    const message = 'there is no account of this address; an admin can make one';
    return { ok: false, problems: [{ code: 'unknown_person', path: 'person', message }] };
  }
  if (role === '') return setMember(db, dossier, { person: person.id, role: undefined });
  if (isRole(role)) return setMember(db, dossier, { person: person.id, role });
  const message = `a role is one of ${roles.join(', ')}`;
  return { ok: false, problems: [{ code: 'unknown_role', path: 'role', message }] };
}
