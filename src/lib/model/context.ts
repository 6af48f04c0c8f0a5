import * as z from 'zod';
import { basisSchema } from './basis.ts';
import { partialDateSchema } from './date.ts';
import { idSchema, listOf, wordsSchema } from './id.ts';
import { bareOrderSchema } from './provision.ts';

/**
 * A cited fact or rule of law that belongs to no party and may serve as a premise; `states` is the
 * order of events it implies. It can be switched off, and findings recompute.
 */
const premiseContextSchema = z
  .strictObject({
    id: idSchema,
    role: z.literal('premise'),
    title: wordsSchema,
    text: wordsSchema,
    issues: listOf(idSchema),
    basis: basisSchema,
    states: bareOrderSchema.optional(),
  })
  .readonly();

/** Somebody's evaluation ("amounts to regime change") or background: displayed, never a premise. */
const displayedContextSchema = z
  .strictObject({
    id: idSchema,
    role: z.enum(['assessment', 'background']),
    title: wordsSchema,
    text: wordsSchema,
    issues: listOf(idSchema),
    by: wordsSchema.optional(),
    dated: partialDateSchema.optional(),
    sources: z.array(idSchema).min(1, 'context is cited').readonly(),
  })
  .readonly();

export const contextSchema = z.discriminatedUnion('role', [
  premiseContextSchema,
  displayedContextSchema,
]);

export type Context = z.infer<typeof contextSchema>;
