import type { Problem } from '#lib/model/parsed.ts';

/** The text of a form field; empty for one that is missing or a file. */
export function readWord(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The messages of problems by field, the first of each. */
export const faultsOf = (problems: readonly Problem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(problems.toReversed().map(({ path, message }) => [path, message]));
