import * as z from 'zod';
import { variantSchema } from './actor.ts';
import { basisSchema } from './basis.ts';
import { idSchema, listOf, wordsSchema } from './id.ts';

/**
 * Something an actor may do. `label` is a bare infinitive phrase that fits behind "to": "join a
 * military alliance". Order, time and place belong to orders and scopes, never into an act.
 */
export const actSchema = z
  .strictObject({
    id: idSchema,
    label: wordsSchema,
    note: wordsSchema.optional(),
    variants: listOf(variantSchema),
  })
  .readonly();

export type Act = z.infer<typeof actSchema>;

/** How one act bears on another: x *is a kind of* y, x *excludes* y (both ways), x *requires* y. */
export const linkRelations = ['kind-of', 'excludes', 'requires'] as const;
export type LinkRelation = (typeof linkRelations)[number];

/** A link of the lexicon: a judgement about two acts that can be cited, disputed and switched off. */
export const linkSchema = z
  .strictObject({
    id: idSchema,
    from: idSchema,
    relation: z.enum(linkRelations),
    to: idSchema,
    basis: basisSchema,
  })
  .readonly();

export type Link = z.infer<typeof linkSchema>;

/** One indivisible value of a scope dimension: "land", "peacetime". */
export const atomSchema = z.strictObject({ id: idSchema, label: wordsSchema }).readonly();

/** A named whole of a dimension ("the four oblasts") and its parts; that it has them is a premise. */
export const wholeSchema = z
  .strictObject({
    id: idSchema,
    label: wordsSchema,
    parts: z.array(idSchema).min(1).readonly(),
    basis: basisSchema,
  })
  .readonly();

/** A way in which norms are limited (territory, domain, persons, time), with all its values. */
export const dimensionSchema = z
  .strictObject({
    id: idSchema,
    label: wordsSchema,
    universe: z.array(atomSchema).min(1).readonly(),
    wholes: listOf(wholeSchema),
  })
  .readonly();

export type Dimension = z.infer<typeof dimensionSchema>;

/** A happening that steps are ordered by; the label is a noun phrase or short clause. */
export const eventSchema = z
  .strictObject({ id: idSchema, label: wordsSchema, note: wordsSchema.optional() })
  .readonly();

export type Event = z.infer<typeof eventSchema>;

/** What claims are about ("children deported"), or the term an amount measures ("duration"). */
export const termSchema = z
  .strictObject({ id: idSchema, label: wordsSchema, note: wordsSchema.optional() })
  .readonly();

export type Term = z.infer<typeof termSchema>;
