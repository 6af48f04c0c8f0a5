import type { Parsed } from '#lib/model/parsed.ts';
import type { DoorAnswer } from '#lib/server/accounts.ts';
import { endSessions, findPerson, setPassword } from '#lib/server/people.ts';
import type { Site } from './site.ts';
import { accountOf, type Viewer } from './viewer.ts';

export interface NewPassword {
  readonly current: string;
  readonly next: string;
  readonly again: string;
  readonly headers: Headers;
  readonly at: string;
}

const fault = (path: string, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ code: 'bad_password', path, message }],
});

/** Changes one's own password, knowing the old one; every other session of theirs ends. */
export async function changeOwnPassword(
  { accounts, limits, database: { db } }: Site,
  viewer: Viewer,
  { current, next, again, headers, at }: NewPassword,
): Promise<Parsed<DoorAnswer>> {
  const person = await findPerson(db, viewer.id);
  if (accounts === undefined || person === undefined)
    return fault('current', 'there are no accounts here');
  if (next !== again) return fault('again', 'the two new passwords differ');
  const allowance = await limits.trySignIn(`account:${viewer.id}`, person.email);
  if (!allowance.ok) return fault('current', 'too many attempts; try again in some minutes');
  const known = await accounts.signIn({ email: person.email, password: current }, headers);
  if (!known.ok) return fault('current', 'this is not your password');
  await limits.forgive(person.email);
  const set = await setPassword(db, { person: viewer.id, password: next, at });
  if (!set.ok) return fault('next', set.problems[0]?.message ?? '');
  return accounts.signIn({ email: person.email, password: next }, headers);
}

/** Signs out here. */
export async function leave({ accounts }: Site, headers: Headers): Promise<readonly string[]> {
  return accounts === undefined ? [] : (await accounts.signOut(headers)).setCookies;
}

/** Signs out everywhere. */
export async function endOwnSessions({ database }: Site, viewer: Viewer): Promise<void> {
  const person = accountOf(viewer);
  if (person !== undefined) await endSessions(database.db, person);
}
