import { livePapers } from '#lib/engine/columns.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import { listParties } from '../list-parties.ts';
import type { UsageView } from './glossary-view.ts';

/** Which provisions of which party speak of a thing. */
export interface Usage {
  readonly acts: ReadonlyMap<Id, UsageView>;
  readonly actors: ReadonlyMap<Id, UsageView>;
  /** By dimension and atom or whole, as `dimension/value`. */
  readonly scopes: ReadonlyMap<string, UsageView>;
  readonly events: ReadonlyMap<Id, UsageView>;
  readonly terms: ReadonlyMap<Id, UsageView>;
}

type Named = (provision: Provision) => readonly string[];

/** Counts how often the live papers use each thing; a joint paper counts for each of its parties. */
export function countUsage(dossier: Dossier): Usage {
  const parties = listParties(dossier);
  const papers = livePapers(dossier, undefined);
  const partiesOf = new Map(
    papers.flatMap((paper) => paper.clauses.map(({ id }) => [id, paper.parties] as const)),
  );
  const provisions = dossier.provisions.filter(
    ({ layer, clause }) => layer === 'main' && partiesOf.has(clause),
  );
  const count = (named: Named): ReadonlyMap<string, UsageView> => {
    const users = new Map<string, (readonly Id[])[]>();
    for (const provision of provisions)
      for (const id of new Set(named(provision)))
        users.set(id, [...(users.get(id) ?? []), partiesOf.get(provision.clause) ?? []]);
    return new Map(
      [...users].map(([id, own]) => {
        const by = parties.flatMap(({ id: party, label }) => {
          const times = own.filter((some) => some.includes(party)).length;
          return times === 0 ? [] : [`${label} ${String(times)}`];
        });
        return [id, { total: own.length, by: by.join(', ') }];
      }),
    );
  };
  return {
    acts: count((p) => (p.kind === 'norm' ? [p.act] : [])),
    actors: count((p) => (p.kind === 'norm' ? [...p.bearers, ...p.counterparties] : [])),
    scopes: count(valuesOf),
    events: count(eventsOf),
    terms: count(termsOf),
  };
}

const valuesOf: Named = (provision) =>
  provision.kind !== 'norm'
    ? []
    : Object.entries(provision.scope).flatMap(([dimension, values]) =>
        values.map((value) => `${dimension}/${value}`),
      );

const eventsOf: Named = (provision) => {
  switch (provision.kind) {
    case 'order':
      return [provision.before, provision.after];
    case 'norm': {
      const given = provision.given.flatMap((one) => ('event' in one ? [one.event] : []));
      const measured = provision.amounts.flatMap(({ at }) => at ?? []);
      return [...given, ...measured, ...(provision.event === undefined ? [] : [provision.event])];
    }
    case 'claim':
      return [];
  }
};

const termsOf: Named = (provision) => {
  switch (provision.kind) {
    case 'order':
      return [];
    case 'norm':
      return provision.amounts.map(({ of }) => `term/${of}`);
    case 'claim':
      return [
        `subject/${provision.subject}`,
        ...(provision.amount === undefined ? [] : [`term/${provision.amount.of}`]),
      ];
  }
};
