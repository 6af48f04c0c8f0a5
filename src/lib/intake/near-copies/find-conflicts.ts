// Clauses of one contract that cannot both hold: the same act of the same bearer, with another stance.
// Candidates share their rare words, as clauses on the same matter do; of all pairs only these are read.
import { stemsOf } from '#lib/engine/align/stems.ts';
import type { Span } from '#lib/model/clause.ts';
import { accepts, relateStatuses, relationOf } from '#lib/engine/status.ts';
import type { Relation } from '#lib/model/relation.ts';
import {
  compareRead,
  readForComparison,
  type NearCopyOptions,
  type ReadText,
} from './compare-near-copies.ts';
import { conflictKind, type ConflictKind } from './conflict-kind.ts';
import { compareWords } from './differences.ts';
import type { TextUnit } from './find-near-copies.ts';
import { findSubjects } from './find-subjects.ts';
import { isSaying } from './words.ts';

/** Two clauses that seem to contradict each other. */
export interface Conflict {
  readonly a: string;
  readonly b: string;
  readonly kind: Exclude<ConflictKind, 'same'>;
  readonly relation: Relation | undefined;
  /** The words on both sides that it rests on. */
  readonly rests: { readonly a: readonly Span[]; readonly b: readonly Span[] };
  readonly confidence: number;
}

/** How many of its rarest stems a clause is looked up by. */
const lookedUp = 8;
/** Stems of more clauses than this are the contract's subject and tell nothing apart. */
const mostOwners = 60;
/** Share of the rarer words of the shorter clause, by weight, that the other has to have. */
const leastCovered = 0.8;
/** Shorter clauses are headings. */
const leastStems = 3;

/**
 * The pairs of clauses that seem to contradict each other, in the order of the contract. Of equal
 * clauses the first stands for all. A clause is told with the likeliest of those before it, and in other
 * words only where each is the likeliest of the other: a denial would otherwise be told with all that
 * it resembles. What the contract binds is recognised where the options name no parties.
 */
export function findConflicts(
  clauses: readonly TextUnit[],
  options: NearCopyOptions = {},
): readonly Conflict[] {
  const parties = options.parties ?? findSubjects(clauses, options.language ?? 'en');
  const units = distinct(clauses, { ...options, parties });
  const found = candidates(units, weights(units)).flatMap(
    ({ one, two, alikeness }): readonly Found[] => {
      const conflict = conflictOf(one, two);
      return conflict === undefined ? [] : [{ one, two, alikeness, conflict }];
    },
  );
  return likeliest(found)
    .toSorted(byPlace)
    .map(({ conflict }) => conflict);
}

/** Of the pairs of a clause with those before it the likeliest; of loose ones, likeliest for both. */
function likeliest(found: readonly Found[]): readonly Found[] {
  const best = new Map<Unit, Found>();
  const bestBefore = new Map<Unit, Found>();
  for (const pair of found.toSorted(byAlikeness)) {
    if (!best.has(pair.one)) best.set(pair.one, pair);
    if (!best.has(pair.two)) best.set(pair.two, pair);
    if (!bestBefore.has(pair.two)) bestBefore.set(pair.two, pair);
  }
  return found.filter((pair) =>
    pair.conflict.kind === 'structure'
      ? best.get(pair.one) === pair && best.get(pair.two) === pair
      : bestBefore.get(pair.two) === pair,
  );
}

interface Candidate {
  readonly one: Unit;
  readonly two: Unit;
  /** Share of their stems, by weight, that both have, 0 to 1. */
  readonly alikeness: number;
}

interface Found extends Candidate {
  readonly conflict: Conflict;
}

const byPlace = (x: Candidate, y: Candidate): number =>
  x.one.place - y.one.place || x.two.place - y.two.place;

const byAlikeness = (x: Candidate, y: Candidate): number =>
  y.alikeness - x.alikeness || byPlace(x, y);

