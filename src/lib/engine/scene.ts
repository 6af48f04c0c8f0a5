/**
 * Everything a comparison looks at, prepared once: the columns with the provisions they hold, the
 * readings, the lexicon and the domains, with premises switched as asked.
 */
import type { Id } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';
import type { Claim, Norm, Order, Provision } from '#lib/model/provision.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { createLexicon, type Lexicon } from './closure.ts';
import {
  coverageOf,
  isJoint,
  readColumns,
  replaces,
  type Coverage,
  type ReadColumn,
} from './columns.ts';
import type { CompareOptions } from './comparison.ts';
import { createExpander, type Expander } from './domain.ts';
import { buildLookup, type Lookup, type PlacedClause } from './lookup.ts';
import { listReadings, type ReadingList } from './readings.ts';

/** What one column holds in the compared layer, in paper and text order. */
export interface HeldColumn extends ReadColumn {
  readonly provisions: readonly Provision[];
  readonly norms: readonly Norm[];
  readonly orders: readonly Order[];
  readonly claims: readonly Claim[];
  readonly ids: ReadonlySet<Id>;
}

export interface Scene {
  readonly lookup: Lookup;
  readonly lexicon: Lexicon;
  readonly expander: Expander;
  readonly off: ReadonlySet<string>;
  readonly columns: readonly HeldColumn[];
  readonly readings: ReadingList;
  /** Readings (as indexes) in which the provision is read; all of them outside options. */
  readonly readingsOf: (provision: Id) => readonly number[];
  readonly paperOf: (provision: Id) => Paper;
  /** Clauses of the compared papers that have words and no provision in the layer. */
  readonly uncoded: ReadonlySet<Id>;
  /** These, and clauses whose provisions nobody has reviewed: no silence follows from them. */
  readonly unsettled: ReadonlySet<Id>;
  /** By the clause they descend from. */
  readonly continuations: ReadonlyMap<Id, readonly PlacedClause[]>;
  /** Whether a column's silence on an issue may be claimed; asked once for each and remembered. */
  readonly coverageOf: (column: HeldColumn, issue: Id | undefined) => Coverage;
  /** Which clauses stand beside which, said by either of them. */
  readonly neighbours: ReadonlyMap<Id, ReadonlySet<Id>>;
}

/**
 * Prepares a dossier for comparing; ids in `options` are taken as checked. `read` are the columns where
 * no party and no paper names them: the texts of a party at one time.
 */
export function setScene(
  dossier: Dossier,
  options: CompareOptions,
  read: readonly ReadColumn[] = readColumns(dossier, options),
): Scene {
  const lookup = buildLookup(dossier);
  const off = new Set(options.off ?? []);
  const layer = options.layer ?? 'main';
  const ranked = [...lookup.provisions.values()]
    .filter((provision) => provision.layer === layer && lookup.clauses.has(provision.clause))
    .sort((a, b) => (lookup.provisionRank.get(a.id) ?? 0) - (lookup.provisionRank.get(b.id) ?? 0));
  const columns = read.map((column) => holdColumn(column, ranked, lookup));
  const papers = [...new Set(columns.flatMap((column) => column.papers))];
  const inOrder = dossier.papers.filter((paper) => papers.includes(paper));
  const readings = listReadings(inOrder, options.reading ?? {});
  const readingsByProvision = new Map(
    ranked.map((p) => [p.id, readings.where(lookup.clauses.get(p.clause)?.options ?? [])] as const),
  );
  const paperByProvision = new Map(
    ranked.flatMap((p) => {
      const placed = lookup.clauses.get(p.clause);
      return placed ? [[p.id, placed.paper] as const] : [];
    }),
  );
  const coded = new Set(ranked.map((provision) => provision.clause));
  const uncoded = inOrder.flatMap((paper) =>
    paper.clauses
      .filter((c) => c.kind === 'clause' && c.availability === 'present' && !coded.has(c.id))
      .map((c) => c.id),
  );
  const unreviewed = ranked.filter(({ review }) => review.state === 'suggested');
  const unsettled = new Set([...uncoded, ...unreviewed.map(({ clause }) => clause)]);
  return {
    lookup,
    lexicon: createLexicon(dossier.links, off),
    expander: createExpander(lookup, off),
    off,
    columns,
    readings,
    readingsOf: (id) => readingsByProvision.get(id) ?? [],
    paperOf: (id) => {
      const paper = paperByProvision.get(id);
      if (!paper) throw new Error(`provision ${id} is not part of this comparison`);
      return paper;
    },
    uncoded: new Set(uncoded),
    unsettled,
    coverageOf: rememberCoverage(dossier, unsettled),
    neighbours: linkNeighbours(lookup),
    continuations: Map.groupBy(
      [...lookup.clauses.values()].filter(({ clause }) => clause.continues !== undefined),
      ({ clause }) => clause.continues ?? '',
    ),
  };
}

