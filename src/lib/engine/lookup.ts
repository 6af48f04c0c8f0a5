import type { Actor } from '#lib/model/actor.ts';
import type { Clause } from '#lib/model/clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Dimension } from '#lib/model/lexicon.ts';
import type { Paper } from '#lib/model/paper.ts';
import type { Provision } from '#lib/model/provision.ts';

/** A clause with the paper it stands in, its place in reading order, and the option that governs it. */
export interface PlacedClause {
  readonly clause: Clause;
  readonly paper: Paper;
  /** Rank over all clauses of the dossier, by paper and then by position in the text. */
  readonly rank: number;
  /** Every option choice on the way from the root; a clause is read only if all are chosen. */
  readonly options: readonly { readonly group: Id; readonly choice: Id }[];
}

/** The dossier by id, built once a comparison. References are taken as checked. */
export interface Lookup {
  readonly dossier: Dossier;
  readonly actors: ReadonlyMap<Id, Actor>;
  readonly dimensions: ReadonlyMap<Id, Dimension>;
  readonly papers: ReadonlyMap<Id, Paper>;
  readonly clauses: ReadonlyMap<Id, PlacedClause>;
  readonly provisions: ReadonlyMap<Id, Provision>;
  /** Rank of each record in its list, for order in tables. */
  readonly actRank: ReadonlyMap<Id, number>;
  readonly issueRank: ReadonlyMap<Id, number>;
  readonly eventRank: ReadonlyMap<Id, number>;
  readonly subjectRank: ReadonlyMap<Id, number>;
  readonly provisionRank: ReadonlyMap<Id, number>;
}

const byId = <T extends { readonly id: Id }>(list: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(list.map((item) => [item.id, item]));

const ranks = (list: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> =>
  new Map(list.map((item, index) => [item.id, index]));

const built = new WeakMap<Dossier, Lookup>();

/** Indexes a dossier for comparing; a dossier is never changed in place, so that once is enough. */
export function buildLookup(dossier: Dossier): Lookup {
  const lookup = built.get(dossier) ?? indexDossier(dossier);
  built.set(dossier, lookup);
  return lookup;
}

function indexDossier(dossier: Dossier): Lookup {
  const clauses = placeClauses(dossier.papers);
  const provisions = [...dossier.provisions]
    .map((provision, index) => ({ provision, index }))
    .sort(
      (a, b) =>
        (clauses.get(a.provision.clause)?.rank ?? 0) -
          (clauses.get(b.provision.clause)?.rank ?? 0) || a.index - b.index,
    )
    .map(({ provision }) => provision);
  return {
    dossier,
    actors: byId(dossier.actors),
    dimensions: byId(dossier.dimensions),
    papers: byId(dossier.papers),
    clauses,
    provisions: byId(dossier.provisions),
    actRank: ranks(dossier.acts),
    issueRank: ranks(issuesInTreeOrder(dossier)),
    eventRank: ranks(dossier.events),
    subjectRank: ranks(dossier.subjects),
    provisionRank: ranks(provisions),
  };
}

function placeClauses(papers: readonly Paper[]): ReadonlyMap<Id, PlacedClause> {
  const placed = new Map<Id, PlacedClause>();
  let rank = 0;
  for (const paper of papers) {
    const own = byId(paper.clauses);
    for (const clause of paper.clauses) {
      placed.set(clause.id, { clause, paper, rank: rank++, options: optionsOf(clause, own) });
    }
  }
  return placed;
}

function optionsOf(clause: Clause, own: ReadonlyMap<Id, Clause>): PlacedClause['options'] {
  const options = [];
  const seen = new Set<Id>();
  for (let at: Clause | undefined = clause; at && !seen.has(at.id);) {
    seen.add(at.id);
    if (at.option) options.unshift(at.option);
    at = at.parent === undefined ? undefined : own.get(at.parent);
  }
  return options;
}

/** Issues with each parent directly before its children, otherwise in the order of the list. */
function issuesInTreeOrder(dossier: Dossier): readonly { readonly id: Id }[] {
  const known = new Set(dossier.issues.map((issue) => issue.id));
  const children = new Map<Id | undefined, { readonly id: Id }[]>();
  for (const issue of dossier.issues) {
    const parent = issue.parent !== undefined && known.has(issue.parent) ? issue.parent : undefined;
    children.set(parent, [...(children.get(parent) ?? []), issue]);
  }
  const ordered: { readonly id: Id }[] = [];
  const visit = (parent: Id | undefined): void => {
    for (const issue of children.get(parent) ?? []) {
      ordered.push(issue);
      visit(issue.id);
    }
  };
  visit(undefined);
  return ordered;
}
