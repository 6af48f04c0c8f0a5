import * as z from 'zod';
import { actorSchema } from './actor.ts';
import { annotationSchema } from './annotation.ts';
import { clauseSchema } from './clause.ts';
import { contextSchema } from './context.ts';
import { dossierSchema, silenceSchema } from './dossier.ts';
import { idSchema } from './id.ts';
import { issueSchema } from './issue.ts';
import { actSchema, dimensionSchema, eventSchema, linkSchema, termSchema } from './lexicon.ts';
import { paperSchema } from './paper.ts';
import { provisionSchema } from './provision.ts';
import { rowIdSchema, rowLedgerSchema } from './row-ledger.ts';
import { savedViewSchema } from './saved-view.ts';
import { sourceSchema } from './source.ts';
import { verdictSchema } from './verdict.ts';

/**
 * The kinds of record a dossier consists of; each is edited, versioned and logged on its own. The
 * head is the dossier's own title, summary and language; a paper is everything about a text but the
 * text and its clauses, which are records of their own.
 */
export const recordKinds = [
  'head',
  'actor',
  'issue',
  'act',
  'link',
  'dimension',
  'event',
  'term',
  'subject',
  'source',
  'paper',
  'clause',
  'context',
  'provision',
  'silence',
  'row',
  'verdict',
  'view',
  'annotation',
] as const;
export type RecordKind = (typeof recordKinds)[number];

export const isRecordKind = (text: string): text is RecordKind =>
  recordKinds.some((kind) => kind === text);

/** The id of the only record of the kind `head`. */
export const headId = 'head';

export const headSchema = dossierSchema
  .unwrap()
  .pick({
    version: true,
    id: true,
    title: true,
    summary: true,
    language: true,
    fictitious: true,
    caution: true,
  })
  .readonly();

/** A paper without its text, which never changes, and without its clauses. */
export const paperRecordSchema = paperSchema
  .unwrap()
  .omit({ text: true, clauses: true })
  .readonly();

/** A clause, with the paper it stands in. */
export const clauseRecordSchema = clauseSchema.unwrap().extend({ paper: idSchema }).readonly();

/** What the body of a record of each kind looks like. */
export const recordSchemas = {
  head: headSchema,
  actor: actorSchema,
  issue: issueSchema,
  act: actSchema,
  link: linkSchema,
  dimension: dimensionSchema,
  event: eventSchema,
  term: termSchema,
  subject: termSchema,
  source: sourceSchema,
  paper: paperRecordSchema,
  clause: clauseRecordSchema,
  context: contextSchema,
  provision: provisionSchema,
  silence: silenceSchema,
  row: rowLedgerSchema,
  verdict: verdictSchema,
  view: savedViewSchema,
  annotation: annotationSchema,
} as const;

/** The body of a record of one kind. */
export type RecordBody<K extends RecordKind = RecordKind> = z.infer<(typeof recordSchemas)[K]>;

/**
 * The id of a record by its kind and body. A silence has no name of its own: it is the paper and
 * issue it speaks of, joined by `~`, which no id contains.
 */
export function recordId(kind: RecordKind, body: unknown): string | undefined {
  if (kind === 'head') return headId;
  if (typeof body !== 'object' || body === null) return undefined;
  if (kind === 'silence') {
    const paper = 'paper' in body ? body.paper : undefined;
    const issue = 'issue' in body ? body.issue : undefined;
    return typeof paper === 'string' && typeof issue === 'string' ? `${paper}~${issue}` : undefined;
  }
  return 'id' in body && typeof body.id === 'string' ? body.id : undefined;
}

/** An id under which a record can be asked for: ids of dossiers, row ids, or a silence's pair. */
export const recordIdSchema = z.union([
  rowIdSchema,
  z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}~[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/),
]);

/** A record is known by its kind and id; as one word for maps and addresses: `issue/ceasefire`. */
export const recordKey = (kind: RecordKind, id: string): string => `${kind}/${id}`;

/** Whether a record is one person's alone: a note that says so. */
export const isPrivate = (kind: RecordKind, body: unknown): boolean =>
  kind === 'annotation' &&
  typeof body === 'object' &&
  body !== null &&
  'visibility' in body &&
  body.visibility === 'private';

/** A record as it stands in a dossier at some version. */
export interface StoredRecord {
  readonly kind: RecordKind;
  readonly id: string;
  /** The number of the change that wrote it last. */
  readonly version: number;
  /** A fractional index; records of a kind stand in the order of their places, compared as bytes. */
  readonly place: string;
  readonly body: unknown;
  /** The one person who may see it; null for everybody in the dossier. */
  readonly privateTo: string | null;
}