function rememberCoverage(dossier: Dossier, unsettled: ReadonlySet<Id>): Scene['coverageOf'] {
  const known = new Map<HeldColumn, Map<Id | undefined, Coverage>>();
  return (column, issue) => {
    const own = known.get(column) ?? new Map<Id | undefined, Coverage>();
    known.set(column, own);
    const coverage = own.get(issue) ?? coverageOf(dossier, column.papers, { issue, unsettled });
    own.set(issue, coverage);
    return coverage;
  };
}

function linkNeighbours({ clauses }: Lookup): ReadonlyMap<Id, ReadonlySet<Id>> {
  const links = new Map<Id, Set<Id>>();
  const put = (from: Id, to: Id): void => {
    const known = links.get(from);
    if (known) known.add(to);
    else links.set(from, new Set([to]));
  };
  for (const { clause } of clauses.values())
    for (const other of clause.beside) {
      put(clause.id, other);
      put(other, clause.id);
    }
  return links;
}

function holdColumn(column: ReadColumn, ranked: readonly Provision[], lookup: Lookup): HeldColumn {
  const ids = new Set(column.papers.map((paper) => paper.id));
  const provisions = ranked.filter((provision) => {
    const placed = lookup.clauses.get(provision.clause);
    return placed?.clause.availability === 'present' && ids.has(placed.paper.id);
  });
  return {
    ...column,
    provisions,
    norms: provisions.filter((p) => p.kind === 'norm'),
    orders: provisions.filter((p) => p.kind === 'order'),
    claims: provisions.filter((p) => p.kind === 'claim'),
    ids: new Set(provisions.map((p) => p.id)),
  };
}

/** Provisions of a position less those that a joint text among them replaces, and the replaced. */
export function settle<T extends Provision>(
  scene: Scene,
  provisions: readonly T[],
): { readonly standing: readonly T[]; readonly replaced: readonly T[] } {
  const joint = provisions.map((p) => scene.paperOf(p.id)).filter(isJoint);
  if (joint.length === 0) return { standing: provisions, replaced: [] };
  const isReplaced = (p: T): boolean => joint.some((paper) => replaces(paper, scene.paperOf(p.id)));
  return {
    standing: provisions.filter((p) => !isReplaced(p)),
    replaced: provisions.filter(isReplaced),
  };
}

/** The joint paper behind two equal positions made of joint provisions only, if they are that. */
export function jointPaperOf(
  scene: Scene,
  a: readonly Provision[],
  b: readonly Provision[],
): Paper | null {
  const [first] = a;
  if (!first || a.length !== b.length || a.some((p, i) => p.id !== b[i]?.id)) return null;
  if (!a.every((p) => isJoint(scene.paperOf(p.id)))) return null;
  return scene.paperOf(first.id);
}

/**
 * Runs `visit` once for every distinct combination of active provisions over the readings, with the
 * readings that share it. Positions depend on options only through which provisions are active.
 */
export function forEachActiveSet<T extends Provision>(
  scene: Scene,
  sides: readonly (readonly T[])[],
  visit: (active: readonly (readonly T[])[], readings: readonly number[]) => void,
): void {
  const all = scene.readings.list.map((_, index) => index);
  const optional = sides.some((side) =>
    side.some((p) => scene.readingsOf(p.id).length < all.length),
  );
  if (!optional) {
    visit(sides, all);
    return;
  }
  const groups = new Map<string, { active: readonly (readonly T[])[]; readings: number[] }>();
  for (const reading of all) {
    const active = sides.map((side) =>
      side.filter((p) => scene.readingsOf(p.id).includes(reading)),
    );
    const key = active.map((side) => side.map((p) => p.id).join(' ')).join('|');
    const known = groups.get(key);
    if (known) known.readings.push(reading);
    else groups.set(key, { active, readings: [reading] });
  }
  for (const { active, readings } of groups.values()) visit(active, readings);
}
