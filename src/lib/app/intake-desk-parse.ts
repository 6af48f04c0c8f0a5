/**
 * What lies on a desk where papers are prepared: files, the parts they were divided into, what was
 * typed about each part, and every edit of its cuts. All words are kept as they were typed; whether
 * they make sense is asked when the draft is made.
 */
import * as z from 'zod';
import type { ReadDocument } from '#lib/intake/document.ts';
import { revisionViews } from '#lib/intake/document.ts';
import { partRoles } from '#lib/intake/parts/part.ts';
import type { CutEdit } from '#lib/intake/segment/edit-cuts.ts';
import { pieceKinds } from '#lib/intake/segment/segmentation.ts';
import { spanSchema } from '#lib/model/clause.ts';
import { textKinds } from '#lib/model/paper.ts';
import { parseWith, type Parsed } from '#lib/model/parsed.ts';

/** The fields of the form of a paper, in its order. */
export const paperFields = [
  'party',
  'title',
  'dated',
  'kind',
  'textKind',
  'textBy',
  'attribution',
  'language',
  'publisher',
  'sourceTitle',
  'url',
  'sourceDate',
  'read',
] as const;
export type PaperField = (typeof paperFields)[number];

const paperWordsSchema = z.record(z.enum(paperFields), z.string()).readonly();

/** What the form of a paper holds; empty words are left out of the paper. */
export type PaperWords = z.infer<typeof paperWordsSchema>;

const piece = { piece: z.string().max(40) };
const label = z.string().max(200);

/** An edit of the cuts, as `applyCutEdit` takes it. */
const cutEditSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('merge'), ...piece }).readonly(),
  z.strictObject({ op: z.literal('split'), ...piece, at: z.int().min(0) }).readonly(),
  z.strictObject({ op: z.literal('renumber'), ...piece, locator: label }).readonly(),
  z.strictObject({ op: z.literal('kind'), ...piece, kind: z.enum(pieceKinds) }).readonly(),
  z.strictObject({ op: z.literal('indent'), ...piece }).readonly(),
  z.strictObject({ op: z.literal('outdent'), ...piece }).readonly(),
  z
    .strictObject({
      ...{ op: z.literal('option'), ...piece },
      ...{ group: label.nullable(), choice: label.nullable() },
    })
    .readonly(),
]);

/** Reads an edit of the cuts. */
export const parseCutEdit = (input: unknown): Parsed<CutEdit> => parseWith(cutEditSchema, input);

const partSchema = z
  .strictObject({
    id: z.string(),
    role: z.enum(partRoles),
    spans: z.array(spanSchema).min(1).readonly(),
    textKind: z.enum(textKinds),
    confidence: z.number(),
    /** Why the program took it for what it is; empty when a person said so. */
    why: z.string(),
    /** The party that was guessed where the text names none, or one that is here by another name. */
    guess: z.string(),
    words: paperWordsSchema,
    edits: z.array(cutEditSchema).readonly(),
    /** Edits that were taken back, the last first. */
    undone: z.array(cutEditSchema).readonly(),
  })
  .readonly();

/** A stretch of a file with what is to become of it. */
export type DeskPart = z.infer<typeof partSchema>;

const readingSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('waiting') }).readonly(),
  /** `since` also names the attempt: what an earlier one finds is dropped. */
  z.strictObject({ status: z.literal('reading'), since: z.iso.datetime() }).readonly(),
  z.strictObject({ status: z.literal('read'), at: z.iso.datetime() }).readonly(),
  z
    .strictObject({ status: z.literal('refused'), code: z.string(), message: z.string() })
    .readonly(),
  z.strictObject({ status: z.literal('cancelled') }).readonly(),
]);

const fileSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    bytes: z.int().min(0),
    revisions: z.enum(revisionViews),
    reading: readingSchema,
    parts: z.array(partSchema).readonly(),
    /** The parts as they were before each division by hand, the last first. */
    earlier: z.array(z.array(partSchema).readonly()).readonly(),
  })
  .readonly();

/** A file on a desk. */
export type DeskFile = z.infer<typeof fileSchema>;

const deskStateSchema = z
  .strictObject({
    version: z.literal(1),
    /** The dossier the papers go into; empty for a new one, which gets the title and the packs. */
    dossier: z.string(),
    title: z.string(),
    packs: z.array(z.string()).readonly(),
    files: z.array(fileSchema).readonly(),
    /** Counts the names of parts that were given out. */
    named: z.int().min(0),
    /** When the making of a draft began, which also names the attempt; missing while none is made. */
    drafting: z.iso.datetime().optional(),
    /** The dossier the papers went into; missing as long as they lie here. */
    made: z.string().optional(),
  })
  .readonly();

export type DeskState = z.infer<typeof deskStateSchema>;

/** Reads the state of a desk as the database keeps it; only a bug of ours makes it throw. */
export const parseDeskState = (text: string): DeskState => deskStateSchema.parse(JSON.parse(text));

/** Reads a document back that this program wrote itself. */
export const parseKeptDocument = (text: string): ReadDocument => JSON.parse(text) as ReadDocument;
