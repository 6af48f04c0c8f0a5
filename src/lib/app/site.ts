import { resolve } from 'node:path';
import process from 'node:process';
import type { Problem } from '#lib/model/parsed.ts';
import { openWorkspace, placeFromEnvironment, type Workspace } from './workspace.ts';

let opening: Promise<Workspace> | undefined;

/**
 * The workspace that pages and endpoints use, opened once a process; it holds nothing of any one
 * visitor. Rejects with `SiteTrouble` when it cannot be opened, and tries again the next time.
 */
export function site(): Promise<Workspace> {
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
  await opened?.close();
}

/** Why the workspace cannot be opened. */
export class SiteTrouble extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.problems = problems;
  }
}

async function open(): Promise<Workspace> {
  const place = placeFromEnvironment(process.env, resolve('.'));
  const opened = await openWorkspace(place, new Date().toISOString());
  if (!opened.ok) throw new SiteTrouble(opened.problems);
  return opened.value;
}
