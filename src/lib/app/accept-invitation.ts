import type { Parsed } from '#lib/model/parsed.ts';
import type { DoorAnswer } from '#lib/server/accounts.ts';
import { findInvited, setPassword, type Person } from '#lib/server/people.ts';
import type { Site } from './site.ts';

/** Whom a link invites; undefined when it is used up, too old, or none. */
export const readInvitation = (
  { database, accounts }: Site,
  secret: string,
  at: string,
): Promise<Person | undefined> =>
  accounts === undefined ? Promise.resolve(undefined) : findInvited(database.db, secret, at);

export interface Acceptance {
  readonly secret: string;
  readonly password: string;
  readonly again: string;
  readonly headers: Headers;
  readonly at: string;
}

/** Sets the chosen password and signs in. */
export async function acceptInvitation(
  site: Site,
  { secret, password, again, headers, at }: Acceptance,
): Promise<Parsed<DoorAnswer>> {
  const person = await readInvitation(site, secret, at);
  const refuse = (path: string, message: string): Parsed<never> => ({
    ok: false,
    problems: [{ code: 'bad_invitation', path, message }],
  });
  if (person === undefined || site.accounts === undefined)
    return refuse('password', 'this link is used up or too old; ask for a new one');
  if (password !== again) return refuse('again', 'the two passwords differ');
  const set = await setPassword(site.database.db, { person: person.id, password, at });
  if (!set.ok) return set;
  return site.accounts.signIn({ email: person.email, password }, headers);
}
