// Signing in and out, by better-auth on the tables of migration 002. Only what a person does at the
// door is here; who has an account and what they may do is in people.ts, members.ts, api-tokens.ts.
import { randomUUID } from 'node:crypto';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Kysely } from 'kysely';
import type { Parsed } from '#lib/model/parsed.ts';
import { findPerson, type Person } from './people.ts';
import { makeSecret } from './secret-text.ts';
import type { ProviderSettings } from './settings.ts';
import type { Tables } from './tables.ts';

export interface AccountSettings {
  /** The address people see. */
  readonly origin: string;
  /** What sessions are signed with; undefined for the one in the database. */
  readonly secret: string | undefined;
  readonly provider: ProviderSettings | undefined;
}

/** A session that was begun or ended: what the browser is to remember of it. */
export interface DoorAnswer {
  readonly setCookies: readonly string[];
}

export interface Accounts {
  readonly signIn: (
    credentials: { readonly email: string; readonly password: string },
    headers: Headers,
  ) => Promise<Parsed<DoorAnswer>>;
  readonly signOut: (headers: Headers) => Promise<DoorAnswer>;
  /** Who a session belongs to: nobody when it is forged, over, or theirs who is shut out. */
  readonly personOf: (headers: Headers) => Promise<Person | undefined>;
  /** Begins to sign in at the identity provider: where the browser goes next. */
  readonly startProvider: (
    back: string,
    headers: Headers,
  ) => Promise<Parsed<DoorAnswer & { readonly location: string }>>;
  /** Answers the identity provider, which sends the browser back. */
  readonly finishProvider: (request: Request) => Promise<Response>;
}

/** The path below which the identity provider sends people back. */
export const authPath = '/auth';

const providerId = 'oidc';
const dayS = 86_400;

/** Opens the door on a database. */
export async function openAccounts(
  db: Kysely<Tables>,
  settings: AccountSettings,
): Promise<Accounts> {
  const secret = settings.secret ?? (await ownSecret(db));
  const auth = betterAuth(describeDoor(db, { ...settings, secret }));
  return {
    signIn: async ({ email, password }, headers) => {
      try {
        const { headers: answer } = await auth.api.signInEmail({
          body: { email, password, rememberMe: true },
          headers: doorHeaders(headers),
          returnHeaders: true,
        });
        return { ok: true, value: { setCookies: answer.getSetCookie() } };
      } catch (error) {
        if (!(error instanceof APIError)) throw error;
        const message = 'This address and password do not belong together.';
        return { ok: false, problems: [{ code: 'sign_in_failed', path: 'password', message }] };
      }
    },
    signOut: async (headers) => {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return { setCookies: answer.getSetCookie() };
    },
    personOf: async (headers) => {
      if (!headers.has('cookie')) return undefined;
      const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      if (session === null) return undefined;
      const person = await findPerson(db, session.user.id);
      return person?.disabled === false ? person : undefined;
    },
    startProvider: async (back, headers) => {
      try {
        const { headers: answer, response } = await auth.api.signInSocial({
          body: { provider: providerId, callbackURL: back, errorCallbackURL: '/sign-in?refused=1' },
          headers: doorHeaders(headers),
          returnHeaders: true,
        });
        const location = response.url;
        if (location === undefined) throw new APIError('SERVICE_UNAVAILABLE');
        return { ok: true, value: { location, setCookies: answer.getSetCookie() } };
      } catch (error) {
        if (!(error instanceof APIError)) throw error;
        const message = 'The identity provider does not answer. Try again in a moment.';
        return { ok: false, problems: [{ code: 'provider_away', path: 'provider', message }] };
      }
    },
    finishProvider: (request) => auth.handler(request),
  };
}

/** Only what signing in has to know: better-auth judges origins itself, and so do the hooks. */
function doorHeaders(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

/** The signing secret of this installation, made at its first start with accounts. */
async function ownSecret(db: Kysely<Tables>): Promise<string> {
  const name = 'sessions';
  await db
    .insertInto('secret')
    .values({ name, value: makeSecret() })
    .onConflict((oc) => oc.column('name').doNothing())
    .execute();
  const query = db.selectFrom('secret').select('value').where('name', '=', name);
  return (await query.executeTakeFirstOrThrow()).value;
}

function describeDoor(
  db: Kysely<Tables>,
  { origin, secret, provider }: AccountSettings & { readonly secret: string },
) {
  return {
    appName: 'Parley',
    baseURL: origin,
    basePath: authPath,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Told "sqlite", the adapter writes times as text and flags as numbers, as all our tables do.
    database: { db, type: 'sqlite' },
    // Attempts are counted by the pages, which also answer those who are turned away.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      expiresIn: 7 * dayS,
      updateAge: dayS,
      fields: {
        ...{ userId: 'person', expiresAt: 'expires_at', ipAddress: 'ip_address' },
        ...{ userAgent: 'user_agent', createdAt: 'created_at', updatedAt: 'updated_at' },
      },
    },
    account: {
      modelName: 'login',
      // The tokens of the provider are of no use after signing in.
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [providerId] },
      fields: {
        ...{ userId: 'person', providerId: 'provider', accountId: 'account' },
        ...{ accessToken: 'access_token', accessTokenExpiresAt: 'access_token_expires_at' },
        ...{ refreshToken: 'refresh_token', refreshTokenExpiresAt: 'refresh_token_expires_at' },
        ...{ idToken: 'id_token', createdAt: 'created_at', updatedAt: 'updated_at' },
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'parley',
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: () => randomUUID() },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const person = await findPerson(db, userId);
            return person?.disabled === false;
          },
        },
      },
    },
    plugins: provider === undefined ? [] : [describeProvider(provider)],
  } satisfies BetterAuthOptions;
}

/** Only people who have an account here get in; the provider vouches for their address. */
const describeProvider = ({ issuer, clientId, clientSecret }: ProviderSettings) =>
  genericOAuth({
    config: [
      {
        providerId,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        ...{ clientId, clientSecret, pkce: true, scopes: ['openid', 'email', 'profile'] },
        disableSignUp: true,
      },
    ],
  });
