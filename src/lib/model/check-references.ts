import type { Basis } from './basis.ts';
import type { Dossier } from './dossier.ts';
import type { ProblemList } from './dossier-problem.ts';
import { checkPaperReferences } from './check-paper-references.ts';
import { checkProvisionReferences } from './check-provision-references.ts';
import { checkNoteReferences } from './check-note-references.ts';

/** What a person calls one entry of a table that other records refer to. */
type Table =
  | 'actor'
  | 'issue'
  | 'act'
  | 'event'
  | 'term'
  | 'subject'
  | 'source'
  | 'paper'
  | 'provision'
  | 'annotation';

/** Looks up references and reports those to nothing, naming what there is. */
export class References {
  private readonly ids: Readonly<Record<Table, ReadonlySet<string>>>;
  private readonly found: ProblemList;

  constructor(dossier: Dossier, found: ProblemList) {
    const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
    this.found = found;
    this.ids = {
      actor: idsOf(dossier.actors),
      issue: idsOf(dossier.issues),
      act: idsOf(dossier.acts),
      event: idsOf(dossier.events),
      term: idsOf(dossier.terms),
      subject: idsOf(dossier.subjects),
      source: idsOf(dossier.sources),
      paper: idsOf(dossier.papers),
      provision: idsOf(dossier.provisions),
      annotation: idsOf(dossier.annotations),
    };
  }

  /** One reference, or none when `id` is undefined. */
  one(table: Table, id: string | undefined, path: string): void {
    if (id === undefined || this.ids[table].has(id)) return;
    this.unknown(table, id, { path, known: this.ids[table] });
  }

  /** A list of references; each is named by its index. */
  many(table: Table, ids: readonly string[], path: string): void {
    ids.forEach((id, index) => {
      this.one(table, id, `${path}[${index}]`);
    });
  }

  basis(basis: Basis | undefined, path: string): void {
    if (basis === undefined) return;
    this.many('source', basis.sources, `${path}.sources`);
    this.many('actor', basis.disputedBy, `${path}.disputedBy`);
  }

  /** Reports a reference that the caller looked up itself. */
  unknown(
    what: string,
    id: string,
    { path, known }: { readonly path: string; readonly known: Iterable<string> },
  ): void {
    const list = firstOf(known, 9);
    const shown = list.slice(0, 8).join(', ');
    const all = list.length > 8 ? `${shown}, …` : shown || 'none';
    const message = `there is no ${what} ${id}; correct the id or add it (known: ${all})`;
    this.found.error('unknown_reference', path, message);
  }
}

/** Some entries of what may be a long list; each unknown id tells a few known ones. */
function firstOf(known: Iterable<string>, count: number): string[] {
  const list: string[] = [];
  for (const id of known) {
    list.push(id);
    if (list.length === count) break;
  }
  return list;
}

/** Reports every id that points at no record. */
export function checkReferences(dossier: Dossier, found: ProblemList): void {
  const look = new References(dossier, found);
  checkTables(dossier, look);
  checkDimensions(dossier, look);
  checkPaperReferences(dossier, look);
  checkProvisionReferences(dossier, look);
  checkNoteReferences(dossier, look);
}

function checkTables(dossier: Dossier, look: References): void {
  dossier.actors.forEach((actor, i) => {
    look.many('actor', actor.parts, `actors[${i}].parts`);
    look.basis(actor.basis, `actors[${i}].basis`);
    actor.variants.forEach(({ usedBy }, j) => {
      look.many('actor', usedBy, `actors[${i}].variants[${j}].usedBy`);
    });
  });
  dossier.issues.forEach(({ parent }, i) => {
    look.one('issue', parent, `issues[${i}].parent`);
  });
  dossier.acts.forEach(({ variants }, i) => {
    variants.forEach(({ usedBy }, j) => {
      look.many('actor', usedBy, `acts[${i}].variants[${j}].usedBy`);
    });
  });
  dossier.links.forEach((link, i) => {
    look.one('act', link.from, `links[${i}].from`);
    look.one('act', link.to, `links[${i}].to`);
    look.basis(link.basis, `links[${i}].basis`);
  });
  dossier.context.forEach((context, i) => {
    const path = `context[${i}]`;
    look.many('issue', context.issues, `${path}.issues`);
    if (context.role === 'premise') {
      look.basis(context.basis, `${path}.basis`);
      look.one('event', context.states?.before, `${path}.states.before`);
      look.one('event', context.states?.after, `${path}.states.after`);
    } else look.many('source', context.sources, `${path}.sources`);
  });
}

function checkDimensions(dossier: Dossier, look: References): void {
  dossier.dimensions.forEach((dimension, i) => {
    const known = new Set([...dimension.universe, ...dimension.wholes].map(({ id }) => id));
    dimension.wholes.forEach((whole, j) => {
      const path = `dimensions[${i}].wholes[${j}]`;
      look.basis(whole.basis, `${path}.basis`);
      whole.parts.forEach((part, k) => {
        if (known.has(part)) return;
        look.unknown(`value of ${dimension.id}`, part, { path: `${path}.parts[${k}]`, known });
      });
    });
  });
}
