import type { Parsed } from '#lib/model/parsed.ts';
import {
  addToken,
  listTokens,
  removeToken,
  tokenScopes,
  type ApiToken,
} from '#lib/server/api-tokens.ts';
import type { Site } from './site.ts';
import type { Viewer } from './viewer.ts';

/** The tokens of somebody, newest first. */
export const listOwnTokens = ({ database }: Site, { id }: Viewer): Promise<readonly ApiToken[]> =>
  listTokens(database.db, id);

export interface TokenWish {
  readonly name: string;
  readonly scope: string;
  /** How many days it is good for, as typed; empty for no end. */
  readonly days: string;
  readonly at: string;
}

const mostTokens = 50;
const mostDays = 3650;

/** Makes a token for a script of somebody; its secret is told this once. */
export async function addOwnToken(
  { accounts, database }: Site,
  { id }: Viewer,
  wish: TokenWish,
): Promise<Parsed<{ readonly secret: string }>> {
  const name = wish.name.trim();
  const scope = tokenScopes.find((known) => known === wish.scope) ?? 'read';
  const days = wish.days.trim() === '' ? undefined : Number(wish.days);
  const refuse = (path: string, message: string): Parsed<never> => ({
    ok: false,
    problems: [{ code: 'bad_token', path, message }],
  });
  if (accounts === undefined) return refuse('name', 'without accounts scripts need no token');
  if (name === '' || name.length > 80)
    return refuse('name', 'say in up to 80 characters what it is for');
  if (days !== undefined && !(Number.isInteger(days) && days > 0 && days <= mostDays))
    return refuse('days', `a whole number of days up to ${String(mostDays)}, or nothing`);
  if ((await listTokens(database.db, id)).length >= mostTokens)
    return refuse('name', 'there are too many tokens; take some back first');
  const expiresAt =
    days === undefined ? null : new Date(Date.parse(wish.at) + days * 86_400_000).toISOString();
  const { secret } = await addToken(database.db, {
    person: id,
    name,
    scope,
    at: wish.at,
    expiresAt,
  });
  return { ok: true, value: { secret } };
}

/** Takes a token back. */
export const forgetOwnToken = ({ database }: Site, { id }: Viewer, token: string): Promise<void> =>
  removeToken(database.db, id, token);
