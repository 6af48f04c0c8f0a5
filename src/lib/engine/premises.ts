/**
 * Premises: everything a finding may rest on besides the texts. Their ids carry their kind, so that a
 * link and a context statement of the same id stay apart: `link:…`, `context:…`, `group:<actor>`,
 * `whole:<dimension>:<whole>`.
 */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Premise } from './comparison.ts';

export const linkPremise = (link: Id): string => `link:${link}`;
export const contextPremise = (context: Id): string => `context:${context}`;
export const groupPremise = (actor: Id): string => `group:${actor}`;
export const wholePremise = (dimension: Id, whole: Id): string => `whole:${dimension}:${whole}`;

/** Every premise of the dossier with its switch, in the order links, groups, wholes, context. */
export function listPremises(dossier: Dossier, off: ReadonlySet<string>): readonly Premise[] {
  const links = dossier.links.map(({ id, relation, from, to, basis }): Premise => ({
    id: linkPremise(id),
    on: !off.has(linkPremise(id)),
    basis,
    states: { kind: 'link', relation, from, to },
  }));
  const groups = dossier.actors.flatMap((actor): Premise[] =>
    actor.parts.length === 0 || actor.everyone || !actor.basis
      ? []
      : [
          {
            id: groupPremise(actor.id),
            on: !off.has(groupPremise(actor.id)),
            basis: actor.basis,
            states: { kind: 'group', actor: actor.id },
          },
        ],
  );
  const wholes = dossier.dimensions.flatMap((dimension) =>
    dimension.wholes.map((whole): Premise => ({
      id: wholePremise(dimension.id, whole.id),
      on: !off.has(wholePremise(dimension.id, whole.id)),
      basis: whole.basis,
      states: { kind: 'whole', dimension: dimension.id, whole: whole.id },
    })),
  );
  const contexts = dossier.context.flatMap((context): Premise[] =>
    context.role !== 'premise'
      ? []
      : [
          {
            id: contextPremise(context.id),
            on: !off.has(contextPremise(context.id)),
            basis: context.basis,
            states: { kind: 'context', context: context.id },
          },
        ],
  );
  return [...links, ...groups, ...wholes, ...contexts];
}
