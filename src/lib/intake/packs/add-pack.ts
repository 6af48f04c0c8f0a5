import type { Dossier } from '#lib/model/dossier.ts';
import type { StarterPack } from './starter-pack.ts';

/**
 * A dossier with the records of a pack. What the dossier has under an id already stays as it is; an
 * actor is also left out where the dossier knows one by the same name.
 */
export function addPack(dossier: Dossier, pack: StarterPack): Dossier {
  const names = new Set(dossier.actors.map(({ name }) => name.toLowerCase()));
  const actors = pack.actors.filter(({ name }) => !names.has(name.toLowerCase()));
  return {
    ...dossier,
    issues: join(dossier.issues, pack.issues.map(withoutPhrases)),
    acts: join(
      dossier.acts,
      pack.acts.map((act) => {
        const { issue: _issue, ...rest } = withoutPhrases(act);
        return rest;
      }),
    ),
    actors: join(dossier.actors, actors.map(withoutPhrases)),
    events: join(dossier.events, pack.events.map(withoutPhrases)),
    terms: join(dossier.terms, pack.terms.map(withoutPhrases)),
    dimensions: join(dossier.dimensions, pack.dimensions.map(withoutPhrases)),
    links: join(dossier.links, pack.links),
  };
}

function withoutPhrases<T extends { readonly phrases: unknown }>(record: T): Omit<T, 'phrases'> {
  const { phrases: _phrases, ...rest } = record;
  return rest;
}

function join<T extends { readonly id: string }>(
  own: readonly T[],
  more: readonly T[],
): readonly T[] {
  const known = new Set(own.map(({ id }) => id));
  return [...own, ...more.filter(({ id }) => !known.has(id))];
}
