/**
 * The words by which a language says who must do what, how much, when and on what condition. They are
 * data, one file a language; `is/are` stands for either word. What a language file leaves out is simply
 * not recognised in that language.
 */
import { primaryLanguage } from '#lib/engine/align/stems.ts';
import type { Modality } from '#lib/model/provision.ts';
import { german } from './cues-de.ts';
import { english } from './cues-en.ts';
import { french } from './cues-fr.ts';
import { russian } from './cues-ru.ts';
import { ukrainian } from './cues-uk.ts';
import { tableOf, PhraseTable } from './phrase-table.ts';

type ByModality = Readonly<Partial<Record<Modality, readonly string[]>>>;

/**
 * `over` and `under` say which values are meant, not which are accepted: "no missiles of more than 150
 * km" turns them round; `min` and `max` stand as they are.
 */
export const bounds = ['min', 'max', 'over', 'under'] as const;
export type Bound = (typeof bounds)[number];

/** What the words behind a condition word are: see `Qualifier`. */
export const conditionKinds = ['given', 'only-if', 'exception', 'unconditional'] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/**
 * How the words stand to the event they name: `after` it, only after it, `before` it, on its day, until
 * it, or by it at the latest.
 */
export const timings = ['after', 'only-after', 'before', 'on', 'until', 'by', 'from'] as const;
export type Timing = (typeof timings)[number];

export const forceCues = ['demand', 'offer', 'refusal', 'commitment', 'recognition'] as const;

export interface Cues {
  /** Words before the act they rule: "shall", "is not obliged to". */
  readonly modals: ByModality;
  /** Words behind the act they rule: "is prohibited", "remains to be settled". */
  readonly verdicts: ByModality;
  /** Nouns that an act hangs on: "ban on", "right to". */
  readonly heads: ByModality;
  /** Words that turn a subject round: "no third state". */
  readonly negators: readonly string[];
  /** Words of a negated verb without a modal: "does not". */
  readonly negations: readonly string[];
  /** "No" before these is no prohibition but leaves free, or frees from a duty. */
  readonly limits: readonly string[];
  readonly duties: readonly string[];
  /** Words of a heading that say what stands under it. */
  readonly headings: ByModality;
  readonly principles: readonly string[];
  readonly procedures: readonly string[];
  readonly forces: Readonly<Partial<Record<(typeof forceCues)[number], readonly string[]>>>;
  readonly firmness: Readonly<Record<'red-line' | 'firm' | 'open' | 'wish', readonly string[]>>;
  readonly bounds: Readonly<Record<Bound, readonly string[]>>;
  /** Bounds behind the figure: "or more". */
  readonly boundsBehind: Readonly<Record<'min' | 'max', readonly string[]>>;
  /** Of the bounds, those by which a side says how much it is entitled to: "may have up to". */
  readonly upTo: readonly string[];
  readonly between: readonly string[];
  readonly and: readonly string[];
  readonly to: readonly string[];
  readonly per: readonly string[];
  /** Words of shares are written with the preposition of their base: "of", "der". */
  readonly of: readonly string[];
  /** Words that may stand between a bound, a figure and its unit. */
  readonly fillers: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly magnitudes: Readonly<Record<string, number>>;
  readonly shares: Readonly<Record<string, number>>;
  /** By the unit's name in a dossier, which is the same in all languages, every way it is written. */
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly persons: readonly string[];
  /** "Twice" and the like, which are a figure and a unit in one. */
  readonly times: Readonly<Record<string, number>>;
  /** Words of a figure that is left open, behind the thing it measures, and such things. */
  readonly open: readonly string[];
  readonly quantities: readonly string[];
  /** A figure behind these is the number of something printed: "article 5". */
  readonly references: readonly string[];
  readonly months: readonly (readonly string[])[];
  readonly conditions: Readonly<Record<ConditionKind, readonly string[]>>;
  readonly timings: Readonly<Partial<Record<Timing, readonly string[]>>>;
  /** Words before a length of time that make it a time limit, by the bound they set. */
  readonly limitsOfTime: Readonly<Record<'min' | 'max', readonly string[]>>;
  /** Words behind a length of time that tie it to an event. */
  readonly ties: Readonly<Record<'after' | 'before', readonly string[]>>;
  /** "Precedes", "is a prerequisite for": what stands before them happens first. */
  readonly precedence: readonly string[];
  readonly sequels: readonly string[];
  readonly openings: readonly string[];
  readonly both: readonly string[];
  readonly other: readonly string[];
  /** A clause that begins with one of these is a condition: "should either side …". */
  readonly inversions: readonly string[];
  /** The assent of somebody, on which a condition or an exception turns. */
  readonly assents: readonly string[];
  /** Words that begin a clause inside a clause. */
  readonly relatives: readonly string[];
  readonly vague: readonly string[];
  readonly reports: readonly string[];
  readonly denials: readonly string[];
  readonly pasts: readonly string[];
  readonly articles: readonly string[];
  readonly prepositions: readonly string[];
}

