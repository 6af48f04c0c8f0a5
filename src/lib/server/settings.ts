// What an operator sets by environment variables, read and checked once at the start.
// docs/operation.md tells about each.
import { resolve } from 'node:path';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import type { DatabasePlace } from './database.ts';

/** An identity provider people sign in through. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says. */
  readonly name: string;
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Settings {
  readonly dataFolder: string;
  readonly database: DatabasePlace;
  /** `alone`: everybody who reaches the address is the one analyst; `required`: people sign in. */
  readonly accounts: 'alone' | 'required';
  /** The address people see, without a path; undefined when the server finds it itself. */
  readonly origin: string | undefined;
  /** What sessions are signed with; undefined to make and keep one in the database. */
  readonly secret: string | undefined;
  /** How the lone analyst is called in notes and history. */
  readonly loneName: string;
  readonly log: LogLevel;
  readonly provider: ProviderSettings | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; names every variable that cannot be followed and what it may be. */
export function readSettings(env: Environment): Parsed<Settings> {
  const problems: Problem[] = [];
  const refuse = (path: string, message: string): void => {
    problems.push({ code: 'bad_setting', path, message });
  };
  const origin = readOrigin(env['ORIGIN'], refuse);
  const accounts = readAccounts(env, origin, refuse);
  const settings: Settings = {
    ...readStorage(env),
    accounts,
    origin,
    secret: readSecret(env['PARLEY_SECRET'], refuse),
    loneName: env['PARLEY_NAME']?.trim() || 'You',
    log: readLogLevel(env['PARLEY_LOG'], { accounts, refuse }),
    provider: readProvider(env, refuse),
  };
  const url = env['DATABASE_URL'];
  if (url && !/^postgres(ql)?:\/\/./.test(url)) {
    refuse(
      'DATABASE_URL',
      'has to begin with postgres:// (leave it out for the embedded database)',
    );
  }
  if (settings.provider !== undefined && origin === undefined)
    refuse('ORIGIN', 'is needed with OIDC_ISSUER, so that the provider can send people back');
  return problems.length === 0 ? { ok: true, value: settings } : { ok: false, problems };
}

/** Where the data lies; for programs that only need that. */
export function readStorage(env: Environment): Pick<Settings, 'dataFolder' | 'database'> {
  const dataFolder = resolve(env['PARLEY_DATA'] || '.parley');
  const url = env['DATABASE_URL'] ?? '';
  const database: DatabasePlace =
    url === ''
      ? { engine: 'sqlite', file: resolve(dataFolder, 'parley.db') }
      : { engine: 'postgres', url };
  return { dataFolder, database };
}

type Refuse = (path: string, message: string) => void;

function readOrigin(text: string | undefined, refuse: Refuse): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search)
    return url.origin;
  refuse('ORIGIN', 'has to be the address people see, like https://parley.example.org');
  return undefined;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/**
 * Without accounts everybody who reaches the server may do everything, so that is only done where
 * nobody else can: on a loopback address that is also the one people type.
 */
function readAccounts(
  env: Environment,
  origin: string | undefined,
  refuse: Refuse,
): Settings['accounts'] {
  const asked = env['PARLEY_ACCOUNTS'] || 'auto';
  const isOpen =
    !isLoopback(env['HOST'] || '0.0.0.0') ||
    Boolean(env['SOCKET_PATH']) ||
    (origin !== undefined && !isLoopback(new URL(origin).hostname));
  if (asked === 'required') return 'required';
  if (asked !== 'auto') refuse('PARLEY_ACCOUNTS', 'may be "required" or left out');
  return isOpen ? 'required' : 'alone';
}

const shortestSecret = 32;

function readSecret(text: string | undefined, refuse: Refuse): string | undefined {
  if (!text) return undefined;
  if (text.length < shortestSecret)
    refuse('PARLEY_SECRET', `needs at least ${String(shortestSecret)} characters, made at random`);
  return text;
}

function readLogLevel(
  text: string | undefined,
  { accounts, refuse }: { readonly accounts: Settings['accounts']; readonly refuse: Refuse },
): LogLevel {
  const usual = accounts === 'alone' ? 'warn' : 'info';
  if (!text) return usual;
  const level = logLevels.find((known) => known === text);
  if (level === undefined) refuse('PARLEY_LOG', `may be one of ${logLevels.join(', ')}`);
  return level ?? usual;
}

function readProvider(env: Environment, refuse: Refuse): ProviderSettings | undefined {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const [issuer = '', clientId = '', clientSecret = ''] = names.map((name) => env[name] ?? '');
  if (issuer === '' && clientId === '' && clientSecret === '') return undefined;
  for (const name of names) {
    if (!env[name]) refuse(name, 'is missing; the other OIDC_ variables are set');
  }
  if (issuer !== '' && !/^https:\/\//.test(issuer) && !/^http:\/\/(127\.|localhost)/.test(issuer))
    refuse('OIDC_ISSUER', 'has to be the https:// address of the identity provider');
  return { issuer, clientId, clientSecret, name: env['OIDC_NAME'] || 'single sign-on' };
}
