/**
 * Everything one language has to say beyond fixed words: phrases as functions of arguments that are
 * already names, locators and numbers in words. What to say is decided outside; how to say it, here.
 * Unless the doc says "sentence", a phrase starts in lower case and has no full stop.
 */
import type { LinkRelation } from '#lib/model/lexicon.ts';
import type { PaperKind, TextKind } from '#lib/model/paper.ts';
import type { Relation } from '#lib/model/relation.ts';
import type { LikenessReason } from '#lib/engine/comparison.ts';
import type { Status } from '#lib/engine/status.ts';
import type { SequencePhrases } from './sequence-phrases.ts';
import type { MovePhrases } from './move-phrases.ts';
import type { AmountPhrases, Bearer, Speaking, StancePhrases } from './stance-phrases.ts';
import type { Words } from './words.ts';

export interface GrammarPhrases {
  /** The first letter large, for the start of a sentence or a title. */
  readonly capital: (text: string) => string;
  /** Parts of one sentence that stand beside each other. */
  readonly parts: (parts: readonly string[]) => string;
  /** Ends a sentence. */
  readonly sentence: (text: string) => string;
  /** Verbatim words, in quotation marks. */
  readonly verbatim: (words: string) => string;
  /** A label of the lexicon inside a sentence, told apart from quotations. */
  readonly label: (text: string) => string;
  readonly parenthesis: (text: string) => string;
  /** "name: text", for headed fragments. */
  readonly headed: (head: string, text: string) => string;
}

export interface FindingPhrases {
  readonly derived: (becauses: string, incompatible: boolean) => string;
  readonly because: (from: string, relation: LinkRelation, to: string) => string;
  readonly commonStatuses: (common: readonly Status[], columns: number) => string;
  readonly onlyCommonPart: (part: { readonly scope: string; readonly bearers: string }) => string;
  /** What sets a part of the scope off from the rest only by its dimension: "all others", "any". */
  readonly leansOnDimension: (label: string) => boolean;
  /** Stands for many actors at once. */
  readonly othersThan: (names: string) => string;
  readonly manyActors: (count: string) => string;
  /** Whatever satisfies the inner text also satisfies the outer. */
  readonly inside: (inner: string, outer: string) => string;
  readonly remainder: (remainder: {
    readonly column: string;
    readonly scope: string;
    readonly bearers: string;
    readonly locators: string;
    /** True when other columns, not part of the finding, may speak there too. */
    readonly amongThese: boolean;
  }) => string;
  readonly domain: (part: { readonly scope: string; readonly bearers: string }) => string;
  /**
   * R13; `silent` fully available, `missing` not, `deleted` struck out, `uncoded` not wholly read,
   * `elsewhere` speaking in the row of other actors, parts or acts.
   */
  readonly alone: (args: {
    readonly subject: string;
    readonly silent: readonly string[];
    readonly missing: readonly string[];
    readonly deleted: readonly string[];
    readonly uncoded: readonly string[];
    readonly elsewhere: readonly string[];
  }) => string;
  readonly unconvertible: (term: string) => string;
  readonly unset: (term: string, columns: readonly string[]) => string;
  /** R15; `words` come quoted where they are verbatim. */
  readonly vague: (words: readonly string[]) => string;
  readonly undetermined: string;
  readonly joint: (columns: number) => string;
  readonly sameTermsJoint: (text: string, reported: boolean) => string;
  readonly replaces: (replaced: readonly Speaking[], rest: boolean) => string;
  readonly label: (premises: string, one: boolean) => string;
  readonly textsAlone: string;
  readonly givenPremises: string;
  readonly inPart: (relation: string) => string;
  readonly inPartNamed: (relation: string, part: string) => string;
  readonly textCaution: (weakest: TextKind) => string;
}

export interface SlotPhrases {
  readonly status: (
    values: readonly { readonly name: string; readonly accepts: readonly Status[] }[],
  ) => string;
  readonly statusHead: string;
  readonly conditionsHead: string;
  readonly claimHead: string;
  readonly windowHead: string;
  readonly value: (name: string, value: string) => string;
  readonly sameForAll: (value: string, columns: number) => string;
  readonly gap: (gap: string) => string;
  readonly denied: string;
  readonly affirmed: string;
}

export interface RowPhrases {
  readonly underSomeReadings: (headline: string, readings: string) => string;
  readonly sameTermsReported: (reported: boolean) => string;
  readonly jointly: (columns: number) => string;
  readonly same: (names: string, count: number) => string;
  readonly cannotHold: (name: string, others: number) => string;
  readonly noTwo: (count: number) => string;
  readonly pair: (names: string, relation: Relation, part: boolean) => string;
  readonly silent: (args: {
    readonly names: string;
    readonly silent: string;
    readonly columns: string;
    readonly one: boolean;
  }) => string;
  readonly verdict: (args: {
    readonly author: string;
    readonly at: string;
    readonly computed: Relation;
    readonly differs: boolean;
    readonly stale: boolean;
  }) => string;
  readonly notCoded: string;
  /** Near copies; `share` of a hundred words, `words` quoted, `names` empty where there are but two columns. */
  readonly likeness: (args: {
    readonly names: string;
    readonly share: string;
    readonly reason: LikenessReason;
    readonly words: readonly [string, string];
  }) => string;
  readonly notAvailable: (locator: string, why: string) => string;
  readonly byHand: string;
  readonly orderTopic: (first: string, second: string) => string;
}

