import type { Dossier } from './dossier.ts';
import type { ProblemList } from './dossier-problem.ts';

/** Reports a lexicon that contradicts itself, hides an order in a name, or holds what nobody uses. */
export function checkLexicon(dossier: Dossier, found: ProblemList): void {
  checkLinks(dossier, found);
  checkHiddenOrders(dossier, found);
  checkUnused(dossier, found);
}

function checkLinks({ links }: Dossier, found: ProblemList): void {
  links.forEach(({ id, from, to, relation }, index) => {
    const path = `links[${index}]`;
    if (from === to) {
      found.error(
        'link_to_itself',
        path,
        `the link ${id} leads from ${from} to itself; take it out`,
      );
    }
    if (relation !== 'excludes') return;
    const kind = links.find(
      (other) =>
        other.relation === 'kind-of' &&
        ((other.from === from && other.to === to) || (other.from === to && other.to === from)),
    );
    if (kind === undefined) return;
    const message = `${id} says that ${from} and ${to} exclude each other, ${kind.id} that one is a kind of the other; one of them is wrong`;
    found.warn('lexicon_contradiction', path, message);
  });
}

/** Words by which a label tells when something happens; "only in peacetime" is scope and passes. */
const orderWords =
  /\b(?:(?:only )?(?:before|after)|until|prior to|within (?:\S+ ){1,3}(?:hours?|days?|weeks?|months?|years?)|no later than|following the|up to the moment)\b/i;

function checkHiddenOrders({ acts, dimensions }: Dossier, found: ProblemList): void {
  const check = (label: string, path: string, what: string): void => {
    const words = orderWords.exec(label)?.[0];
    if (words === undefined) return;
    const message = `${what} says when it happens ("${words}"); put that into an order, for a norm read as a date invents conflicts`;
    found.warn('hidden_order', path, message);
  };
  acts.forEach(({ id, label }, i) => {
    check(label, `acts[${i}].label`, `the act ${id}`);
  });
  dimensions.forEach(({ universe, wholes }, d) => {
    universe.forEach(({ id, label }, i) => {
      check(label, `dimensions[${d}].universe[${i}].label`, `the scope ${id}`);
    });
    wholes.forEach(({ id, label }, i) => {
      check(label, `dimensions[${d}].wholes[${i}].label`, `the scope ${id}`);
    });
  });
}

/** More unused records than a slip leaves behind are a vocabulary brought along: told in one line. */
const mostNamed = 3;

function checkUnused(dossier: Dossier, found: ProblemList): void {
  const report = (
    table: 'acts' | 'events' | 'sources',
    used: ReadonlySet<string | undefined>,
  ): void => {
    const unused = dossier[table]
      .map(({ id }, index) => ({ id, index }))
      .filter(({ id }) => !used.has(id));
    const code = `unused_${table.slice(0, -1)}`;
    if (unused.length > mostNamed) {
      const names = unused.slice(0, mostNamed).map(({ id }) => id);
      const message = `nothing in the dossier uses ${unused.length} of its ${table}, among them ${names.join(', ')}; keep them for papers to come, or take them out`;
      found.warn(code, table, message);
      return;
    }
    for (const { id, index } of unused) {
      const message = `nothing in the dossier uses ${id}; use it or take it out`;
      found.warn(code, `${table}[${index}]`, message);
    }
  };
  const { links, provisions } = dossier;
  const norms = provisions.filter((provision) => provision.kind === 'norm');
  report(
    'acts',
    new Set([...links.flatMap(({ from, to }) => [from, to]), ...norms.map((n) => n.act)]),
  );
  report('events', new Set(usedEvents(dossier)));
  report('sources', new Set(usedSources(dossier)));
}

function usedEvents({ provisions, context }: Dossier): (string | undefined)[] {
  const stated = context.flatMap((c) =>
    c.role === 'premise' ? [c.states?.before, c.states?.after] : [],
  );
  const provided = provisions.flatMap((provision) => {
    switch (provision.kind) {
      case 'order':
        return [provision.before, provision.after];
      case 'claim':
        return [provision.amount?.at];
      case 'norm':
        return [
          provision.event,
          ...provision.amounts.map(({ at }) => at),
          ...provision.given.map((condition) =>
            'event' in condition ? condition.event : undefined,
          ),
        ];
    }
  });
  return [...stated, ...provided];
}

function usedSources(dossier: Dossier): (string | undefined)[] {
  const { actors, links, dimensions, context, papers } = dossier;
  const bases = [
    ...actors.map(({ basis }) => basis),
    ...links.map(({ basis }) => basis),
    ...dimensions.flatMap(({ wholes }) => wholes.map(({ basis }) => basis)),
    ...context.map((c) => (c.role === 'premise' ? c.basis : c)),
  ];
  const clauses = papers.flatMap((paper) => paper.clauses);
  return [
    ...bases.flatMap((basis) => basis?.sources ?? []),
    ...papers.flatMap((paper) => [...paper.sources, ...paper.gaps.flatMap((gap) => gap.sources)]),
    ...clauses.flatMap((c) => [...c.sources, ...c.renderings.map(({ source }) => source)]),
  ];
}
