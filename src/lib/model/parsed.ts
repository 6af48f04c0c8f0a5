import type * as z from 'zod';

/**
 * One thing wrong with a piece of input: a stable code for programs, the path to the value
 * (`provisions[3].norm.amounts[0].min`), and a sentence that says what to do.
 */
export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** The outcome of reading untrusted input: the value, or every problem found in it. Never thrown. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Writes a path the way a person would type it: `papers[0].clauses[2].span`. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? String(part) : `.${String(part)}`;
  }
  return text === '' ? '(whole)' : text;
}

/** Reads `input` against `schema`, returning the typed value or all problems with path and code. */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: describeIssues(result.error.issues) };
}

/** Turns what the schema library found into problems with codes and paths. */
export function describeIssues(issues: readonly z.core.$ZodIssue[]): readonly Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, []));
}

/** More problems than anybody reads at once. */
export const mostProblems = 200;

/** At most 200 problems, then one that counts the rest; `left` were found, but not described. */
export function capProblems(problems: readonly Problem[], left = 0): readonly Problem[] {
  const more = Math.max(0, problems.length - mostProblems) + left;
  if (more === 0) return problems;
  const message = `and at least ${more} more problems; mend these first`;
  const rest = { code: 'more_problems', path: '(whole)', message };
  return [...problems.slice(0, mostProblems), rest];
}

/** A failed alternative of a union is told by the problems of the branch that came closest. */
function problemsOf(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): Problem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((errors) => errors.flatMap((e) => problemsOf(e, path)));
    const closest = branches.reduce((a, b) => (b.length < a.length ? b : a));
    if (closest.length > 0) return closest;
  }
  const custom = issue.code === 'custom' && typeof issue.params?.['code'] === 'string';
  const code = custom ? String(issue.params['code']) : issue.code;
  return [{ code, path: formatPath(path), message: issue.message }];
}
