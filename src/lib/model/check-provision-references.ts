import type { Clause } from './clause.ts';
import type { Dimension } from './lexicon.ts';
import type { Dossier } from './dossier.ts';
import type { Amount, Norm, Provision } from './provision.ts';
import type { References } from './check-references.ts';

interface Known {
  readonly look: References;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
}

/** Reports references out of provisions that point at nothing. */
export function checkProvisionReferences(dossier: Dossier, look: References): void {
  const clauses = dossier.papers.flatMap((paper) => paper.clauses.map((c) => [c.id, c] as const));
  const known: Known = {
    look,
    clauses: new Map(clauses),
    dimensions: new Map(dossier.dimensions.map((dimension) => [dimension.id, dimension])),
  };
  dossier.provisions.forEach((provision, index) => {
    checkProvision(provision, `provisions[${index}]`, known);
  });
}

function checkProvision(provision: Provision, path: string, known: Known): void {
  const { look } = known;
  checkPlace(provision, path, known);
  look.many('issue', provision.issues, `${path}.issues`);
  switch (provision.kind) {
    case 'norm':
      checkNorm(provision, path, known);
      return;
    case 'order':
      look.one('event', provision.before, `${path}.before`);
      look.one('event', provision.after, `${path}.after`);
      return;
    case 'claim':
      look.one('subject', provision.subject, `${path}.subject`);
      if (provision.amount) checkAmount(provision.amount, `${path}.amount`, look);
  }
}

function checkPlace({ clause: id, rendering }: Provision, path: string, known: Known): void {
  const clause = known.clauses.get(id);
  if (clause === undefined) {
    known.look.unknown('clause', id, { path: `${path}.clause`, known: known.clauses.keys() });
    return;
  }
  if (rendering === undefined || clause.renderings.some((r) => r.id === rendering)) return;
  const renderings = clause.renderings.map((r) => r.id);
  known.look.unknown(`rendering of ${id}`, rendering, {
    path: `${path}.rendering`,
    known: renderings,
  });
}

function checkNorm(norm: Norm, path: string, known: Known): void {
  const { look } = known;
  look.many('actor', norm.bearers, `${path}.bearers`);
  look.many('actor', norm.counterparties, `${path}.counterparties`);
  look.one('act', norm.act, `${path}.act`);
  look.one('event', norm.event, `${path}.event`);
  norm.amounts.forEach((amount, i) => {
    checkAmount(amount, `${path}.amounts[${i}]`, look);
  });
  norm.given.forEach((condition, i) => {
    if ('event' in condition) look.one('event', condition.event, `${path}.given[${i}].event`);
    else look.one('provision', condition.provision, `${path}.given[${i}].provision`);
  });
  checkScope(norm, path, known);
}

function checkScope({ scope }: Norm, path: string, { look, dimensions }: Known): void {
  for (const [id, values] of Object.entries(scope)) {
    const dimension = dimensions.get(id);
    if (dimension === undefined) {
      look.unknown('dimension', id, { path: `${path}.scope.${id}`, known: dimensions.keys() });
      continue;
    }
    const known = new Set([...dimension.universe, ...dimension.wholes].map((value) => value.id));
    values.forEach((value, i) => {
      if (known.has(value)) return;
      look.unknown(`value of ${id}`, value, { path: `${path}.scope.${id}[${i}]`, known });
    });
  }
}

function checkAmount(amount: Amount, path: string, look: References): void {
  look.one('term', amount.of, `${path}.of`);
  look.one('event', amount.at, `${path}.at`);
}
