import * as z from 'zod';
import { momentSchema } from './date.ts';
import { idSchema, wordsSchema } from './id.ts';

/**
 * A comparison that people come back to, by name: columns, readings, filters and order as the address of
 * the compare page holds them. What it names and the dossier has no longer is told when it is opened.
 */
export const savedViewSchema = z
  .strictObject({
    id: idSchema,
    title: wordsSchema,
    /** The search part of the address, `?…`, or empty for the whole table. */
    search: z
      .string()
      .max(4000)
      .regex(/^(\?[^#\s]*)?$/, 'the part of the address from the question mark on'),
    by: wordsSchema,
    at: momentSchema,
  })
  .readonly();

export type SavedView = z.infer<typeof savedViewSchema>;
