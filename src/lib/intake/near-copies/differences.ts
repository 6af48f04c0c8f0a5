// Where two texts differ, word by word, and what each difference is about.
import type { Span } from '#lib/model/clause.ts';
import { diffArrays } from 'diff';
import type { MarkedWord, WordRole } from './mark-words.ts';
import { isSaying } from './words.ts';

export type DifferenceKind =
  | 'modality'
  | 'negation'
  | 'bearer'
  | 'figure'
  | 'date'
  | 'condition'
  | 'object'
  | 'addition'
  | 'removal'
  | 'wording';

/** Words that stand in one text in the place of others; one of the spans may be empty. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly a: Span;
  readonly b: Span;
}

/** A difference with its words. */
export interface Hunk extends Difference {
  readonly left: readonly MarkedWord[];
  readonly right: readonly MarkedWord[];
}

export interface Compared {
  readonly hunks: readonly Hunk[];
  /** Words in common by all words (Dice's coefficient, in order), 0 to 1. */
  readonly similarity: number;
}

/** Nobody reads more changes than this in one clause, and finding them takes their square. */
const mostEdits = 1500;

/**
 * Compares two texts by their words. Undefined where less than `least` of their words stand in both in
 * the same order; that is noticed early, so that unlike texts cost little.
 */
export function compareWords(
  a: readonly MarkedWord[],
  b: readonly MarkedWord[],
  least: number,
): Compared | undefined {
  const [left, right] = [a.filter(isSaying), b.filter(isSaying)];
  const all = left.length + right.length;
  if (all === 0) return undefined;
  const changes = diffArrays([...left], [...right], {
    comparator: (one, two) => one.word === two.word,
    maxEditLength: Math.min(mostEdits, Math.floor((1 - least) * all)),
  });
  if (changes === undefined) return undefined;
  const hunks: Hunk[] = [];
  let [atLeft, atRight] = [0, 0];
  let removed: readonly MarkedWord[] = [];
  const settle = (added: readonly MarkedWord[]): void => {
    if (removed.length + added.length > 0)
      hunks.push(hunkOf(removed, added, { a: endOf(left, atLeft), b: endOf(right, atRight) }));
    removed = [];
  };
  let common = 0;
  for (const [index, { added, removed: isRemoved, count }] of changes.entries()) {
    if (isRemoved) {
      removed = left.slice(atLeft, atLeft + count);
      atLeft += count;
      if (changes[index + 1]?.added !== true) settle([]);
    } else if (added) {
      const words = right.slice(atRight, atRight + count);
      atRight += count;
      settle(words);
    } else {
      common += count;
      atLeft += count;
      atRight += count;
    }
  }
  return { hunks, similarity: (2 * common) / all };
}

const endOf = (words: readonly MarkedWord[], at: number): number => words[at - 1]?.to ?? 0;

function hunkOf(
  left: readonly MarkedWord[],
  right: readonly MarkedWord[],
  places: { readonly a: number; readonly b: number },
): Hunk {
  return {
    kind: kindOf(left, right),
    a: spanOf(left, places.a),
    b: spanOf(right, places.b),
    left,
    right,
  };
}

const spanOf = (words: readonly MarkedWord[], at: number): Span => ({
  from: words[0]?.from ?? at,
  to: words.at(-1)?.to ?? at,
});

const kindByRole: Readonly<Partial<Record<WordRole, DifferenceKind>>> = {
  modality: 'modality',
  negation: 'negation',
  condition: 'condition',
  date: 'date',
  figure: 'figure',
};

/** The weightiest role among the words decides; "no" in the place of "all" counts things, and denies nothing. */
function kindOf(left: readonly MarkedWord[], right: readonly MarkedWord[]): DifferenceKind {
  const words = [...left, ...right];
  if (isCounting(left, right)) return 'object';
  for (const role of ['modality', 'negation', 'condition', 'date', 'figure'] as const)
    if (words.some((word) => word.role === role)) return kindByRole[role] ?? 'object';
  if (namesOther(left, right)) return 'bearer';
  if (words.every(({ role }) => role === 'wording')) return 'wording';
  if (left.length === 0) return 'addition';
  return right.length === 0 ? 'removal' : 'object';
}

const counting: ReadonlySet<string> = new Set(['all', 'any', 'every', 'each', 'both', 'some']);

function isCounting(left: readonly MarkedWord[], right: readonly MarkedWord[]): boolean {
  const counts = (words: readonly MarkedWord[]): boolean =>
    words.length === 1 && counting.has(words[0]?.word ?? '');
  const denies = (words: readonly MarkedWord[]): boolean =>
    words.length === 1 && words[0]?.word === 'no';
  return (counts(left) && denies(right)) || (denies(left) && counts(right));
}

/** Whether one party stands in the place of another. */
function namesOther(left: readonly MarkedWord[], right: readonly MarkedWord[]): boolean {
  const names = (words: readonly MarkedWord[]): readonly string[] =>
    words.flatMap(({ party }) => (party === undefined ? [] : [party]));
  const [one, two] = [names(left), names(right)];
  return one.length > 0 && two.length > 0 && !one.some((name) => two.includes(name));
}
