// What the dossier knows, made ready for looking up; made once for each list, however many clauses.
import { cuesFor, type CueTables } from './cues/cue-tables.ts';
import { KnownNames } from './known-names.ts';
import { PhraseIndex } from './phrase-index.ts';
import type { KnownName, ProposalContext } from './proposal.ts';

/** A dimension with the names of its values. */
interface KnownDimension {
  readonly dimension: KnownName;
  readonly values: KnownNames;
}

export interface Lookup {
  readonly context: ProposalContext;
  readonly cues: CueTables;
  readonly actors: KnownNames;
  readonly kinds: PhraseIndex;
  readonly acts: PhraseIndex;
  readonly events: PhraseIndex;
  readonly terms: PhraseIndex;
  readonly dimensions: readonly KnownDimension[];
}

/** Made once for each list and language; lists that nobody holds any more are forgotten. */
class Kept<T> {
  readonly #made = new WeakMap<object, Map<string, T>>();

  /** What was made of a list for a language, or is made now. */
  of(list: object, language: string, make: () => T): T {
    const known = this.#made.get(list) ?? new Map<string, T>();
    this.#made.set(list, known);
    const value = known.get(language) ?? make();
    known.set(language, value);
    return value;
  }
}

const names = new Kept<KnownNames>();
const indices = new Kept<PhraseIndex>();

/** Everything a clause is read with. */
export function lookupOf(context: ProposalContext): Lookup {
  const cues = cuesFor(context.language);
  const { language } = cues;
  const indexOf = (list: readonly KnownName[]): PhraseIndex =>
    indices.of(list, language, () => new PhraseIndex(list, language));
  const namesOf = (list: readonly KnownName[]): KnownNames =>
    names.of(list, language, () => new KnownNames(list));
  return {
    context,
    cues,
    actors: namesOf(context.actors),
    kinds: indexOf(context.actors),
    acts: indexOf(context.acts),
    events: indexOf(context.events),
    terms: indexOf(context.terms),
    dimensions: context.dimensions.map((dimension) => ({
      dimension,
      values: namesOf(dimension.values),
    })),
  };
}
