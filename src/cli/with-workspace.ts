import process from 'node:process';
import type { Workspace } from '#lib/app/workspace.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { failWith, usersPlace } from './terminal.ts';

/** Opens the database for a moment; a server may be running on it meanwhile. */
export async function withWorkspace(run: (workspace: Workspace) => Promise<void>): Promise<void> {
  const { openWorkspace } = await import('#lib/app/workspace.ts');
  const opened = await openWorkspace(await usersPlace(), new Date().toISOString());
  if (!opened.ok) {
    failWith(opened.problems, false);
    return;
  }
  try {
    await run(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** Prints what came of it, or what is wrong. */
export function report<T>(outcome: Parsed<T>, say: (value: T) => string): void {
  if (outcome.ok) process.stdout.write(`${say(outcome.value)}\n`);
  else failWith(outcome.problems, false);
}
