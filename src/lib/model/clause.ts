import * as z from 'zod';
import { idSchema, languageSchema, listOf, wordsSchema } from './id.ts';

/** Offsets in UTF-16 units, `[from, to)`, as JavaScript strings are indexed. */
export const spanSchema = z
  .strictObject({ from: z.int().min(0), to: z.int().min(0) })
  .refine((span) => span.from <= span.to, 'a span ends where it begins or later')
  .readonly();

export type Span = z.infer<typeof spanSchema>;

/** Whether the words of a clause are before us, were struck out by its party, or are unknown to us. */
export const availabilities = ['present', 'deleted', 'not-available'] as const;
export type Availability = (typeof availabilities)[number];

/**
 * The same clause in another language, translation or report. `differs` says what a reader has to
 * know: another force, another cut of the items, or only other wording.
 */
export const renderingSchema = z
  .strictObject({
    id: idSchema,
    language: languageSchema,
    text: wordsSchema,
    translator: wordsSchema.optional(),
    source: idSchema.optional(),
    differs: z.enum(['force', 'cut', 'wording']).optional(),
    note: wordsSchema.optional(),
  })
  .readonly();

export type Rendering = z.infer<typeof renderingSchema>;

/**
 * A numbered unit of a paper's text. `parent` makes the tree; a `section` only holds others.
 * `span` is its place in the paper's text; a deleted or unavailable clause has an empty span.
 * `continues` names the clause of the base or superseded paper that this one descends from.
 * `issues` and `beside` place a clause in the table until its provisions do: the issues it seems to
 * touch, likeliest first, and the clauses of other papers that seem to speak of the same.
 */
export const clauseSchema = z
  .strictObject({
    id: idSchema,
    locator: wordsSchema,
    locatorInferred: z.boolean().default(false),
    kind: z.enum(['section', 'clause']).default('clause'),
    heading: wordsSchema.optional(),
    span: spanSchema,
    parent: idSchema.optional(),
    option: z.strictObject({ group: idSchema, choice: idSchema }).readonly().optional(),
    availability: z.enum(availabilities).default('present'),
    continues: idSchema.optional(),
    issues: listOf(idSchema),
    beside: listOf(idSchema),
    renderings: listOf(renderingSchema),
    sources: listOf(idSchema),
    note: wordsSchema.optional(),
  })
  .readonly();

export type Clause = z.infer<typeof clauseSchema>;
