/**
 * Near copies: two texts of which one was made from the other (drafts, redlines, counter-texts). Only
 * of these may a relation be suggested on the words alone; of texts written apart, equal words prove
 * nothing. Every suggestion names the words it rests on and the rule by which it was made.
 */
import type { LikenessReason } from '#lib/engine/comparison.ts';
import { accepts, relateStatuses, relationOf } from '#lib/engine/status.ts';
import type { Span } from '#lib/model/clause.ts';
import type { Relation } from '#lib/model/relation.ts';
import { cuesFor, type CueTables } from '../propose/cues/cue-tables.ts';
import { findBound } from '../propose/find-bound.ts';
import { conflictKind, type ConflictKind } from './conflict-kind.ts';
import { compareWords, type Compared, type Difference, type Hunk } from './differences.ts';
import { markWords, type MarkedWord } from './mark-words.ts';
import { readStance, type Stance } from './read-stance.ts';
import { wordsOf } from './words.ts';

/** From this share of common words on, one text was made from the other. */
export const leastSimilarity = 0.65;

/** How two near copies stand to each other, by rules that can be told. */
export interface NearCopy {
  /** Share of common words, 0 to 1. */
  readonly similarity: number;
  /** In the order of the texts; also those that change nothing but the wording. */
  readonly differences: readonly Difference[];
  readonly kind: ConflictKind;
  /** Missing where the words alone do not say. */
  readonly relation: Relation | undefined;
  /** The words on both sides that the suggestion rests on. */
  readonly rests: { readonly a: readonly Span[]; readonly b: readonly Span[] };
  readonly confidence: number;
  readonly reason: LikenessReason;
}

export interface NearCopyOptions {
  /** Names by which the texts call the parties; without them a change of bearer is not seen. */
  readonly parties?: readonly string[];
  /** BCP 47; English unless said otherwise. */
  readonly language?: string;
}

/** A text as the comparison reads it, so that it is read once and compared often. */
export interface ReadText {
  readonly words: readonly MarkedWord[];
  readonly stance: Stance;
  readonly cues: CueTables;
}

/** Reads a text for comparison. */
export function readForComparison(
  text: string,
  { parties = [], language = 'en' }: NearCopyOptions,
): ReadText {
  const cues = cuesFor(language);
  const words = markWords(wordsOf(text, language), cues, parties);
  return { words, stance: readStance(words, cues), cues };
}

/**
 * Compares two texts if they are near copies, else undefined. `b` is the later one where that is known;
 * exchanging the texts changes the kind only where one of them has more conditions.
 */
export function compareNearCopies(
  a: string,
  b: string,
  options: NearCopyOptions = {},
): NearCopy | undefined {
  return compareRead(readForComparison(a, options), readForComparison(b, options));
}

/** The same for texts that were read before. */
export function compareRead(a: ReadText, b: ReadText): NearCopy | undefined {
  const compared = compareWords(a.words, b.words, leastSimilarity);
  if (compared === undefined || compared.similarity < leastSimilarity) return undefined;
  const kind = conflictKind({ a: a.stance, b: b.stance, compared });
  const { relation, reason, sureness } = suggest({ a, b, compared });
  const telling = compared.hunks.filter((hunk) => reasonOf(hunk) === reason);
  return {
    similarity: compared.similarity,
    differences: compared.hunks.map(({ kind: about, a: left, b: right }) => ({
      kind: about,
      a: left,
      b: right,
    })),
    kind,
    relation,
    rests: {
      a: telling.length > 0 ? telling.map((hunk) => hunk.a) : whole(a),
      b: telling.length > 0 ? telling.map((hunk) => hunk.b) : whole(b),
    },
    confidence: sureness * compared.similarity,
    reason,
  };
}

function whole({ words }: ReadText): readonly Span[] {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? [] : [{ from: first.from, to: last.to }];
}

const reasons: Readonly<Record<Difference['kind'], LikenessReason>> = {
  modality: 'modality-changed',
  negation: 'negation-changed',
  bearer: 'bearer-changed',
  figure: 'figure-changed',
  date: 'date-changed',
  condition: 'condition-changed',
  object: 'object-changed',
  addition: 'words-added',
  removal: 'words-added',
  wording: 'wording-changed',
};

const reasonOf = ({ kind }: Hunk): LikenessReason => reasons[kind];

