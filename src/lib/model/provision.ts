import * as z from 'zod';
import { momentSchema } from './date.ts';
import { idSchema, listOf, nonEmptyListOf, wordsSchema } from './id.ts';

/** The six modalities of the deontic hexagon (Blanché 1953; von Wright 1951 for the first four). */
export const modalities = [
  'must',
  'must-not',
  'may',
  'need-not',
  'free',
  'to-be-regulated',
] as const;
export type Modality = (typeof modalities)[number];

/** The speech act a clause performs; kept for display, never computed with. */
export const forces = [
  'demand',
  'offer',
  'refusal',
  'commitment',
  'recognition',
  'principle',
  'procedure',
  'assertion',
] as const;

export const firmnesses = ['red-line', 'firm', 'open', 'wish', 'unstated'] as const;
export type Firmness = (typeof firmnesses)[number];

export const reviewStates = ['suggested', 'confirmed', 'overridden'] as const;
export type ReviewState = (typeof reviewStates)[number];

const reviewSchema = z
  .strictObject({
    state: z.enum(reviewStates),
    by: wordsSchema.optional(),
    at: momentSchema.optional(),
    why: wordsSchema.optional(),
  })
  .readonly();

/** The exact words a provision rests on: offsets within its clause (or rendering), and the words. */
export const quoteSpanSchema = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0), exact: wordsSchema })
  .refine((words) => words.to - words.from === words.exact.length, {
    message: 'from and to do not span as many characters as the words have',
    params: { code: 'words_span' },
  })
  .readonly();

/**
 * The values of a term that a norm accepts, as a closed interval: "up to 250,000" said by the side
 * that is capped is `min` 250,000 (it wants at least that much allowed), said by the side that wants
 * the cap it is `max`. A bare figure is a point. `unset` marks a value the text leaves open. `at`
 * names the event a duration runs from or at which the amount is measured.
 */
export const amountSchema = z
  .strictObject({
    of: idSchema,
    unit: wordsSchema,
    per: wordsSchema.optional(),
    base: wordsSchema.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unset: z.boolean().default(false),
    at: idSchema.optional(),
  })
  .refine((a) => a.unset || a.min !== undefined || a.max !== undefined, {
    message: 'an amount has a min, a max, or is unset',
    params: { code: 'amount_empty' },
  })
  .refine((a) => a.min === undefined || a.max === undefined || a.min <= a.max, {
    message: 'min is larger than max: store the values the text accepts, smallest first',
    params: { code: 'amount_reversed' },
  })
  .readonly();

export type Amount = z.infer<typeof amountSchema>;

/** A condition of a norm: an event that has to happen, or another provision that has to hold. */
export const conditionSchema = z.union([
  z.strictObject({ event: idSchema }).readonly(),
  z.strictObject({ provision: idSchema }).readonly(),
]);

export type Condition = z.infer<typeof conditionSchema>;

const common = {
  id: idSchema,
  clause: idSchema,
  rendering: idSchema.optional(),
  words: quoteSpanSchema,
  issues: nonEmptyListOf(idSchema, 'a provision has at least one issue; the first is its home'),
  force: z.enum(forces),
  firmness: z.enum(firmnesses).default('unstated'),
  vague: listOf(wordsSchema),
  layer: idSchema.default('main'),
  review: reviewSchema.default({ state: 'suggested' }),
  note: wordsSchema.optional(),
};

/** Who must, may or must not do what, where, how much, and given what. */
export const normSchema = z
  .strictObject({
    ...common,
    kind: z.literal('norm'),
    bearers: nonEmptyListOf(idSchema, 'a norm binds at least one actor'),
    counterparties: listOf(idSchema),
    act: idSchema,
    modality: z.enum(modalities),
    scope: z.record(idSchema, z.array(idSchema).min(1).readonly()).readonly().default({}),
    amounts: listOf(amountSchema),
    given: listOf(conditionSchema),
    onlyIf: z.boolean().default(false),
    unconditional: z.boolean().default(false),
    event: idSchema.optional(),
  })
  .refine((norm) => !(norm.unconditional && norm.given.length > 0), {
    message: 'a norm cannot be unconditional and have conditions',
    params: { code: 'condition_contradiction' },
  })
  .refine((norm) => !norm.onlyIf || norm.given.length > 0, {
    message: '"only if" needs the condition it speaks of in `given`',
    params: { code: 'condition_missing' },
  })
  .readonly();

export type Norm = z.infer<typeof normSchema>;

/** `minDays` to `maxDays` pass from `before` to `after`; `strict` when they cannot coincide. */
const orderFields = {
  before: idSchema,
  after: idSchema,
  minDays: z.number().optional(),
  maxDays: z.number().optional(),
  strict: z.boolean().default(false),
};

/** A statement that one event comes before another, optionally by how many days. */
export const orderSchema = z
  .strictObject({ ...common, kind: z.literal('order'), ...orderFields })
  .refine((order) => order.before !== order.after, {
    message: 'an event cannot come before itself',
    params: { code: 'order_loop' },
  })
  .refine((o) => (o.minDays ?? 0) <= (o.maxDays ?? Infinity), {
    message: 'minDays is larger than maxDays',
    params: { code: 'order_reversed' },
  })
  .readonly();

export type Order = z.infer<typeof orderSchema>;

/** A statement of fact: that something holds or does not, optionally with a figure. */
export const claimSchema = z
  .strictObject({
    ...common,
    kind: z.literal('claim'),
    subject: idSchema,
    holds: z.boolean(),
    amount: amountSchema.optional(),
  })
  .readonly();

export type Claim = z.infer<typeof claimSchema>;

/** One proposition a clause states, with the exact words it rests on. */
export const provisionSchema = z.discriminatedUnion('kind', [normSchema, orderSchema, claimSchema]);

export type Provision = z.infer<typeof provisionSchema>;

/** The order fields alone, for context statements that no party made. */
export const bareOrderSchema = z
  .strictObject({ kind: z.literal('order'), ...orderFields })
  .refine((order) => order.before !== order.after, 'an event cannot come before itself')
  .readonly();
