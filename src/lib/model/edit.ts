import * as z from 'zod';
import { parseWith, type Parsed } from './parsed.ts';
import { recordIdSchema, recordKinds } from './record.ts';

const target = { kind: z.enum(recordKinds), id: recordIdSchema };

/** The version of the record that the editor had before the eyes. */
const baseSchema = z.int().min(1);

/**
 * One edit of one record. `put` makes a record (`base` null) or replaces its body; `after` names the
 * record of the same kind that it stands behind, null for the first place; left out, a new record
 * goes to the end and an old one stays. The body of a new paper may carry its `text`, which never
 * changes afterwards. `delete` takes a record out, `move` only changes its place.
 */
export const editSchema = z.discriminatedUnion('op', [
  z
    .strictObject({
      op: z.literal('put'),
      ...target,
      base: baseSchema.nullable(),
      body: z.record(z.string(), z.unknown()),
      after: recordIdSchema.nullable().optional(),
    })
    .readonly(),
  z.strictObject({ op: z.literal('delete'), ...target, base: baseSchema }).readonly(),
  z
    .strictObject({
      op: z.literal('move'),
      ...target,
      base: baseSchema,
      after: recordIdSchema.nullable(),
    })
    .readonly(),
]);

export type Edit = z.infer<typeof editSchema>;

/** The most edits of one change; an import of a large dossier needs many. */
const mostEdits = 50_000;

/**
 * What a client asks for: edits that happen together or not at all. `request` is a name of the
 * client's choice: asking again with the same name changes nothing and gives the first answer.
 */
export const changeRequestSchema = z
  .strictObject({
    request: z
      .string()
      .regex(/^[\w.:-]{1,100}$/, 'a name of up to 100 letters, digits and . : _ -')
      .optional(),
    note: z.string().trim().min(1).max(2000).optional(),
    edits: z.array(editSchema).min(1, 'a change has at least one edit').max(mostEdits).readonly(),
  })
  .readonly();

export type ChangeRequest = z.infer<typeof changeRequestSchema>;

/** Reads what a client asks to change. */
export const parseChangeRequest = (input: unknown): Parsed<ChangeRequest> =>
  parseWith(changeRequestSchema, input);