interface Suggestion {
  readonly relation: Relation | undefined;
  readonly reason: LikenessReason;
  readonly sureness: number;
}

/** The first rule that fits; each later one assumes that the earlier do not. */
function suggest({ a, b, compared: { hunks } }: Suggested): Suggestion {
  const has = (kind: Difference['kind']): boolean => hunks.some((hunk) => hunk.kind === kind);
  if (hunks.length === 0) return { relation: 'same-terms', reason: 'same-words', sureness: 0.95 };
  // The same demand of another party is another demand.
  if (has('bearer')) return { relation: undefined, reason: 'bearer-changed', sureness: 0.6 };
  const turned = byStance(a.stance, b.stance, hunks);
  if (turned !== undefined) return turned;
  if (has('condition'))
    return { relation: 'partial-overlap', reason: 'condition-changed', sureness: 0.6 };
  if (has('object')) return { relation: undefined, reason: 'object-changed', sureness: 0.5 };
  if (has('figure') || has('date')) return byFigures({ a, b, hunks });
  if (has('addition') || has('removal'))
    return { relation: 'partial-overlap', reason: 'words-added', sureness: 0.4 };
  return { relation: 'same-terms', reason: 'wording-changed', sureness: 0.85 };
}

interface Suggested {
  readonly a: ReadText;
  readonly b: ReadText;
  readonly compared: Compared;
}

/** What both ask, by the sets of outcomes they accept (`engine/status.ts`). */
function byStance(a: Stance, b: Stance, hunks: readonly Hunk[]): Suggestion | undefined {
  const isTurned = hunks.some(({ kind }) => kind === 'modality' || kind === 'negation');
  if (!isTurned) return undefined;
  const isKnown = a.modality !== undefined && b.modality !== undefined;
  const relation = isKnown
    ? relationOf(relateStatuses(accepts[a.modality], accepts[b.modality]))
    : undefined;
  const reason = hunks.some(({ kind }) => kind === 'modality')
    ? 'modality-changed'
    : 'negation-changed';
  if (relation !== undefined && relation !== 'same-terms')
    return { relation, reason, sureness: 0.9 };
  // Another word of the same force, as "will" for "shall"; or a denial that turns something else.
  if (a.denials === b.denials && hunks.every(isWordingOnly))
    return { relation: 'same-terms', reason, sureness: 0.7 };
  return a.denials === b.denials ? undefined : { relation: undefined, reason, sureness: 0.5 };
}

const isWordingOnly = ({ kind }: Hunk): boolean => kind === 'modality' || kind === 'wording';

interface Figured {
  readonly a: ReadText;
  readonly b: ReadText;
  readonly hunks: readonly Hunk[];
}

/** Two bare figures exclude each other; figures behind "at most", "by" or "within" leave room for both. */
function byFigures({ a, b, hunks }: Figured): Suggestion {
  const telling = hunks.filter(({ kind }) => kind === 'figure' || kind === 'date');
  const reason = telling.some(({ kind }) => kind === 'figure') ? 'figure-changed' : 'date-changed';
  const isBounded = telling.some((hunk) => isBehindBound(a, hunk.a) || isBehindBound(b, hunk.b));
  const isReplaced = telling.every(({ left, right }) => left.length > 0 && right.length > 0);
  if (isBounded || !isReplaced) return { relation: 'partial-overlap', reason, sureness: 0.5 };
  return { relation: 'incompatible', reason, sureness: 0.7 };
}

/** As many words as may stand between a bound and the figure that changed. */
const reach = 4;

function isBehindBound({ words, cues }: ReadText, { from, to }: Span): boolean {
  const at = words.findIndex((word) => word.from >= from);
  const end = words.findIndex((word) => word.from >= to);
  const last = end === -1 ? words.length : end;
  const bounds = [cues.limitsOfTime, cues.limiters, cues.upTo];
  for (let index = Math.max(0, at - reach); index < last; index += 1) {
    if (findBound(words, index, cues) !== undefined) return true;
    if (bounds.some((table) => table.findAt(words, index) !== undefined)) return true;
    const timing = cues.timings.findAt(words, index)?.value;
    if (timing !== undefined && timing !== 'on') return true;
  }
  return cues.boundsBehind.findAt(words, last) !== undefined;
}
