import type { SideRows } from './agree-over-sides.ts';
import { explainer, type Explain, type TellingWord } from './explain-words.ts';
import { groupPairs } from './group-pairs.ts';
import { scoreIssues, type ConfirmedClause, type IssueText } from './issue-scores.ts';
import { matchRows, type Match } from './match-sides.ts';
import { findMoved, isNearCopy } from './near-copies.ts';
import { pairSides } from './pair-sides.ts';

/** A clause to be aligned; ids are unique over all sides. */
export interface ClauseToAlign {
  readonly id: string;
  readonly text: string;
}

/** The clauses of one side, in the order of its paper. */
export interface AlignedSide {
  readonly id: string;
  readonly clauses: readonly ClauseToAlign[];
}

export interface AlignOptions {
  /** BCP 47; decides stems and stop words. Texts in two languages: see `align-translations.ts`. */
  readonly language: string;
  /** With issues, clauses are compared through them as well as by their wording. */
  readonly issues?: readonly IssueText[];
  readonly confirmed?: readonly ConfirmedClause[];
}

/**
 * Two clauses of different sides that seem to speak of the same. `score` is the likeness of their
 * words (1 is the same text), `confidence` how likely the pair is right, both from 0 to 1. A pair is
 * `attached` when one of the clauses has a better partner already. `isNearCopy`: one text was made from
 * the other; `isMoved`: a near copy that stands at another place among the near copies.
 */
export interface AlignedPair {
  /** In the order of the sides. */
  readonly clauses: readonly [string, string];
  readonly score: number;
  readonly confidence: number;
  readonly kind: 'matched' | 'attached';
  readonly isMoved: boolean;
  readonly isNearCopy: boolean;
  /** Words of the first clause that the pair rests on, strongest first; none where issues or other sides joined it. */
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

/**
 * Which clauses of the sides belong beside each other. Exchanging sides mirrors the result: inside,
 * sides stand in an order that only their texts decide, so that no tie and no rounding depends on
 * who is named first.
 */
export function alignPapers(sides: readonly AlignedSide[], options: AlignOptions): Alignment {
  const placed = placeSides(sides);
  const rows = placed.map(({ rows }) => rows);
  const scored = scoreIssues({
    clauses: placed.flatMap(({ side }) => side.clauses.map(({ text }) => text)),
    issues: options.issues ?? [],
    confirmed: options.confirmed ?? [],
    language: options.language,
  });
  const explain = explainer(scored.space, options.language);
  const pairs = pairSides(scored, rows).pairs.flatMap((pair) => {
    const [first, second] = [placed[pair.sides[0]], placed[pair.sides[1]]];
    if (first === undefined || second === undefined) return [];
    const matches = matchRows(pair);
    return first.number < second.number
      ? tellPairs(matches, { one: first, two: second, explain })
      : tellPairs(matches.map(turn), { one: second, two: first, explain });
  });
  const inOrder = sortPairs(sides, pairs);
  return { pairs: inOrder, ...groupPairs(sides, inOrder) };
}

interface PlacedSide {
  readonly side: AlignedSide;
  /** Its place in the order that was asked for. */
  readonly number: number;
  readonly rows: SideRows;
}

function placeSides(sides: readonly AlignedSide[]): readonly PlacedSide[] {
  const keyed = sides.map((side, number) => ({
    side,
    number,
    key: side.clauses.map(({ text }) => text).join('\n'),
  }));
  let from = 0;
  return keyed
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ side, number }) => {
      const rows = { from, to: from + side.clauses.length };
      from = rows.to;
      return { side, number, rows };
    });
}

const turn = (match: Match): Match => ({
  ...match,
  rows: [match.rows[1], match.rows[0]],
});

/** Near copies are at least so like each other; others need not be read again. */
const leastCopied = 0.25;

interface TwoSides {
  readonly one: PlacedSide;
  readonly two: PlacedSide;
  readonly explain: Explain;
}

function tellPairs(
  matches: readonly Match[],
  { one, two, explain }: TwoSides,
): readonly AlignedPair[] {
  const told = matches
    .toSorted((x, y) => x.rows[0] - y.rows[0] || x.rows[1] - y.rows[1])
    .flatMap((match) => {
      const [a, b] = [one.side.clauses[match.rows[0]], two.side.clauses[match.rows[1]]];
      return a === undefined || b === undefined
        ? []
        : [
            {
              match,
              a,
              b,
              copy: match.score >= leastCopied && isNearCopy(a.text, b.text),
            },
          ];
    });
  const copies = told.filter(({ copy, match }) => copy && match.kind === 'matched');
  const moved = findMoved(copies.map(({ match }) => match.rows));
  const copyNumber = new Map(copies.map(({ match }, number) => [match, number]));
  return told.map(({ match, a, b, copy }): AlignedPair => ({
    clauses: [a.id, b.id],
    score: match.score,
    confidence: match.confidence,
    kind: match.kind,
    isNearCopy: copy,
    isMoved: moved.has(copyNumber.get(match) ?? -1),
    words: explain(
      { text: a.text, row: one.rows.from + match.rows[0] },
      two.rows.from + match.rows[1],
    ),
  }));
}

/** By the place of the first clause, then of the second, over all sides. */
function sortPairs(
  sides: readonly AlignedSide[],
  pairs: readonly AlignedPair[],
): readonly AlignedPair[] {
  const ids = sides.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  const place = new Map(ids.map((id, at) => [id, at]));
  const placeOf = (id: string): number => place.get(id) ?? 0;
  return pairs.toSorted(
    (x, y) =>
      placeOf(x.clauses[0]) - placeOf(y.clauses[0]) ||
      placeOf(x.clauses[1]) - placeOf(y.clauses[1]),
  );
}
