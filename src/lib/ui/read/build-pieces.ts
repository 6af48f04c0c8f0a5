import type { Row } from '#lib/engine/comparison.ts';
import type { Clause } from '#lib/model/clause.ts';
import type { Paper } from '#lib/model/paper.ts';
import { relations, type Relation } from '#lib/model/relation.ts';
import { namesOf, tellProvision } from '../code/provision-line.ts';
import type { Tools } from '../view-tools.ts';
import type { CounterpartView, PieceView, ProvisionView, RelationCount } from './read-view.ts';
import { gravity, type RelatedClauses } from './relate-clauses.ts';
import { splitPaper, type Piece } from './split-paper.ts';

/** What the pieces of both papers are built from. */
export interface PiecesOf {
  readonly tools: Tools;
  readonly related: readonly RelatedClauses[];
  /** Whether two papers stand side by side. */
  readonly isPair: boolean;
  readonly compareHref: string;
  /** The columns, as the addresses of rows carry them. */
  readonly search: string;
}

/** What a clause has to do with a row: the gravest relation in which it is cited there. */
interface RowPart {
  readonly relation: Relation;
  readonly suggested: boolean;
}

interface Building extends PiecesOf {
  readonly paper: Paper;
  readonly depthOf: (clause: Clause) => number;
  readonly uncoded: ReadonlySet<string>;
  readonly relatedTo: ReadonlyMap<string, readonly RelatedClauses[]>;
  readonly relationsOf: ReadonlyMap<string, readonly RowPart[]>;
  readonly provisionsOf: ReadonlyMap<string, readonly ProvisionView[]>;
}

/** The pieces of a paper in its order, each with what it is related to. */
export function buildPieces(of: PiecesOf, paper: Paper): readonly PieceView[] {
  const building: Building = {
    ...{ ...of, paper, depthOf: depthsIn(paper), relationsOf: relationsByClause(of.tools) },
    uncoded: new Set(of.tools.comparison.uncoded),
    relatedTo: groupByClause(of.related),
    provisionsOf: of.isPair ? new Map() : provisionsByClause(of.tools),
  };
  return splitPaper(paper).map((piece, index) => buildPiece(building, piece, index));
}

function buildPiece(building: Building, { clause, text }: Piece, index: number): PieceView {
  const { tools, relationsOf, isPair } = building;
  const html = text === '' ? '' : tools.renderText(text);
  if (clause === undefined) return { ...loose, key: `loose-${String(index)}`, html };
  const relation = gravestOf(building, clause.id);
  return {
    key: clause.id,
    kind: clause.kind,
    clause: clause.id,
    depth: building.depthOf(clause),
    locator: clause.locator,
    inferred: clause.locatorInferred,
    ...(clause.heading === undefined ? {} : { heading: clause.heading }),
    ...optionOf(building, clause),
    ...absenceOf(tools, clause),
    html,
    ...(clause.note === undefined ? {} : { note: clause.note }),
    counterparts: isPair ? counterpartsOf(building, clause) : [],
    ...(relation === undefined ? {} : { relation }),
    uncoded: building.uncoded.has(clause.id),
    counts: isPair ? [] : countRelations(tools, relationsOf.get(clause.id) ?? []),
    provisions: building.provisionsOf.get(clause.id) ?? [],
  };
}

const loose: Omit<PieceView, 'key' | 'html'> = {
  kind: 'loose',
  ...{ clause: '', depth: 0, locator: '', inferred: false, uncoded: false },
  ...{ counterparts: [], counts: [], provisions: [] },
};

/** The gravest relation of a clause to what stands beside it, or what it is alone with. */
function gravestOf({ relatedTo, uncoded, isPair, relationsOf }: Building, id: string) {
  const pairs = (relatedTo.get(id) ?? []).map(({ relation }) => relation);
  const own = (relationsOf.get(id) ?? []).map(({ relation }) => relation);
  const told = isPair ? [...pairs, ...own.filter((kind) => kind === 'one-side-only')] : own;
  const [gravest] = told.toSorted((x, y) => gravity(x) - gravity(y));
  if (gravest !== undefined) return gravest;
  return uncoded.has(id) ? 'not-yet-coded' : undefined;
}

