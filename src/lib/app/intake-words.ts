// What was typed on a desk: taken over into its state, and read as descriptions of papers.
import * as z from 'zod';
import type { DraftMeta } from '#lib/intake/draft/draft-paper.ts';
import { partRoles } from '#lib/intake/parts/part.ts';
import { partialDateSchema } from '#lib/model/date.ts';
import { languageSchema } from '#lib/model/id.ts';
import { attributions, paperKinds, textKinds } from '#lib/model/paper.ts';
import { parseWith, type Parsed, type Problem } from '#lib/model/parsed.ts';
import { paperFields, type DeskFile, type DeskPart, type DeskState } from './intake-desk-parse.ts';

/** Longer words are no name, title or address. */
const longestWords = 2000;

/** The fields of a form by name; a name that is there several times has several values. */
export type TypedFields = ReadonlyMap<string, readonly string[]>;

/** The name of a field of a part in the form of a desk. */
const fieldOf = (part: string, field: string): string => `${part}.${field}`;

/** The desk with what a form holds; what the form does not ask stays as it is. */
export function takeWords(state: DeskState, typed: TypedFields): DeskState {
  const word = (name: string): string | undefined => typed.get(name)?.[0]?.slice(0, longestWords);
  const isAsked = typed.has('target');
  return {
    ...state,
    dossier: word('dossier') ?? state.dossier,
    title: word('title') ?? state.title,
    // Of boxes that nobody ticked a form says nothing.
    packs: isAsked ? (typed.get('pack') ?? []).slice(0, 50) : state.packs,
    files: state.files.map((file) => ({
      ...file,
      parts: file.parts.map((part) => takePartWords(part, word)),
    })),
  };
}

function takePartWords(part: DeskPart, word: (name: string) => string | undefined): DeskPart {
  const role = partRoles.find((known) => known === word(fieldOf(part.id, 'role')));
  const words: Record<string, string> = {};
  for (const field of paperFields) {
    const typed = word(fieldOf(part.id, field));
    if (typed !== undefined) words[field] = typed.trim();
  }
  const next = { ...part, role: role ?? part.role, words: { ...part.words, ...words } };
  return next.role === part.role ? next : { ...next, why: '', confidence: 1 };
}

/** Words that have to be there; what is told where they are not. */
const needed = (message: string) => z.string({ error: message });

/** The form of a paper without the fields that were left empty. */
const formSchema = z.object({
  party: needed('say whose paper this is').max(200, 'a name of at most 200 signs'),
  title: needed('give it a title'),
  dated: partialDateSchema.optional(),
  kind: z.enum(paperKinds),
  textKind: z.enum(textKinds),
  textBy: z.string().optional(),
  attribution: z.enum(attributions),
  language: needed('say in which language it is, with a tag such as en').pipe(languageSchema),
  publisher: z.string().optional(),
  sourceTitle: z.string().optional(),
  url: z
    .url({ protocol: /^https?$/, message: 'a web address that starts with http, or nothing' })
    .optional(),
  sourceDate: partialDateSchema.optional(),
  read: partialDateSchema.optional(),
});

/**
 * Reads the form of a paper; problems name the field as the form does. A paper without a date is one of
 * which nothing tells the date: the day it was read, else `today`, stands for it.
 */
export function describePaper({ id, words }: DeskPart, today: string): Parsed<DraftMeta> {
  const filled = Object.fromEntries(Object.entries(words).filter(([, typed]) => typed !== ''));
  const read = parseWith(formSchema, filled);
  if (read.ok) return { ok: true, value: metaOf(read.value, today) };
  const named = read.problems.map((fault): Problem => ({
    ...fault,
    path: fieldOf(id, fault.path),
  }));
  return { ok: false, problems: named };
}

function metaOf(form: z.infer<typeof formSchema>, today: string): DraftMeta {
  const { party, publisher, sourceTitle, url, sourceDate, read, textBy, dated, ...rest } = form;
  const { title, language } = rest;
  const isPublished = publisher !== undefined || url !== undefined;
  const source = {
    ...{ publisher: publisher ?? new URL(url ?? 'http://x').hostname, language },
    title: sourceTitle ?? title,
    ...(url === undefined ? {} : { url }),
    ...(sourceDate === undefined ? {} : { date: sourceDate }),
    ...(read === undefined ? {} : { read }),
  };
  return {
    ...rest,
    party: { name: party },
    ...(dated === undefined ? { dated: read ?? today, undated: true } : { dated }),
    ...(textBy === undefined || rest.textKind === 'full' ? {} : { textBy }),
    sources: isPublished ? [source] : [],
  };
}

/** The parts of a desk that are papers, with their files, in order. */
export const papersOf = (
  state: DeskState,
): readonly { readonly file: DeskFile; readonly part: DeskPart }[] =>
  state.files.flatMap((file) =>
    file.parts.filter(({ role }) => role === 'paper').map((part) => ({ file, part })),
  );
