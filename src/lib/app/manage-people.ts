// What an admin does with accounts.
import type { Parsed } from '#lib/model/parsed.ts';
import {
  addPerson,
  changePerson,
  findPerson,
  invite,
  listPeople,
  removePerson,
  type Person,
  type PersonChange,
} from '#lib/server/people.ts';
import type { Workspace } from './workspace.ts';

type WithDatabase = Pick<Workspace, 'database'>;

/** Everybody with an account, by name. */
export const listAccounts = ({ database }: WithDatabase): Promise<readonly Person[]> =>
  listPeople(database.db);

/** Somebody who is to choose a password at a link. */
export interface Invited {
  readonly person: Person;
  /** The path of the link, good once and for a week. */
  readonly path: string;
}

/** Makes an account; its person chooses the password at the link. */
export async function addAccount(
  { database: { db } }: WithDatabase,
  wish: { readonly email: string; readonly name: string; readonly admin: boolean; at: string },
): Promise<Parsed<Invited>> {
  const name = wish.name.trim() === '' ? (wish.email.split('@')[0] ?? '') : wish.name;
  const added = await addPerson(db, { ...wish, name });
  if (!added.ok) return added;
  const secret = await invite(db, added.value.id, wish.at);
  return { ok: true, value: { person: added.value, path: invitePath(secret) } };
}

const invitePath = (secret: string): string => `/invite/${secret}`;

const unknown: Parsed<never> = {
  ok: false,
  problems: [{ code: 'unknown_person', path: 'person', message: 'there is no such account' }],
};

/** Makes a new link for somebody who lost the old one or the password. */
export async function inviteAgain(
  { database: { db } }: WithDatabase,
  idOrEmail: string,
  at: string,
): Promise<Parsed<Invited>> {
  const person = await findPerson(db, idOrEmail);
  if (person === undefined) return unknown;
  return { ok: true, value: { person, path: invitePath(await invite(db, person.id, at)) } };
}

/** Makes somebody admin or not, shuts them out or lets them in again. */
export async function changeAccount(
  { database: { db } }: WithDatabase,
  idOrEmail: string,
  change: PersonChange,
): Promise<Parsed<Person>> {
  const person = await findPerson(db, idOrEmail);
  return person === undefined ? unknown : changePerson(db, person.id, change);
}

/** Deletes an account with its tokens, roles and private notes. */
export async function removeAccount(
  { database: { db } }: WithDatabase,
  idOrEmail: string,
): Promise<Parsed<Person>> {
  const person = await findPerson(db, idOrEmail);
  return person === undefined ? unknown : removePerson(db, person.id);
}
