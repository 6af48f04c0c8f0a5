import * as z from 'zod';

/**
 * A name for a record inside one dossier: letters, digits, dot, underscore and hyphen, beginning
 * with a letter or digit, at most 120 characters. Ids serve as file names and link targets, so
 * nothing else is allowed; parties' words never stand in ids.
 */
export const idSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/,
    'an id holds letters, digits, ".", "_" and "-", starts with a letter or digit, and has at most 120 characters',
  );

export type Id = z.infer<typeof idSchema>;

/** A list that is empty when left out, so that hand-written files stay short. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).readonly().default([]);
}

/** A list with at least one entry. */
export function nonEmptyListOf<T extends z.ZodType>(item: T, message: string) {
  return z.array(item).min(1, message).readonly();
}

/** Text that says something: not empty and not only white space. */
export const wordsSchema = z.string().refine((text) => text.trim() !== '', 'must not be empty');

/** A BCP 47 language tag in its usual short forms (`en`, `uk`, `zh-Hant`). */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en", "uk" or "zh-Hant"');
