import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Library } from '#lib/app/library.ts';
import type { Problem } from '#lib/model/parsed.ts';

/** What the command tells the program that called it. */
export const exitCodes = { fine: 0, incompatible: 1, trouble: 2 } as const;

const root = join(import.meta.dirname, '..', '..');

/** The version of this Parley, as its package.json says. */
export function readVersion(): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

/**
 * The examples of this checkout and the own dossiers of PARLEY_DATA. Loaded when it is needed, as all
 * of the program that is large, so that help and complaints about arguments come at once.
 */
export async function openUsersLibrary(): Promise<Library> {
  const { openLibrary, ownDossiers } = await import('#lib/app/library.ts');
  return openLibrary({
    examples: join(root, 'data'),
    own: ownDossiers(process.env['PARLEY_DATA']),
  });
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
