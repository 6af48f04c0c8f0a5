import { resolve } from 'node:path';
import process from 'node:process';
import type { Problem } from '#lib/model/parsed.ts';
import type { Accounts } from '#lib/server/accounts.ts';
import { openLiveHub, type LiveHub } from '#lib/server/live-hub.ts';
import { openLog, type Log } from '#lib/server/log.ts';
import { listPeople } from '#lib/server/people.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { openRateLimits, type RateLimits } from './rate-limits.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** The workspace of a server, with how people get in. */
export interface Site extends Workspace {
  readonly settings: Settings;
  /** The door; undefined for the one analyst who needs none. */
  readonly accounts: Accounts | undefined;
  readonly limits: RateLimits;
  readonly log: Log;
  readonly live: LiveHub;
}

let opening: Promise<Site> | undefined;

/**
 * The workspace that pages and endpoints use, opened once a process; it holds nothing of any one
 * visitor. Rejects with `SiteTrouble` when it cannot be opened, and tries again the next time.
 */
export function site(): Promise<Site> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** Closes what was opened, for the end of the process. */
export async function closeSite(): Promise<void> {
  const opened = await opening?.catch(() => undefined);
  opening = undefined;
  await opened?.live.close();
  await opened?.close();
}

/** Ends the streams that would keep the server from ending; everything else is finished first. */
export async function endStreams(): Promise<void> {
  const opened = await opening?.catch(() => undefined);
  await opened?.live.close();
}

/** Why the workspace cannot be opened. */
export class SiteTrouble extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

async function open(): Promise<Site> {
  const read = readSettings(process.env);
  if (!read.ok) throw new SiteTrouble(read.problems);
  const settings = read.value;
  const { dataFolder, database } = settings;
  const place = { dataFolder, database, examples: resolve('data') };
  const opened = await openWorkspace(place, new Date().toISOString());
  if (!opened.ok) throw new SiteTrouble(opened.problems);
  const workspace = opened.value;
  try {
    const accounts =
      settings.accounts === 'required' ? await openDoor(workspace, settings) : undefined;
    return {
      ...workspace,
      settings,
      accounts,
      limits: openRateLimits(),
      log: openLog(settings.log),
      live: openLiveHub(workspace.database, workspace.store),
    };
  } catch (error) {
    await workspace.close();
    throw error;
  }
}

/** Opens the door, when there is somebody to run the place; refuses to start otherwise. */
async function openDoor(
  { database: { db } }: Workspace,
  { origin, secret, provider }: Settings,
): Promise<Accounts> {
  const people = await listPeople(db);
  if (!people.some(({ admin, disabled }) => admin && !disabled)) {
    const message =
      'this address can be reached by others, so people have to sign in, and nobody has an account yet. Make the first one with "npx parley people add you@example.org --admin" (with the same PARLEY_DATA or DATABASE_URL), or serve on HOST=127.0.0.1 for yourself alone';
    throw new SiteTrouble([{ code: 'no_admin', path: 'accounts', message }]);
  }
  if (origin === undefined) {
    const message =
      'is needed where people sign in: the address they see, like https://parley.example.org';
    throw new SiteTrouble([{ code: 'bad_setting', path: 'ORIGIN', message }]);
  }
  // Loaded when needed: the lone analyst never pays for it.
  const { openAccounts } = await import('#lib/server/accounts.ts');
  return openAccounts(db, { origin, secret, provider });
}
