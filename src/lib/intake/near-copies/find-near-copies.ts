// Pairs of near copies among many texts without comparing all with all: texts that share no rare run
// of words are not near copies. As a run three words are taken (shingles, Broder 1997).
import { findMoved } from '#lib/engine/align/near-copies.ts';
import {
  compareRead,
  readForComparison,
  type NearCopy,
  type NearCopyOptions,
  type ReadText,
} from './compare-near-copies.ts';
import { isSaying } from './words.ts';

export interface TextUnit {
  readonly id: string;
  readonly text: string;
}

export interface NearCopyPair {
  readonly a: string;
  readonly b: string;
  readonly found: NearCopy;
  /** Whether it stands at another place among the other pairs; never within one text. */
  readonly isMoved: boolean;
}

const runLength = 3;
/** A run that more texts have is a phrase of the trade. */
const mostOwners = 30;
/** Only the likeliest partners of a text are compared with it word by word. */
const mostPartners = 6;

/**
 * The near copies between two texts, each clause with at most one of the other, in the order of the
 * first; what stands in another order is told as moved. Ties are broken by place.
 */
export function findNearCopies(
  left: readonly TextUnit[],
  right: readonly TextUnit[],
  options: NearCopyOptions = {},
): readonly NearCopyPair[] {
  const [a, b] = [readAll(left, options), readAll(right, options)];
  const equal = pairEqual(a, b);
  const taken = new Set(equal.flatMap(({ one, two }) => [one, two]));
  const isFree = (unit: Unit): boolean => !taken.has(unit);
  const chosen = [...equal];
  const likely = likelyPairs(a.filter(isFree), b.filter(isFree)).flatMap(compareUnits);
  for (const pair of likely.sort(bySimilarity)) {
    if (taken.has(pair.one) || taken.has(pair.two)) continue;
    taken.add(pair.one).add(pair.two);
    chosen.push(pair);
  }
  chosen.sort(byPlace);
  const moved = findMoved(chosen.map(({ one, two }) => [one.place, two.place]));
  return chosen.map((pair, index) => tell(pair, moved.has(index)));
}

/**
 * The near copies inside one text, in its order. A clause may have several; of equal clauses each is
 * told with the next one, and only the first is compared with others.
 */
export function findRepeats(
  units: readonly TextUnit[],
  options: NearCopyOptions = {},
): readonly NearCopyPair[] {
  const all = readAll(units, options);
  const last = new Map<string, Unit>();
  const equal: UnitPair[] = [];
  for (const two of all) {
    const one = last.get(two.words);
    if (one !== undefined) equal.push({ one, two });
    last.set(two.words, two);
  }
  const repeated = new Set(equal.map(({ two }) => two));
  const distinct = all.filter((unit) => !repeated.has(unit));
  // Either of two may have named the other as a likely partner, or both.
  const alike = new Map(
    likelyPairs(distinct, distinct).map(({ one, two }) => {
      const inOrder = one.place < two.place ? { one, two } : { one: two, two: one };
      return [`${inOrder.one.place} ${inOrder.two.place}`, inOrder] as const;
    }),
  );
  return [...equal, ...alike.values()]
    .flatMap(compareUnits)
    .sort(byPlace)
    .map((pair) => tell(pair, false));
}

interface Unit {
  readonly id: string;
  readonly place: number;
  readonly read: ReadText;
  /** All its words; equal texts have equal ones. */
  readonly words: string;
  readonly runs: ReadonlySet<string>;
}

const readAll = (units: readonly TextUnit[], options: NearCopyOptions): readonly Unit[] =>
  units.map(({ id, text }, place) => {
    const read = readForComparison(text, options);
    const said = read.words.filter(isSaying).map(({ word }) => word);
    return { id, place, read, words: said.join(' '), runs: runsOf(said) };
  });

/** Each run of three words once; a shorter text is one run. */
function runsOf(said: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= Math.max(said.length, runLength); at += 1)
    runs.add(said.slice(at, at + runLength).join(' '));
  runs.delete('');
  return runs;
}

/** Equal texts, the first of one side with the first of the other and so on. */
function pairEqual(a: readonly Unit[], b: readonly Unit[]): readonly ComparedPair[] {
  const waiting = new Map<string, Unit[]>();
  for (const unit of b.toReversed()) {
    const same = waiting.get(unit.words);
    if (same === undefined) waiting.set(unit.words, [unit]);
    else same.push(unit);
  }
  return a.flatMap((one) => {
    const two = one.words === '' ? undefined : waiting.get(one.words)?.pop();
    return two === undefined ? [] : compareUnits({ one, two });
  });
}

interface ComparedPair extends UnitPair {
  readonly found: NearCopy;
}

function compareUnits({ one, two }: UnitPair): readonly ComparedPair[] {
  const found = compareRead(one.read, two.read);
  return found === undefined ? [] : [{ one, two, found }];
}

const byPlace = (x: UnitPair, y: UnitPair): number =>
  x.one.place - y.one.place || x.two.place - y.two.place;

const bySimilarity = (x: ComparedPair, y: ComparedPair): number =>
  y.found.similarity - x.found.similarity || byPlace(x, y);

const tell = ({ one, two, found }: ComparedPair, isMoved: boolean): NearCopyPair => ({
  a: one.id,
  b: two.id,
  found,
  isMoved,
});

interface UnitPair {
  readonly one: Unit;
  readonly two: Unit;
}

function likelyPairs(a: readonly Unit[], b: readonly Unit[]): readonly UnitPair[] {
  const owners = new Map<string, Unit[]>();
  for (const unit of b) {
    for (const run of unit.runs) {
      const known = owners.get(run);
      if (known === undefined) owners.set(run, [unit]);
      else if (known.length <= mostOwners) known.push(unit);
    }
  }
  return a.flatMap((one) => {
    const shared = new Map<Unit, number>();
    for (const run of one.runs) {
      const having = owners.get(run) ?? [];
      if (having.length > mostOwners) continue;
      for (const two of having)
        if (two !== one) shared.set(two, (shared.get(two) ?? 0) + 1 / having.length);
    }
    return [...shared]
      .sort(([x, n], [y, m]) => m - n || x.place - y.place)
      .slice(0, mostPartners)
      .map(([two]) => ({ one, two }));
  });
}