/** The cues of a language as tables to look phrases up in. */
export interface CueTables extends Readonly<Record<keyof typeof single, PhraseTable<true>>> {
  readonly language: string;
  readonly words: Cues;
  readonly modals: PhraseTable<Modality>;
  readonly verdicts: PhraseTable<Modality>;
  readonly heads: PhraseTable<Modality>;
  readonly headings: PhraseTable<Modality>;
  readonly forces: PhraseTable<(typeof forceCues)[number]>;
  readonly firmness: PhraseTable<'red-line' | 'firm' | 'open' | 'wish'>;
  readonly bounds: PhraseTable<Bound>;
  readonly boundsBehind: PhraseTable<'min' | 'max'>;
  readonly conditions: PhraseTable<ConditionKind>;
  readonly timings: PhraseTable<Timing>;
  readonly limitsOfTime: PhraseTable<'min' | 'max'>;
  readonly ties: PhraseTable<'after' | 'before'>;
  readonly units: PhraseTable<string>;
  readonly months: PhraseTable<number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly magnitudes: ReadonlyMap<string, number>;
  readonly shares: PhraseTable<number>;
  readonly times: ReadonlyMap<string, number>;
}

/** Lists that only say yes or no. */
const single = {
  negators: true,
  negations: true,
  limits: true,
  duties: true,
  principles: true,
  procedures: true,
  upTo: true,
  between: true,
  and: true,
  to: true,
  per: true,
  of: true,
  fillers: true,
  persons: true,
  open: true,
  quantities: true,
  references: true,
  precedence: true,
  sequels: true,
  openings: true,
  both: true,
  other: true,
  inversions: true,
  assents: true,
  relatives: true,
  vague: true,
  reports: true,
  denials: true,
  pasts: true,
  articles: true,
  prepositions: true,
} as const satisfies Partial<Record<keyof Cues, true>>;

const isPhrase = (phrases: readonly string[]): PhraseTable<true> =>
  new PhraseTable(phrases.map((phrase) => [phrase, true]));

function tablesOf(language: string, words: Cues): CueTables {
  return {
    language,
    words,
    negators: isPhrase(words.negators),
    negations: isPhrase(words.negations),
    limits: isPhrase(words.limits),
    duties: isPhrase(words.duties),
    principles: isPhrase(words.principles),
    procedures: isPhrase(words.procedures),
    upTo: isPhrase(words.upTo),
    between: isPhrase(words.between),
    and: isPhrase(words.and),
    to: isPhrase(words.to),
    per: isPhrase(words.per),
    of: isPhrase(words.of),
    fillers: isPhrase(words.fillers),
    persons: isPhrase(words.persons),
    open: isPhrase(words.open),
    quantities: isPhrase(words.quantities),
    references: isPhrase(words.references),
    precedence: isPhrase(words.precedence),
    sequels: isPhrase(words.sequels),
    openings: isPhrase(words.openings),
    both: isPhrase(words.both),
    other: isPhrase(words.other),
    inversions: isPhrase(words.inversions),
    assents: isPhrase(words.assents),
    relatives: isPhrase(words.relatives),
    vague: isPhrase(words.vague),
    reports: isPhrase(words.reports),
    denials: isPhrase(words.denials),
    pasts: isPhrase(words.pasts),
    articles: isPhrase(words.articles),
    prepositions: isPhrase(words.prepositions),
    modals: tableOf(words.modals),
    verdicts: tableOf(words.verdicts),
    heads: tableOf(words.heads),
    headings: tableOf(words.headings),
    forces: tableOf(words.forces),
    firmness: tableOf(words.firmness),
    bounds: tableOf(words.bounds),
    boundsBehind: tableOf(words.boundsBehind),
    conditions: tableOf(words.conditions),
    timings: tableOf(words.timings),
    limitsOfTime: tableOf(words.limitsOfTime),
    ties: tableOf(words.ties),
    units: tableOf(words.units),
    months: new PhraseTable(
      words.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
    ),
    numbers: new Map(Object.entries(words.numbers)),
    magnitudes: new Map(Object.entries(words.magnitudes)),
    shares: new PhraseTable(Object.entries(words.shares)),
    times: new Map(Object.entries(words.times)),
  };
}

const tables: ReadonlyMap<string, CueTables> = new Map(
  Object.entries({ en: english, uk: ukrainian, ru: russian, fr: french, de: german }).map(
    ([language, words]) => [language, tablesOf(language, words)],
  ),
);

const fallback = tablesOf('en', english);

/** The cues of a BCP 47 tag's language; English ones where that language has none of its own. */
export const cuesFor = (language: string): CueTables =>
  tables.get(primaryLanguage(language)) ?? fallback;
