/**
 * Consequences of a norm over the lexicon. From must x: must y for every y that x is a kind of or
 * requires, must not y for every y that x excludes (exclusion runs both ways). From must not y: must
 * not x for every x that is a kind of y or requires y. Breadth first, so the chain of becauses kept
 * for each consequence is a shortest one; ties go to the link that stands first in the dossier.
 * Other modalities have no consequences. Sameness is never derived, only conflict.
 */
import type { Id } from '#lib/model/id.ts';
import type { Link } from '#lib/model/lexicon.ts';
import type { Because } from './comparison.ts';
import { linkPremise } from './premises.ts';

export type Duty = 'must' | 'must-not';

/** A duty that follows, and the links it follows through, in order. */
export interface Consequence {
  readonly act: Id;
  readonly duty: Duty;
  readonly becauses: readonly Because[];
}

export interface Lexicon {
  /** All consequences of a duty other than itself, shortest chains first. */
  readonly consequences: (act: Id, duty: Duty) => readonly Consequence[];
  /** The top of the kind-of tree of an act, over all links whether on or off. */
  readonly root: (act: Id) => Id;
}

/** Longest chain followed; beyond that an analyst could not check it either. */
const maxChain = 8;

/** Prepares the closure over `links`; those whose premise is in `off` carry nothing. */
export function createLexicon(links: readonly Link[], off: ReadonlySet<string>): Lexicon {
  const steps = new Map<
    string,
    { readonly to: Id; readonly duty: Duty; readonly because: Because }[]
  >();
  const add = (from: string, step: { readonly to: Id; readonly duty: Duty }, link: Link): void => {
    const { relation } = link;
    const because = { premise: linkPremise(link.id), relation, from: link.from, to: link.to };
    steps.set(from, [...(steps.get(from) ?? []), { ...step, because }]);
  };
  for (const link of links) {
    if (off.has(linkPremise(link.id))) continue;
    if (link.relation === 'excludes') {
      add(`must ${link.from}`, { to: link.to, duty: 'must-not' }, link);
      add(`must ${link.to}`, { to: link.from, duty: 'must-not' }, link);
    } else {
      add(`must ${link.from}`, { to: link.to, duty: 'must' }, link);
      add(`must-not ${link.to}`, { to: link.from, duty: 'must-not' }, link);
    }
  }
  const cache = new Map<string, readonly Consequence[]>();
  const consequences = (act: Id, duty: Duty): readonly Consequence[] => {
    const key = `${duty} ${act}`;
    const known = cache.get(key);
    if (known) return known;
    const found: Consequence[] = [];
    const seen = new Set([key]);
    let frontier: readonly Consequence[] = [{ act, duty, becauses: [] }];
    for (let depth = 0; depth < maxChain && frontier.length > 0; depth++) {
      const next: Consequence[] = [];
      for (const from of frontier) {
        for (const step of steps.get(`${from.duty} ${from.act}`) ?? []) {
          const reached = `${step.duty} ${step.to}`;
          if (seen.has(reached)) continue;
          seen.add(reached);
          next.push({ act: step.to, duty: step.duty, becauses: [...from.becauses, step.because] });
        }
      }
      found.push(...next);
      frontier = next;
    }
    cache.set(key, found);
    return found;
  };
  const parents = new Map<Id, Id>();
  for (const link of links) {
    if (link.relation === 'kind-of' && !parents.has(link.from)) parents.set(link.from, link.to);
  }
  const root = (act: Id): Id => {
    const seen = new Set<Id>();
    let at = act;
    for (let up = parents.get(at); up !== undefined && !seen.has(at); up = parents.get(at)) {
      seen.add(at);
      at = up;
    }
    return at;
  };
  return { consequences, root };
}
