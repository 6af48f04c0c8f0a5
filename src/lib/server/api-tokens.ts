// What scripts sign in with, in the place of a password.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hashSecret, makeSecret } from './secret-text.ts';
import type { ApiTokenTable, Tables } from './tables.ts';

/** What a token may: read what its person may read, or everything its person may do in dossiers. */
export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly createdAt: string;
  /** Null for one that is good until it is taken back. */
  readonly expiresAt: string | null;
  readonly usedAt: string | null;
}

/** By this beginning people and scanners know what they found. */
const prefix = 'parley_';

const tokenOfRow = (row: ApiTokenTable): ApiToken => ({
  id: row.id,
  name: row.name,
  scope: row.scope === 'write' ? 'write' : 'read',
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
});

/** The tokens of somebody, newest first; never their secrets, which nobody knows any more. */
export async function listTokens(db: Kysely<Tables>, person: string): Promise<readonly ApiToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('person', '=', person)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(tokenOfRow);
}

export interface NewToken {
  readonly person: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly at: string;
  readonly expiresAt: string | null;
}

/** Makes a token; its secret is told this once. */
export async function addToken(
  db: Kysely<Tables>,
  { person, name, scope, at, expiresAt }: NewToken,
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const secret = `${prefix}${makeSecret()}`;
  const row: ApiTokenTable = {
    ...{ id: randomUUID(), hash: hashSecret(secret), person, name, scope },
    ...{ created_at: at, expires_at: expiresAt, used_at: null },
  };
  await db.insertInto('api_token').values(row).execute();
  return { token: tokenOfRow(row), secret };
}

/** Takes a token back. */
export async function removeToken(db: Kysely<Tables>, person: string, id: string): Promise<void> {
  await db.deleteFrom('api_token').where('person', '=', person).where('id', '=', id).execute();
}

const hourMs = 3_600_000;

/** Whose token this is, and what it may; undefined for one that is not or no longer good. */
export async function findTokenOwner(
  db: Kysely<Tables>,
  secret: string,
  at: string,
): Promise<{ readonly person: string; readonly scope: TokenScope } | undefined> {
  if (!secret.startsWith(prefix) || secret.length > 100) return undefined;
  const row = await db
    .selectFrom('api_token')
    .selectAll()
    .where('hash', '=', hashSecret(secret))
    .executeTakeFirst();
  if (row === undefined || (row.expires_at !== null && row.expires_at <= at)) return undefined;
  // Written once an hour: when it was used last is for people, not for counting.
  if (row.used_at === null || Date.parse(at) - Date.parse(row.used_at) > hourMs)
    await db.updateTable('api_token').set({ used_at: at }).where('id', '=', row.id).execute();
  return { person: row.person, scope: tokenOfRow(row).scope };
}
