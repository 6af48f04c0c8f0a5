import { findTokenOwner } from '#lib/server/api-tokens.ts';
import { listRights } from '#lib/server/members.ts';
import { findPerson } from '#lib/server/people.ts';
import type { Role } from '#lib/model/role.ts';
import type { Site } from './site.ts';
import { accountOf, loneViewer, type Viewer } from './viewer.ts';

/** Says who sent a request, by its API token or its session; undefined for a stranger. */
export async function identifyViewer(
  { accounts, settings, database: { db } }: Site,
  headers: Headers,
  at: string,
): Promise<Viewer | undefined> {
  if (accounts === undefined) return loneViewer(settings.loneName);
  const secret = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (secret !== undefined) {
    const owner = await findTokenOwner(db, secret, at);
    const person = owner && (await findPerson(db, owner.person));
    if (person === undefined || person.disabled) return undefined;
    const { id, name } = person;
    // Running the installation takes a person, not a script.
    return { id, name, admin: false, via: 'token', readOnly: owner?.scope !== 'write' };
  }
  const person = await accounts.personOf(headers);
  if (person === undefined) return undefined;
  const { id, name, admin } = person;
  return { id, name, admin, via: 'session', readOnly: false };
}

/** The role of a viewer in a dossier; undefined when they may not know of it. */
export async function findRole(
  { database: { db } }: Pick<Site, 'database'>,
  viewer: Viewer,
  dossier: string,
): Promise<Role | undefined> {
  const person = accountOf(viewer);
  if (person === undefined) return 'owner';
  const [right] = await listRights(db, { person, admin: viewer.admin, dossier });
  return right?.role;
}
