import * as z from 'zod';
import { actorSchema } from './actor.ts';
import { annotationSchema } from './annotation.ts';
import { contextSchema } from './context.ts';
import { momentSchema } from './date.ts';
import { idSchema, languageSchema, listOf, wordsSchema } from './id.ts';
import { issueSchema } from './issue.ts';
import { actSchema, dimensionSchema, eventSchema, linkSchema, termSchema } from './lexicon.ts';
import { paperSchema } from './paper.ts';
import { parseWith, type Parsed } from './parsed.ts';
import { provisionSchema } from './provision.ts';
import { rowLedgerSchema } from './row-ledger.ts';
import { savedViewSchema } from './saved-view.ts';
import { sourceSchema } from './source.ts';
import { verdictSchema } from './verdict.ts';

/** An analyst's confirmation that a paper really says nothing on an issue, despite its gaps. */
export const silenceSchema = z
  .strictObject({
    paper: idSchema,
    issue: idSchema,
    by: wordsSchema,
    at: momentSchema,
    why: wordsSchema,
  })
  .readonly();

/** The version of the record model that this program writes; older ones are migrated on reading. */
export const dossierVersion = 1;

/**
 * One negotiation: who takes part, what it is about, the papers, what their clauses say, and what
 * analysts made of them. Order matters in `issues` and `acts` (rows follow it) and nowhere else.
 * `fictitious` marks invented cases, on every page and in every file.
 */
export const dossierSchema = z
  .strictObject({
    version: z.literal(dossierVersion),
    id: idSchema,
    title: wordsSchema,
    summary: wordsSchema,
    language: languageSchema,
    fictitious: z.boolean().default(false),
    caution: wordsSchema.optional(),
    actors: listOf(actorSchema),
    issues: listOf(issueSchema),
    acts: listOf(actSchema),
    links: listOf(linkSchema),
    dimensions: listOf(dimensionSchema),
    events: listOf(eventSchema),
    terms: listOf(termSchema),
    subjects: listOf(termSchema),
    sources: listOf(sourceSchema),
    papers: listOf(paperSchema),
    context: listOf(contextSchema),
    provisions: listOf(provisionSchema),
    silences: listOf(silenceSchema),
    ledger: listOf(rowLedgerSchema),
    verdicts: listOf(verdictSchema),
    views: listOf(savedViewSchema),
    annotations: listOf(annotationSchema),
  })
  .readonly();

export type Dossier = z.infer<typeof dossierSchema>;

/** Reads a dossier record; says nothing yet about references between records (see `checkDossier`). */
export function parseDossier(input: unknown): Parsed<Dossier> {
  return parseWith(dossierSchema, input);
}
