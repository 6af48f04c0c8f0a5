/**
 * A starter pack: issues, acts, links and scopes of a field (ceasefire and peace, trade, labour) to
 * begin a dossier with, each with the phrases it is recognised by. What a dossier takes of a pack
 * becomes its own records; the pack does not follow it.
 */
import * as z from 'zod';
import { actorSchema } from '#lib/model/actor.ts';
import { idSchema, listOf, wordsSchema } from '#lib/model/id.ts';
import { issueSchema } from '#lib/model/issue.ts';
import {
  actSchema,
  dimensionSchema,
  eventSchema,
  linkSchema,
  termSchema,
} from '#lib/model/lexicon.ts';
import { parseWith, type Parsed } from '#lib/model/parsed.ts';

/** Phrases by language tag (`en`, `uk`, `ru`, `fr`, `de`); they describe, and are matched by stems. */
const phrasesSchema = z.record(z.string(), z.array(wordsSchema).readonly()).readonly();

export type Phrases = z.infer<typeof phrasesSchema>;

const phrases = { phrases: phrasesSchema.default({}) };

export const starterPackSchema = z
  .strictObject({
    id: idSchema,
    title: wordsSchema,
    summary: wordsSchema,
    issues: listOf(issueSchema.unwrap().extend(phrases).readonly()),
    /** `issue` is where the provisions on an act are at home. */
    acts: listOf(
      actSchema
        .unwrap()
        .extend({ issue: idSchema, ...phrases })
        .readonly(),
    ),
    actors: listOf(actorSchema.unwrap().safeExtend(phrases).readonly()),
    events: listOf(eventSchema.unwrap().extend(phrases).readonly()),
    terms: listOf(termSchema.unwrap().extend(phrases).readonly()),
    dimensions: listOf(
      dimensionSchema
        .unwrap()
        /** By the id of an atom or whole. */
        .extend({ phrases: z.record(idSchema, phrasesSchema).readonly().default({}) })
        .readonly(),
    ),
    links: listOf(linkSchema),
  })
  .readonly();

export type StarterPack = z.infer<typeof starterPackSchema>;

/** Reads a pack as it is written in its file. */
export const parseStarterPack = (input: unknown): Parsed<StarterPack> =>
  parseWith(starterPackSchema, input);

/** The phrases of a record in a language and in English, in which most packs say most. */
export const phrasesIn = (phrases: Phrases, language: string): readonly string[] => {
  const [own = ''] = language.split('-');
  return own === 'en' ? (phrases['en'] ?? []) : [...(phrases[own] ?? []), ...(phrases['en'] ?? [])];
};
