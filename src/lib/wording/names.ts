/** Names for everything a comparison speaks of; an id nobody knows is printed as it is. */
import type { Id } from '#lib/model/id.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Column, Comparison } from '#lib/engine/comparison.ts';
import type { Figures } from './figures.ts';
import type { Phrases } from './phrases.ts';
import { dateOfPaper } from './paper-date.ts';

export interface Names {
  readonly actor: (actor: Id) => string;
  readonly act: (act: Id) => string;
  readonly event: (event: Id) => string;
  readonly term: (term: Id) => string;
  readonly subject: (subject: Id) => string;
  readonly issue: (issue: Id) => string;
  readonly atom: (dimension: Id, atom: Id) => string;
  readonly dimension: (dimension: Id) => string;
  readonly column: (column: Id) => string;
}

interface Namer {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  readonly phrases: Phrases;
  readonly figures: Figures;
}

/** Prepares the names of a dossier and of the columns of a comparison. */
export function createNames(namer: Namer): Names {
  const { dossier, comparison } = namer;
  const actors = new Map(dossier.actors.map(({ id, name }) => [id, name]));
  const actor = (id: Id): string => actors.get(id) ?? id;
  const atoms = new Map(
    dossier.dimensions.map((dimension) => [
      dimension.id,
      labels([...dimension.universe, ...dimension.wholes]),
    ]),
  );
  const columns = nameColumns(comparison.columns, actor, namer);
  return {
    actor,
    act: finder(dossier.acts),
    event: finder(dossier.events),
    term: finder(dossier.terms),
    subject: finder(dossier.subjects),
    issue: finder(dossier.issues),
    dimension: finder(dossier.dimensions),
    atom: (dimension, atom) => atoms.get(dimension)?.get(atom) ?? atom,
    column: (id) => columns.get(id) ?? actor(id),
  };
}

type Labelled = readonly { readonly id: Id; readonly label: string }[];

const labels = (list: Labelled): ReadonlyMap<Id, string> =>
  new Map(list.map(({ id, label }) => [id, label]));

function finder(list: Labelled): (id: Id) => string {
  const known = labels(list);
  return (id) => known.get(id) ?? id;
}

/** A column is called by its party; by its paper's title where it has not just one; told apart by date. */
function nameColumns(
  columns: readonly Column[],
  actor: (id: Id) => string,
  { phrases, figures }: Namer,
): ReadonlyMap<Id, string> {
  const short = columns.map(({ id, parties, papers }) => {
    const [party] = parties;
    if (party !== undefined && parties.length === 1) return actor(party);
    return papers[0]?.title ?? actor(id);
  });
  const repeated = (names: readonly string[], at: number): boolean =>
    names.some((name, index) => index !== at && name === names[at]);
  const dated = columns.map(({ papers: [paper] }, index) => {
    const name = short[index] ?? '';
    if (!repeated(short, index) || !paper) return name;
    const { papers, grammar } = phrases;
    return `${name} ${grammar.parenthesis(papers.dated(paper.kind, dateOfPaper({ phrases, figures }, paper)))}`;
  });
  return new Map(
    columns.map(({ id }, index) => {
      const name = dated[index] ?? id;
      return [id, repeated(dated, index) ? `${name} ${phrases.grammar.parenthesis(id)}` : name];
    }),
  );
}
