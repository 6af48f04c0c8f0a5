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

/** By the list and by what is made of it; lists that nobody holds any more are forgotten. */
const made = new WeakMap<object, Map<string, unknown>>();

function once<T>(list: object, key: string, make: () => T, is: (value: unknown) => value is T): T {
  let byKey = made.get(list);
  if (byKey === undefined) made.set(list, (byKey = new Map<string, unknown>()));
  const known = byKey.get(key);
  if (is(known)) return known;
  const value = make();
  byKey.set(key, value);
  return value;
}

const isIndex = (value: unknown): value is PhraseIndex => value instanceof PhraseIndex;
const isNames = (value: unknown): value is KnownNames => value instanceof KnownNames;

/** Everything a clause is read with. */
export function lookupOf(context: ProposalContext): Lookup {
  const cues = cuesFor(context.language);
  const { language } = cues;
  const index = (list: readonly KnownName[], use: string): PhraseIndex =>
    once(list, `${use} ${language}`, () => new PhraseIndex(list, language), isIndex);
  return {
    context,
    cues,
    actors: once(context.actors, 'names', () => new KnownNames(context.actors), isNames),
    kinds: index(context.actors, 'kinds'),
    acts: index(context.acts, 'acts'),
    events: index(context.events, 'events'),
    terms: index(context.terms, 'terms'),
    dimensions: context.dimensions.map((dimension) => ({
      dimension,
      values: once(dimension.values, 'names', () => new KnownNames(dimension.values), isNames),
    })),
  };
}