interface Unit {
  readonly id: string;
  readonly place: number;
  readonly read: ReadText;
  readonly stems: ReadonlySet<string>;
}

function distinct(clauses: readonly TextUnit[], options: NearCopyOptions): readonly Unit[] {
  const seen = new Set<string>();
  return clauses.flatMap(({ id, text }, place) => {
    const read = readForComparison(text, options);
    const said = read.words.filter(isSaying);
    const key = said.map(({ word }) => word).join(' ');
    // Clauses on the same matter may give other figures and days for it.
    const matter = said.filter(({ role }) => role !== 'figure' && role !== 'date');
    const stems = new Set(
      stemsOf(matter.map(({ word }) => word).join(' '), options.language ?? 'en'),
    );
    if (seen.has(key) || stems.size < leastStems) return [];
    seen.add(key);
    return [{ id, place, read, stems }];
  });
}

/** The weight of a stem: the fewer clauses have it, the more it says (inverse document frequency). */
function weights(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stems } of units)
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + units.length / count)]));
}

function candidates(
  units: readonly Unit[],
  weigh: ReadonlyMap<string, number>,
): readonly Candidate[] {
  const weight = (stem: string): number => weigh.get(stem) ?? 0;
  const owners = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const stem of unit.stems) {
      const known = owners.get(stem);
      if (known === undefined) owners.set(stem, [unit]);
      else if (known.length <= mostOwners) known.push(unit);
    }
  }
  const total = ({ stems }: Unit): number => sum([...stems].map(weight));
  const pairs = new Map<string, Candidate>();
  for (const unit of units) {
    const rare = [...unit.stems]
      .sort((x, y) => weight(y) - weight(x) || (x < y ? -1 : 1))
      .slice(0, lookedUp);
    for (const other of new Set(rare.flatMap((stem) => owners.get(stem) ?? []))) {
      if (other === unit) continue;
      const [one, two] = unit.place < other.place ? [unit, other] : [other, unit];
      const key = `${one.place} ${two.place}`;
      if (pairs.has(key)) continue;
      const common = sum([...one.stems].filter((stem) => two.stems.has(stem)).map(weight));
      const [lesser, both] = [Math.min(total(one), total(two)), total(one) + total(two)];
      if (common >= leastCovered * lesser)
        pairs.set(key, { one, two, alikeness: (2 * common) / both });
    }
  }
  return [...pairs.values()];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function conflictOf(one: Unit, two: Unit): Conflict | undefined {
  const [a, b] = [one.read.stance, two.read.stance];
  if (bindOthers(a.bearers, b.bearers)) return undefined;
  const near = compareRead(one.read, two.read);
  if (near !== undefined) {
    const { kind, relation, rests, confidence } = near;
    if (kind === 'same' || relation === undefined || relation === 'same-terms') return undefined;
    // That one says more than the other is no contradiction.
    if (kind === 'object' && relation !== 'incompatible') return undefined;
    return { a: one.id, b: two.id, kind, relation, rests, confidence };
  }
  if (a.modality === undefined || b.modality === undefined) return undefined;
  const relation = relationOf(relateStatuses(accepts[a.modality], accepts[b.modality]));
  if (relation !== 'incompatible') return undefined;
  const compared = compareWords(one.read.words, two.read.words, 0);
  const kind = conflictKind({ a, b, compared });
  if (kind === 'same' || kind === 'object') return undefined;
  return {
    a: one.id,
    b: two.id,
    kind,
    relation,
    rests: { a: modalWords(one.read), b: modalWords(two.read) },
    confidence: 0.5,
  };
}

/** Both name who is bound, and none is named by both. */
const bindOthers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((name) => b.includes(name));

const modalWords = ({ words }: ReadText): readonly Span[] =>
  words
    .filter(({ role }) => role === 'modality' || role === 'negation')
    .map(({ from, to }) => ({ from, to }));
