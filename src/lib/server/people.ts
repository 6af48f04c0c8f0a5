// Who has an account here, and how they get in.
import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { hashSecret, makeSecret } from './secret-text.ts';
import type { PersonTable, Tables } from './tables.ts';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Whether the whole installation is theirs to run. */
  readonly admin: boolean;
  readonly disabled: boolean;
  readonly createdAt: string;
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly admin: boolean;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

const personOfRow = (row: PersonTable): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  admin: row.admin === 1,
  disabled: row.disabled === 1,
  createdAt: row.created_at,
});

/** Everybody with an account, by name. */
export async function listPeople(db: Kysely<Tables>): Promise<readonly Person[]> {
  const rows = await db.selectFrom('person').selectAll().orderBy('name').execute();
  return rows.map(personOfRow);
}

/** Finds somebody by id or e-mail address. */
export async function findPerson(
  db: Kysely<Tables>,
  idOrEmail: string,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', idOrEmail), eb('email', '=', foldEmail(idOrEmail))]))
    .executeTakeFirst();
  return row && personOfRow(row);
}

const foldEmail = (email: string): string => email.trim().toLowerCase();
const foldName = (name: string): string => name.trim().normalize('NFKC').toLowerCase();

/**
 * Makes an account without any way to sign in yet. The first one takes over the private notes and
 * visits of the time without accounts.
 */
export async function addPerson(
  db: Kysely<Tables>,
  { email, name, admin, at }: NewPerson,
): Promise<Parsed<Person>> {
  const shown = name.trim().normalize();
  const address = foldEmail(email);
  const faults = [...emailFaults(address), ...nameFaults(shown)];
  if (faults.length > 0) return { ok: false, problems: faults };
  return db.transaction().execute(async (trx): Promise<Parsed<Person>> => {
    const people = (await trx.selectFrom('person').selectAll().execute()).map(personOfRow);
    const taken = people.some((person) => person.email === address);
    if (taken) return refused('email', 'email_taken', `there is an account of ${address} already`);
    if (people.some((person) => foldName(person.name) === foldName(shown))) {
      const message = `somebody else is called ${shown}; notes are signed with the name, so choose another`;
      return refused('name', 'name_taken', message);
    }
    const id = randomUUID();
    const row: PersonTable = {
      ...{ id, email: address, name: shown, image: null, disabled: 0 },
      // Whoever made the account vouches for the address.
      ...{ email_verified: 1, admin: admin ? 1 : 0, created_at: at, updated_at: at },
    };
    await trx.insertInto('person').values(row).execute();
    if (people.length === 0) await adoptLoneWork(trx, id);
    return { ok: true, value: personOfRow(row) };
  });
}

const refused = (path: string, code: string, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ code, path, message }],
});

function emailFaults(email: string): Problem[] {
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email) && email.length <= 254) return [];
  return [{ code: 'bad_email', path: 'email', message: 'this is no e-mail address' }];
}

function nameFaults(name: string): Problem[] {
  // Control characters and marks that turn the direction of a text could disguise a name.
  if (name !== '' && name.length <= 80 && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name))
    return [];
  const message = 'a name has 1 to 80 characters, all of them visible';
  return [{ code: 'bad_name', path: 'name', message }];
}

/** The id of the one viewer of the time without accounts. */
const lone = 'alone';

async function adoptLoneWork(trx: Transaction<Tables>, person: string): Promise<void> {
  for (const table of ['record', 'change_part'] as const) {
    await trx
      .updateTable(table)
      .set({ private_to: person })
      .where('private_to', '=', lone)
      .execute();
  }
  await trx.updateTable('visit').set({ viewer: person }).where('viewer', '=', lone).execute();
}

/** What may be changed about somebody. */
export interface PersonChange {
  readonly admin?: boolean;
  readonly disabled?: boolean;
}