export interface ReadingPhrases {
  /** A choice's label inside a sentence: "option 1: withdrawal". */
  readonly choice: (label: string) => string;
  /** The same without its explanation, for locators: "option 1". */
  readonly shortChoice: (label: string) => string;
  readonly under: (readings: readonly string[]) => string;
  /** "in 12 of 64 readings". */
  readonly counted: (count: string, all: string) => string;
  readonly underAll: string;
}

export interface CyclePhrases {
  readonly headline: (readings: string) => string;
  readonly within: (column: string, readings: string) => string;
  readonly told: (steps: readonly string[]) => string;
  readonly premise: (kind: string, title: string) => string;
  readonly source: (column: string, locators: string) => string;
}

export interface NoticePhrases {
  readonly nearMiss: (
    act: string,
    columns: readonly {
      readonly name: string;
      readonly bearers: readonly Bearer[];
      readonly locators: string;
    }[],
  ) => string;
  readonly differentSubjects: (
    issue: string,
    figures: readonly { readonly figure: string; readonly source: string }[],
  ) => string;
  readonly selfContradiction: (args: {
    readonly column: string;
    readonly act: string;
    readonly locators: string;
    readonly readings: string;
    readonly premises: string;
  }) => string;
  readonly renderingsDiffer: (column: string, locators: string) => string;
  readonly readingsBounded: (searched: string, total: string) => string;
  readonly domainBounded: (act: string, columns: string) => string;
  readonly noAct: string;
}

export interface PremisePhrases {
  readonly whole: (whole: string, parts: string) => string;
  readonly group: (actor: string, parts: string) => string;
  readonly order: (statement: string, title: string) => string;
  readonly judgement: (words: string) => string;
  readonly disputedBy: (names: string) => string;
  readonly sentence: (args: {
    readonly statement: string;
    readonly kind: string;
    readonly ground: string;
  }) => string;
  readonly unknown: (id: string) => string;
}

export interface PaperPhrases {
  /** "unknown date (read 2 June 2025)", in the place of a date. */
  readonly unknownDate: (read: string) => string;
  /** "memorandum, 2 June 2025". */
  readonly dated: (kind: PaperKind, date: string) => string;
  /** "memorandum of 2 June 2025", to name a paper inside a locator or a sentence. */
  readonly short: (kind: PaperKind, date: string) => string;
  /** "the memorandum of 2 June 2025", as a subject. */
  readonly named: (kind: PaperKind, date: string) => string;
  readonly textNote: (kind: TextKind, by: string | undefined) => string;
  readonly translation: (translator: string) => string;
  readonly compared: (args: {
    readonly parties: string;
    readonly title: string;
    readonly details: readonly string[];
  }) => string;
  readonly gap: (args: {
    readonly paper: string;
    readonly locator: string;
    readonly why: string;
  }) => string;
  readonly asAt: (date: string) => string;
  readonly fictitious: string;
  readonly premisesOff: (count: string, one: boolean) => string;
  readonly readingsBounded: (searched: string) => string;
  readonly disclaimer: string;
  readonly alphabetical: string;
  readonly alphabeticalReversed: string;
  readonly chosenOrder: string;
  readonly singleColumn: string;
}

export interface CountPhrases {
  readonly detail: (textsAlone: string, givenPremises: string) => string;
}

export interface RestOnPhrases {
  readonly headline: (args: {
    readonly conflicts: string;
    readonly one: boolean;
    readonly reading: string;
    readonly size: string;
    readonly sizeOne: boolean;
  }) => string;
  readonly none: (reading: string) => string;
  readonly member: (column: string, locators: string) => string;
  readonly withinColumn: (column: string, sets: readonly string[]) => string;
  readonly cannotAlone: (column: string) => string;
  readonly caveat: (complete: boolean) => string;
}

/** One language in full. */
export interface Phrases {
  readonly words: Words;
  readonly grammar: GrammarPhrases;
  readonly amounts: AmountPhrases;
  readonly stances: StancePhrases;
  readonly findings: FindingPhrases;
  readonly slots: SlotPhrases;
  readonly rows: RowPhrases;
  readonly readings: ReadingPhrases;
  readonly cycles: CyclePhrases;
  readonly notices: NoticePhrases;
  readonly premises: PremisePhrases;
  readonly papers: PaperPhrases;
  readonly counts: CountPhrases;
  readonly restOn: RestOnPhrases;
  readonly sequence: SequencePhrases;
  readonly moves: MovePhrases;
}
