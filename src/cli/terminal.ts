import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { FoundDossier } from '#lib/app/find-dossier.ts';
import type { WorkspacePlace } from '#lib/app/workspace.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';

/** What the command tells the program that called it. */
export const exitCodes = { fine: 0, incompatible: 1, trouble: 2 } as const;

const root = join(import.meta.dirname, '..', '..');

/** The version of this Parley, as its package.json says. */
export function readVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

/**
 * The dossier a person named: a folder, or an id of the database or the examples. Loaded when it is
 * needed, as all of the program that is large, so that help and complaints about arguments come at
 * once.
 */
export async function findUsersDossier(reference: string): Promise<Parsed<FoundDossier>> {
  const { findDossier } = await import('#lib/app/find-dossier.ts');
  return findDossier(reference, await usersPlace());
}

/** Where the data of whoever runs the command lies. */
export async function usersPlace(): Promise<WorkspacePlace> {
  const { placeFromEnvironment } = await import('#lib/app/workspace.ts');
  return placeFromEnvironment(process.env, root);
}

/** Problems and progress go to stderr, so that stdout holds the result alone. */
export function tell(line: string): void {
  process.stderr.write(`${line.replace(/[^\P{Cc}\n\t]/gu, '')}\n`);
}

/** What is wrong, where, and what to do about it, a line each. */
export function tellProblems(problems: readonly Problem[], severity = 'error'): void {
  for (const { code, path, message } of problems)
    tell(`${severity}: ${path}: ${message} [${code}]`);
}

/** Ends the command with trouble; with --json the problems also go to stdout. */
export function failWith(problems: readonly Problem[], json: boolean): void {
  tellProblems(problems);
  if (json) process.stdout.write(`${JSON.stringify({ problems }, null, '\t')}\n`);
  process.exitCode = exitCodes.trouble;
}
