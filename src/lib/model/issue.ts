import * as z from 'zod';
import { idSchema, wordsSchema } from './id.ts';

/**
 * A node of the dossier's topic tree; rows are grouped by it, in the order of the list. `question`
 * is the neutral question the issue asks; `paxCode` its category in the PA-X taxonomy of peace
 * agreements, where there is one.
 */
export const issueSchema = z
  .strictObject({
    id: idSchema,
    label: wordsSchema,
    question: wordsSchema.optional(),
    parent: idSchema.optional(),
    paxCode: wordsSchema.optional(),
  })
  .readonly();

export type Issue = z.infer<typeof issueSchema>;