/** Changes rights of the whole installation; the last admin stays one. Who is shut out is out at once. */
export async function changePerson(
  db: Kysely<Tables>,
  id: string,
  change: PersonChange,
): Promise<Parsed<Person>> {
  return db.transaction().execute(async (trx): Promise<Parsed<Person>> => {
    const row = await trx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return refused('person', 'unknown_person', 'there is no such account');
    const { admin = row.admin === 1, disabled = row.disabled === 1 } = change;
    const next = { ...row, admin: admin ? 1 : 0, disabled: disabled ? 1 : 0 };
    const others = await trx
      .selectFrom('person')
      .select('id')
      .where('admin', '=', 1)
      .where('disabled', '=', 0)
      .where('id', '!=', id)
      .execute();
    if ((!admin || disabled) && row.admin === 1 && others.length === 0) {
      const message = 'this is the last admin; make somebody else one first';
      return refused('person', 'last_admin', message);
    }
    await trx.updateTable('person').set(next).where('id', '=', id).execute();
    if (disabled) await trx.deleteFrom('session').where('person', '=', id).execute();
    return { ok: true, value: personOfRow(next) };
  });
}

/** Ends every session of somebody; for a lost machine or a new password. */
export async function endSessions(db: Kysely<Tables>, person: string): Promise<void> {
  await db.deleteFrom('session').where('person', '=', person).execute();
}

const invitationDays = 7;

/** Makes the secret of a link by which somebody chooses a password, once, within a week. */
export async function invite(db: Kysely<Tables>, person: string, at: string): Promise<string> {
  const secret = makeSecret();
  const expires = new Date(Date.parse(at) + invitationDays * 86_400_000).toISOString();
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('invitation').where('person', '=', person).execute();
    const row = { hash: hashSecret(secret), person, expires_at: expires };
    await trx.insertInto('invitation').values(row).execute();
  });
  return secret;
}

/** Whom a link invites, as long as it is good. */
export async function findInvited(
  db: Kysely<Tables>,
  secret: string,
  at: string,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person')
    .selectAll('person')
    .where('invitation.hash', '=', hashSecret(secret))
    .where('invitation.expires_at', '>', at)
    .executeTakeFirst();
  return row && personOfRow(row);
}

const shortestPassword = 12;
const longestPassword = 128;

/** Sets the password of somebody: their invitation is used up and their sessions end. */
export async function setPassword(
  db: Kysely<Tables>,
  { person, password, at }: { readonly person: string; readonly password: string; at: string },
): Promise<Parsed<undefined>> {
  if (password.length < shortestPassword || password.length > longestPassword) {
    const message = `a password has ${String(shortestPassword)} to ${String(longestPassword)} characters; four random words make a good one`;
    return refused('password', 'bad_password', message);
  }
  const { hashPassword } = await import('better-auth/crypto');
  const hash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('invitation').where('person', '=', person).execute();
    await trx.deleteFrom('session').where('person', '=', person).execute();
    const own = { person, provider: 'credential', account: person };
    const none = {
      ...{ access_token: null, access_token_expires_at: null, refresh_token: null },
      ...{ refresh_token_expires_at: null, id_token: null, scope: null },
    };
    await trx
      .insertInto('login')
      .values({
        ...{ id: randomUUID(), ...own, ...none, password: hash },
        ...{ created_at: at, updated_at: at },
      })
      .onConflict((oc) =>
        oc.columns(['provider', 'account']).doUpdateSet({ password: hash, updated_at: at }),
      )
      .execute();
  });
  return { ok: true, value: undefined };
}

/** Deletes an account with its sessions, tokens, roles and private notes; what they wrote for all stays. */
export async function removePerson(db: Kysely<Tables>, id: string): Promise<Parsed<Person>> {
  const barred = await changePerson(db, id, { disabled: true });
  if (!barred.ok) return barred;
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('record').where('private_to', '=', id).execute();
    await trx.deleteFrom('change_part').where('private_to', '=', id).execute();
    await trx.deleteFrom('visit').where('viewer', '=', id).execute();
    await trx.deleteFrom('person').where('id', '=', id).execute();
  });
  return barred;
}