function counterpartsOf(building: Building, { id }: Clause): readonly CounterpartView[] {
  const { tools, relatedTo, compareHref, search } = building;
  const { words } = tools.speaker;
  return (relatedTo.get(id) ?? [])
    .toSorted((x, y) => gravity(x.relation) - gravity(y.relation))
    .map(({ a, b, relation, suggested, row }) => {
      const clause = a === id ? b : a;
      return {
        ...{ clause, relation, suggested, href: `#clause-${encodeURIComponent(clause)}` },
        locator: tools.lookup.clauses.get(clause)?.clause.locator ?? clause,
        word: words.relations[relation].name,
        ...(row === undefined ? {} : { row: linkRow(row, compareHref, search) }),
      };
    });
}

const linkRow = ({ id, number }: Row, compareHref: string, search: string) => ({
  href: `${compareHref}/rows/${encodeURIComponent(id)}${search}`,
  number,
});

function optionOf({ tools, paper }: Building, clause: Clause): { readonly option?: string } {
  const chosen = (tools.lookup.clauses.get(clause.id)?.options ?? []).map(({ group, choice }) => {
    const found = paper.options.find(({ id }) => id === group);
    return found?.choices.find(({ id }) => id === choice)?.label ?? choice;
  });
  return chosen.length === 0 ? {} : { option: chosen.join(', ') };
}

function absenceOf({ speaker }: Tools, { availability }: Clause): Pick<PieceView, 'absent'> {
  if (availability === 'present') return {};
  const { name, meaning } = speaker.words.emptyCells[availability];
  return { absent: { word: name, why: meaning } };
}

function groupByClause(related: readonly RelatedClauses[]) {
  const groups = new Map<string, RelatedClauses[]>();
  for (const pair of related)
    for (const id of [pair.a, pair.b]) groups.set(id, [...(groups.get(id) ?? []), pair]);
  return groups;
}

/** How deep each clause of a paper stands in others; a section that holds others adds nothing. */
function depthsIn(paper: Paper): (clause: Clause) => number {
  const byId = new Map(paper.clauses.map((clause) => [clause.id, clause]));
  return (clause) => {
    let depth = 0;
    const seen = new Set([clause.id]);
    for (let at = clause.parent; at !== undefined && !seen.has(at); at = byId.get(at)?.parent) {
      seen.add(at);
      if (byId.get(at)?.kind === 'clause') depth += 1;
    }
    return Math.min(depth, 4);
  };
}

/** What each clause has to do with each row that cites it. */
function relationsByClause({ comparison }: Tools): ReadonlyMap<string, readonly RowPart[]> {
  const found = new Map<string, RowPart[]>();
  for (const { findings } of comparison.rows) {
    const inRow = new Map<string, RowPart>();
    for (const { relation, evidence, basis } of findings)
      for (const { clause } of evidence) {
        const known = inRow.get(clause);
        if (known === undefined || gravity(relation) < gravity(known.relation))
          inRow.set(clause, { relation, suggested: basis === 'suggested' });
      }
    for (const [clause, part] of inRow) found.set(clause, [...(found.get(clause) ?? []), part]);
  }
  return found;
}

function countRelations({ speaker }: Tools, all: readonly RowPart[]): readonly RelationCount[] {
  return relations.flatMap((relation) => {
    const own = all.filter((part) => part.relation === relation);
    const suggested = own.filter((part) => part.suggested).length;
    const word = speaker.words.relations[relation].name;
    return own.length === 0 ? [] : [{ relation, word, count: own.length, suggested }];
  });
}

function provisionsByClause({
  dossier,
  speaker,
}: Tools): ReadonlyMap<string, readonly ProvisionView[]> {
  const names = namesOf(dossier);
  const found = new Map<string, ProvisionView[]>();
  for (const provision of dossier.provisions) {
    const { state } = provision.review;
    const view = {
      ...{ id: provision.id, ...tellProvision(provision, names) },
      review: speaker.words.reviewStates[state].name,
      suggested: state === 'suggested',
    };
    found.set(provision.clause, [...(found.get(provision.clause) ?? []), view]);
  }
  return found;
}
