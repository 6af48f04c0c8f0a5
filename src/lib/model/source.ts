import * as z from 'zod';
import { partialDateSchema } from './date.ts';
import { idSchema, languageSchema, wordsSchema } from './id.ts';

/** Where something was read. Cited, never reproduced. `read` is when it was last read. */
export const sourceSchema = z
  .strictObject({
    id: idSchema,
    publisher: wordsSchema,
    title: wordsSchema,
    url: z.url({ protocol: /^https?$/, message: 'a web address that starts with http' }).optional(),
    date: partialDateSchema.optional(),
    read: partialDateSchema.optional(),
    language: languageSchema,
    translator: wordsSchema.optional(),
    note: wordsSchema.optional(),
  })
  .readonly();

export type Source = z.infer<typeof sourceSchema>;
