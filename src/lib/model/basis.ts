import * as z from 'zod';
import { idSchema, listOf, wordsSchema } from './id.ts';

/** What kind of thing a premise asks the reader to accept besides the texts. */
export const premiseKinds = ['definitional', 'legal', 'factual', 'interpretive'] as const;
export type PremiseKind = (typeof premiseKinds)[number];

/**
 * Why a premise is held: a citation, or openly the coder's own judgement; and which actors dispute
 * it. A premise without either is refused: nothing may enter a finding unexplained.
 */
export const basisSchema = z
  .strictObject({
    kind: z.enum(premiseKinds),
    sources: listOf(idSchema),
    judgement: wordsSchema.optional(),
    disputedBy: listOf(idSchema),
  })
  .refine((basis) => basis.sources.length > 0 || basis.judgement !== undefined, {
    message: 'a premise needs a source or the coder’s judgement in words',
    params: { code: 'premise_unfounded' },
  })
  .readonly();

export type Basis = z.infer<typeof basisSchema>;
