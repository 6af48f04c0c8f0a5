import * as z from 'zod';
import { spanSchema } from './clause.ts';
import { momentSchema } from './date.ts';
import { idSchema, listOf, wordsSchema } from './id.ts';
import { rowIdSchema } from './row-ledger.ts';

/** The motivations of the W3C Web Annotation vocabulary that notes here can have. */
export const motivations = [
  'commenting',
  'questioning',
  'tagging',
  'linking',
  'replying',
  'assessing',
] as const;

/** W3C TextQuoteSelector: the exact words with up to 64 characters on either side. */
export const textQuoteSchema = z
  .strictObject({
    exact: z.string().min(1),
    prefix: z.string().max(64).default(''),
    suffix: z.string().max(64).default(''),
  })
  .readonly();

const targetSchema = z.union([
  z
    .strictObject({
      clause: idSchema,
      rendering: idSchema.optional(),
      quote: textQuoteSchema,
      position: spanSchema,
    })
    .readonly(),
  z.strictObject({ row: rowIdSchema }).readonly(),
  z.strictObject({ finding: z.string().min(1).max(1000) }).readonly(),
  z.strictObject({ paper: idSchema }).readonly(),
]);

/** A note anchored to a span of a clause, to a row, a finding or a paper. */
export const annotationSchema = z
  .strictObject({
    id: idSchema,
    target: targetSchema,
    body: wordsSchema,
    tags: listOf(wordsSchema),
    author: wordsSchema,
    at: momentSchema,
    thread: idSchema.optional(),
    resolved: z.boolean().default(false),
    motivation: z.enum(motivations).default('commenting'),
    visibility: z.enum(['private', 'dossier']).default('dossier'),
  })
  .readonly();

export type Annotation = z.infer<typeof annotationSchema>;
