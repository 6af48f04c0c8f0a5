import * as z from 'zod';
import { clauseSchema, type Clause } from './clause.ts';
import { partialDateSchema } from './date.ts';
import { idSchema, languageSchema, listOf, wordsSchema } from './id.ts';

export const paperKinds = [
  'memorandum',
  'joint-text',
  'statement',
  'reported-outcome',
  'base-text',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** How much of the original words we hold, from strongest to weakest. */
export const textKinds = ['full', 'excerpt', 'paraphrase', 'reported'] as const;
export type TextKind = (typeof textKinds)[number];

export const attributions = ['own', 'reported', 'disputed'] as const;
export type Attribution = (typeof attributions)[number];

/** A part of the paper whose words nobody here has read; without `issues` it may touch any issue. */
export const gapSchema = z
  .strictObject({
    id: idSchema,
    locator: wordsSchema,
    issues: listOf(idSchema),
    why: wordsSchema,
    sources: listOf(idSchema),
  })
  .readonly();

export type Gap = z.infer<typeof gapSchema>;

/** Alternatives inside a paper: a reading picks one choice of each group. */
export const optionGroupSchema = z
  .strictObject({
    id: idSchema,
    label: wordsSchema,
    choices: z
      .array(z.strictObject({ id: idSchema, label: wordsSchema }).readonly())
      .min(2, 'an option group has at least two choices')
      .readonly(),
  })
  .readonly();

export type OptionGroup = z.infer<typeof optionGroupSchema>;

/**
 * One text of one party (or, for joint texts and outcomes, of its signatories) at a date. The text
 * is immutable: a new version is a new paper that `supersedes` this one; a text edited from another
 * party's is `basedOn` it. `textBy` says whose paraphrase or report the text is. Gaps make
 * every claim of silence conditional; a paper without gaps is held to be fully available. Of an
 * `undated` paper nothing tells the date: `dated` is then the day it was read.
 */
export const paperSchema = z
  .strictObject({
    id: idSchema,
    kind: z.enum(paperKinds),
    parties: z.array(idSchema).readonly(),
    title: wordsSchema,
    dated: partialDateSchema,
    undated: z.boolean().default(false),
    published: partialDateSchema.optional(),
    handedOver: partialDateSchema.optional(),
    round: z.int().min(0).optional(),
    language: languageSchema,
    textKind: z.enum(textKinds),
    textBy: wordsSchema.optional(),
    attribution: z.enum(attributions).default('own'),
    gaps: listOf(gapSchema),
    options: listOf(optionGroupSchema),
    sources: z.array(idSchema).readonly(),
    supersedes: idSchema.optional(),
    basedOn: idSchema.optional(),
    note: wordsSchema.optional(),
    text: z.string().refine(isKeepable, 'holds half signs or NUL, which no text of a paper has'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal'),
    clauses: listOf(clauseSchema),
  })
  .readonly();

export type Paper = z.infer<typeof paperSchema>;

/** The words of a clause as they stand in its paper; empty when deleted or not available. */
export function clauseText(paper: Paper, clause: Clause): string {
  return paper.text.slice(clause.span.from, clause.span.to);
}

/** Whether every database and file keeps a text as it is. */
function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Where the last of the spans ends; 0 without any. */
export const furthest = (spans: readonly { readonly to: number }[]): number =>
  Math.max(0, ...spans.map((span) => span.to));

/** The sign that stands for the items under a clause where only its opening words are shown. */
const itemsOmitted = ' […]';

/**
 * A clause as a table shows it: its words up to the first clause inside it, and a sign for the items,
 * which have cells of their own. The whole text when nothing is inside it, when nothing stands before
 * the first item, or when words to be marked (`upTo`, an offset in the clause) lie beyond it.
 */
export function shownText(paper: Paper, clause: Clause, upTo = 0): string {
  const text = clauseText(paper, clause);
  const inside = paper.clauses.filter(
    (c) => c.parent === clause.id && c.span.to > c.span.from && c.span.from > clause.span.from,
  );
  if (inside.length === 0) return text;
  const first = Math.min(...inside.map((c) => c.span.from)) - clause.span.from;
  // The number of the first item may stand before its clause; it goes with the item.
  const opening = withoutLastNumber(text.slice(0, first)).trimEnd();
  const isEnough = opening.length >= upTo && opening.trim() !== '';
  return isEnough ? opening + itemsOmitted : text;
}

/**
 * How long the own words of each clause with words are: up to the first clause inside it, without the
 * number that leads there. Zero where a clause only holds others. By the ids of the clauses.
 */
export function ownLengths(paper: Paper): ReadonlyMap<string, number> {
  const firstInside = new Map<string, number>();
  for (const { parent, span } of paper.clauses)
    if (parent !== undefined && span.to > span.from)
      firstInside.set(parent, Math.min(firstInside.get(parent) ?? Infinity, span.from));
  return new Map(
    paper.clauses.map((clause) => {
      const text = clauseText(paper, clause);
      const first = firstInside.get(clause.id);
      if (first === undefined) return [clause.id, text.trimEnd().length];
      const opening = text.slice(0, Math.max(0, first - clause.span.from));
      return [clause.id, withoutLastNumber(opening).trimEnd().length];
    }),
  );
}

/** The longest number of an item that is taken for one, in characters. */
const longestNumber = 16;
const beforeItems = ' \t\n\r\u00a0[(*_-';

/** A text without a short last line, and without the signs that lead to items. */
function withoutLastNumber(text: string): string {
  // A loop, because a pattern would look through a long run of such signs again for each of them.
  let end = text.length;
  while (end > 0 && beforeItems.includes(text.charAt(end - 1))) end -= 1;
  const lastLine = text.lastIndexOf('\n');
  const isShort = lastLine !== -1 && text.length - lastLine - 1 <= longestNumber;
  return text.slice(0, isShort ? Math.min(end, lastLine) : end);
}
