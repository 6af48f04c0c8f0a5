import * as z from 'zod';
import { momentSchema } from './date.ts';
import { idSchema, wordsSchema } from './id.ts';
import { relations } from './relation.ts';
import { rowIdSchema } from './row-ledger.ts';

/**
 * An analyst's own judgement on a row or on one finding, shown beside the computed one. `inputs` are
 * the digests of everything the row rested on when it was made; when they change, it is stale.
 */
export const verdictSchema = z
  .strictObject({
    id: idSchema,
    target: z.union([
      z.strictObject({ row: rowIdSchema }).readonly(),
      z.strictObject({ finding: z.string().min(1).max(1000) }).readonly(),
    ]),
    relation: z.enum(relations),
    reason: wordsSchema,
    author: wordsSchema,
    at: momentSchema,
    inputs: z.array(z.string().max(1000)).readonly(),
  })
  .readonly();

export type Verdict = z.infer<typeof verdictSchema>;
