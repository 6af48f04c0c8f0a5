import * as z from 'zod';
import { idSchema, listOf, wordsSchema } from './id.ts';

/** An analyst's field beside the computed relation; nothing is "agreed" by computation. */
export const negotiationStatuses = ['open', 'provisionally-agreed', 'agreed'] as const;
export type NegotiationStatus = (typeof negotiationStatuses)[number];

/** A row id: the parts it was made from joined by `:` (issue and act, event pair, subject …). */
export const rowIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,399}$/, 'a row id such as "alignment:act:be-neutral"');

/**
 * What people decided about a row: its number, once printed, never changes; a later row between 12
 * and 13 is 12a. `mergedInto` folds the row into another; `pins` are provisions moved here by hand,
 * which recomputation leaves in place.
 */
export const rowLedgerSchema = z
  .strictObject({
    id: rowIdSchema,
    number: z.string().regex(/^[1-9]\d{0,5}[a-z]{0,3}$/, 'a row number such as 12 or 12a'),
    title: wordsSchema.optional(),
    issue: idSchema.optional(),
    order: z.number().optional(),
    mergedInto: rowIdSchema.optional(),
    pins: listOf(idSchema),
    commonText: wordsSchema.optional(),
    status: z.enum(negotiationStatuses).optional(),
  })
  .readonly();

/** The first part of the ids of rows that people have made; other rows come from what they are about. */
const handPrefix = 'hand:';

/** Whether a row was made by people, and stays when nothing is in it. */
export const isMadeByHand = (row: string): boolean => row.startsWith(handPrefix);

/** The id of a row that people make, from its slug. */
export const handRowId = (slug: string): string => handPrefix + slug;

export type RowLedger = z.infer<typeof rowLedgerSchema>;
