import { primaryLanguage } from '#lib/engine/align/stems.ts';
import { PhraseTable } from '../phrase-table.ts';
import { german } from './cues-de.ts';
import { english } from './cues-en.ts';
import { french } from './cues-fr.ts';
import { russian } from './cues-ru.ts';
import { ukrainian } from './cues-uk.ts';
import type { Cues } from './cues.ts';

/** A list of phrases only says yes; lists by meaning say which. */
type TableOf<Lists> = Lists extends readonly string[]
  ? PhraseTable<true>
  : Lists extends Readonly<Partial<Record<infer Meaning, readonly string[]>>>
    ? PhraseTable<Meaning>
    : never;

/** Lists of cue words that are not looked up as phrases. */
type Plain = 'not' | 'numbers' | 'magnitudes' | 'shares' | 'times' | 'months';

/** The cue words of a language as tables to look phrases up in. */
export type CueTables = { readonly [Name in Exclude<keyof Cues, Plain>]: TableOf<Cues[Name]> } & {
  /** Its primary tag. */
  readonly language: string;
  readonly not: string;
  readonly months: PhraseTable<number>;
  readonly shares: PhraseTable<number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly magnitudes: ReadonlyMap<string, number>;
  readonly times: ReadonlyMap<string, number>;
};

const anyOf = (phrases: readonly string[]): PhraseTable<true> =>
  new PhraseTable(phrases.map((phrase) => [phrase, true]));

/** The keys of a record under their own type; records of cue words hold no others. */
function keysOf<Key extends string>(
  lists: Readonly<Partial<Record<Key, unknown>>>,
): readonly Key[] {
  const keys: Key[] = [];
  for (const key in lists) keys.push(key);
  return keys;
}

const byMeaning = <Meaning extends string>(
  lists: Readonly<Partial<Record<Meaning, readonly string[]>>>,
): PhraseTable<Meaning> =>
  new PhraseTable(
    keysOf(lists).flatMap((meaning) =>
      (lists[meaning] ?? []).map((phrase) => [phrase, meaning] as const),
    ),
  );

const mapOf = (values: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(values));

const tablesOf = (language: string, cues: Cues): CueTables => ({
  language,
  ...modalityTables(cues),
  ...speechTables(cues),
  ...timeTables(cues),
  ...figureTables(cues),
});

const modalityTables = (cues: Cues) => ({
  modals: byMeaning(cues.modals),
  verdicts: byMeaning(cues.verdicts),
  heads: byMeaning(cues.heads),
  headings: byMeaning(cues.headings),
  negators: anyOf(cues.negators),
  emphatics: anyOf(cues.emphatics),
  not: cues.not,
  attitudes: anyOf(cues.attitudes),
  negations: anyOf(cues.negations),
  limits: anyOf(cues.limits),
  duties: anyOf(cues.duties),
  relatives: anyOf(cues.relatives),
});

const speechTables = (cues: Cues) => ({
  principles: anyOf(cues.principles),
  procedures: anyOf(cues.procedures),
  forces: byMeaning(cues.forces),
  firmness: byMeaning(cues.firmness),
  both: anyOf(cues.both),
  other: anyOf(cues.other),
  bodies: anyOf(cues.bodies),
  vague: anyOf(cues.vague),
  reports: anyOf(cues.reports),
  denials: anyOf(cues.denials),
  pasts: anyOf(cues.pasts),
  articles: anyOf(cues.articles),
  prepositions: anyOf(cues.prepositions),
});

const timeTables = (cues: Cues) => ({
  months: new PhraseTable(
    cues.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
  ),
  conditions: byMeaning(cues.conditions),
  timings: byMeaning(cues.timings),
  limitsOfTime: byMeaning(cues.limitsOfTime),
  ties: byMeaning(cues.ties),
  precedence: anyOf(cues.precedence),
  openings: anyOf(cues.openings),
  explanations: anyOf(cues.explanations),
  pronouns: anyOf(cues.pronouns),
  possessives: anyOf(cues.possessives),
  sequels: anyOf(cues.sequels),
  inversions: anyOf(cues.inversions),
  assents: anyOf(cues.assents),
});

const figureTables = (cues: Cues) => ({
  bounds: byMeaning(cues.bounds),
  boundsBehind: byMeaning(cues.boundsBehind),
  verbsWithParticle: anyOf(cues.verbsWithParticle),
  upTo: anyOf(cues.upTo),
  limiters: anyOf(cues.limiters),
  between: anyOf(cues.between),
  and: anyOf(cues.and),
  to: anyOf(cues.to),
  per: anyOf(cues.per),
  of: anyOf(cues.of),
  fillers: anyOf(cues.fillers),
  numbers: mapOf(cues.numbers),
  magnitudes: mapOf(cues.magnitudes),
  shares: new PhraseTable(Object.entries(cues.shares)),
  units: byMeaning(cues.units),
  persons: anyOf(cues.persons),
  times: mapOf(cues.times),
  open: anyOf(cues.open),
  quantities: anyOf(cues.quantities),
  references: anyOf(cues.references),
});

const fallback = tablesOf('en', english);

const tables: ReadonlyMap<string, CueTables> = new Map([
  ['en', fallback],
  ['uk', tablesOf('uk', ukrainian)],
  ['ru', tablesOf('ru', russian)],
  ['fr', tablesOf('fr', french)],
  ['de', tablesOf('de', german)],
]);

/** The cues of a BCP 47 tag's language; English ones where that language has none of its own. */
export const cuesFor = (language: string): CueTables =>
  tables.get(primaryLanguage(language)) ?? fallback;
