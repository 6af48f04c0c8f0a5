import * as z from 'zod';
import { basisSchema } from './basis.ts';
import { idSchema, listOf, wordsSchema } from './id.ts';

/** A name as one party writes it; shown in the glossary and kept inside quotations. */
export const variantSchema = z
  .strictObject({ text: wordsSchema, usedBy: listOf(idSchema) })
  .readonly();

/**
 * Anyone who can be bound: a party, an alliance, "third states", "guarantors", "anyone". An actor
 * with parts is the group of them; that the group consists of these is a premise (`basis`), save for
 * `everyone`, which by the meaning of the word covers every actor of the dossier.
 */
export const actorSchema = z
  .strictObject({
    id: idSchema,
    name: wordsSchema,
    party: z.boolean().default(false),
    everyone: z.boolean().default(false),
    parts: listOf(idSchema),
    basis: basisSchema.optional(),
    variants: listOf(variantSchema),
    note: wordsSchema.optional(),
  })
  .refine((actor) => actor.parts.length === 0 || actor.basis !== undefined, {
    message: 'an actor with parts says on what basis it consists of them',
    path: ['basis'],
    params: { code: 'premise_unfounded' },
  })
  .readonly();

export type Actor = z.infer<typeof actorSchema>;
