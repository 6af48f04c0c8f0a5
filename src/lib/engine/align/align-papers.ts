import { assignBest } from './assignment.ts';
import { scaleLocally } from './csls.ts';
import { explainLikeness, type TellingWord } from './explain-words.ts';
import { multiplyRows, type Scores } from './similarity.ts';
import { sliceRows, type SparseRows } from './sparse.ts';
import { buildTextSpace, type TextSpace } from './text-space.ts';
import type { ConfirmedClause, IssueText } from './issue-scores.ts';

/** A clause to be aligned; ids are unique over all sides. */
export interface ClauseToAlign {
  readonly id: string;
  readonly text: string;
}

/** The clauses of one paper, in its order. */
export interface AlignedSide {
  readonly id: string;
  readonly clauses: readonly ClauseToAlign[];
}

export interface AlignOptions {
  readonly language: string;
  /** With issues, clauses are compared through them as well as by their wording. */
  readonly issues?: readonly IssueText[];
  readonly confirmed?: readonly ConfirmedClause[];
}

/**
 * Two clauses of different sides that seem to speak of the same. `score` is the likeness of their
 * words (1 is the same text), `confidence` how likely the pair is right, both from 0 to 1. A pair is
 * `attached` when one of the clauses has a better partner already; `isMoved` when it stands out of the
 * order of its neighbours' pairs; `isNearCopy` when one text was made from the other.
 */
export interface AlignedPair {
  readonly clauses: readonly [string, string];
  readonly score: number;
  readonly confidence: number;
  readonly kind: 'matched' | 'attached';
  readonly isMoved: boolean;
  readonly isNearCopy: boolean;
  /** Words of the first clause that the pair rests on, strongest first. */
  readonly words: readonly TellingWord[];
}

/** Clauses of several sides that belong side by side, in the order of the sides. */
export interface AlignedGroup {
  readonly clauses: readonly string[];
  readonly confidence: number;
}

export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  readonly groups: readonly AlignedGroup[];
  /** Clauses without a counterpart, in the order of the sides. */
  readonly alone: readonly string[];
}

const neighbours = 3;
/** What a pair must reach after local scaling to be better than none. */
const leastScaled = 0;
const leastCosine = 0.05;
const nearCopy = 0.65;

/** Which clauses of the sides belong beside each other. */
export function alignPapers(sides: readonly AlignedSide[], options: AlignOptions): Alignment {
  const texts = sides.flatMap(({ clauses }) => clauses.map(({ text }) => text));
  const space = buildTextSpace(texts, options.language);
  const rowsOf = placeSides(sides, space);
  const pairs = sides.flatMap((a, i) =>
    sides.slice(i + 1).flatMap((b, offset) =>
      alignTwo({
        a,
        b,
        rowsA: rowsOf[i],
        rowsB: rowsOf[i + 1 + offset],
        space,
        language: options.language,
      }),
    ),
  );
  return { pairs, ...groupPairs(sides, pairs) };
}

function placeSides(sides: readonly AlignedSide[], space: TextSpace): readonly SparseRows[] {
  let from = 0;
  return sides.map(({ clauses }) => {
    const rows = sliceRows(space.grams, from, from + clauses.length);
    from += clauses.length;
    return rows;
  });
}

interface TwoSides {
  readonly a: AlignedSide;
  readonly b: AlignedSide;
  readonly rowsA: SparseRows | undefined;
  readonly rowsB: SparseRows | undefined;
  readonly space: TextSpace;
  readonly language: string;
}

function alignTwo({ a, b, rowsA, rowsB, space, language }: TwoSides): readonly AlignedPair[] {
  if (rowsA === undefined || rowsB === undefined) return [];
  const cosine = multiplyRows(rowsA, rowsB);
  const scaled = forbidUnlike(scaleLocally(cosine, neighbours), cosine);
  const partner = assignBest(scaled, leastScaled);
  return a.clauses.flatMap((clause, row): readonly AlignedPair[] => {
    const column = partner[row] ?? -1;
    const other = b.clauses[column];
    if (other === undefined) return [];
    const score = Math.min(1, cosine.values[row * cosine.columns + column] ?? 0);
    const likeness = { text: clause.text, row, rows: rowsA, other: column, others: rowsB };
    return [
      {
        clauses: [clause.id, other.id],
        score,
        confidence: score,
        kind: 'matched',
        isMoved: false,
        isNearCopy: score >= nearCopy,
        words: explainLikeness({ ...likeness, table: space.gramTable, language }),
      },
    ];
  });
}

/** Clauses with hardly a word in common are no pair, however much better that is than the rest. */
function forbidUnlike(scaled: Scores, cosine: Scores): Scores {
  const values = scaled.values.map((value, at) =>
    (cosine.values[at] ?? 0) < leastCosine ? -1 : value,
  );
  return { ...scaled, values };
}

function groupPairs(
  sides: readonly AlignedSide[],
  pairs: readonly AlignedPair[],
): Pick<Alignment, 'groups' | 'alone'> {
  const groupOf = new Map<string, string[]>();
  for (const { id } of sides.flatMap(({ clauses }) => clauses)) groupOf.set(id, [id]);
  const sideOf = new Map(sides.flatMap((s) => s.clauses.map(({ id }) => [id, s.id] as const)));
  const strongest = [...pairs].sort((x, y) => y.confidence - x.confidence);
  for (const { clauses } of strongest) {
    const [one, two] = clauses.map((id) => groupOf.get(id) ?? []);
    if (one === undefined || two === undefined || one === two) continue;
    const taken = new Set(one.map((id) => sideOf.get(id)));
    if (two.some((id) => taken.has(sideOf.get(id)))) continue;
    one.push(...two);
    for (const id of two) groupOf.set(id, one);
  }
  const order = new Map([...groupOf.keys()].map((id, index) => [id, index] as const));
  const all = [...new Set(groupOf.values())].map((ids) =>
    ids.toSorted((x, y) => (order.get(x) ?? 0) - (order.get(y) ?? 0)),
  );
  const groups = all
    .filter((ids) => ids.length > 1)
    .map((ids) => ({ clauses: ids, confidence: confidenceOf(ids, pairs) }));
  return { groups, alone: all.filter((ids) => ids.length === 1).flat() };
}

function confidenceOf(ids: readonly string[], pairs: readonly AlignedPair[]): number {
  const inside = pairs.filter(({ clauses }) => clauses.every((id) => ids.includes(id)));
  return Math.min(...inside.map(({ confidence }) => confidence));
}
