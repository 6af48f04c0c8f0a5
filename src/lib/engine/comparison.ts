/* eslint max-lines: ["error", 420] -- one contract, read as one page by everybody who shows it */
/**
 * What comparing yields: codes and arguments, never sentences (those are made by `wording`) and
 * never drawings. Everything that differs by column is a list in the order of `columns`, so that
 * exchanging columns reverses these lists and changes nothing else.
 */
import type { Id } from '#lib/model/id.ts';
import type { Basis } from '#lib/model/basis.ts';
import type { PaperKind, TextKind, Attribution } from '#lib/model/paper.ts';
import type { Relation, Rule } from '#lib/model/relation.ts';
import type { NegotiationStatus } from '#lib/model/row-ledger.ts';
import type { Status } from './status.ts';

export interface ComparedPaper {
  readonly id: Id;
  readonly title: string;
  readonly dated: string;
  /** Nothing tells the date; `dated` is when it was read. */
  readonly undated: boolean;
  readonly kind: PaperKind;
  readonly textKind: TextKind;
  readonly attribution: Attribution;
  readonly sha256: string;
}

/** One column: a paper, or all live papers of a party. `id` is the paper's or the party's. */
export interface Column {
  readonly id: Id;
  readonly parties: readonly Id[];
  readonly papers: readonly ComparedPaper[];
}

/** One choice for every option group of the compared papers, and how it fares. */
export interface Reading {
  readonly choices: Readonly<Record<Id, Id>>;
  readonly circularOrders: number;
  readonly incompatibleRows: number;
  /** 1 for the reading with the fewest circular orders, then incompatible rows; ties share a rank. */
  readonly rank: number;
}

/** What a row is about. `act` is the root of the kind-of tree its provisions belong to. */
export type RowTopic =
  | { readonly kind: 'act'; readonly act: Id }
  | { readonly kind: 'order'; readonly events: readonly [Id, Id] }
  | { readonly kind: 'claim'; readonly subject: Id }
  | { readonly kind: 'clause'; readonly clause: Id }
  | { readonly kind: 'gap'; readonly paper: Id; readonly gap: Id }
  | { readonly kind: 'hand' };

export type EmptyCell = 'no-provision' | 'deleted' | 'not-available';

export interface CellClause {
  readonly paper: Id;
  readonly clause: Id;
  /** Provisions of this clause that belong to the row, in the clause's order. */
  readonly provisions: readonly Id[];
  /** True when the clause's provisions live in another row and are only cited by a finding here. */
  readonly cited: boolean;
  /** Present where nothing but its wording, as somebody or the program saw it, puts it into the row. */
  readonly beside?: true;
}

export interface Cell {
  readonly column: Id;
  readonly clauses: readonly CellClause[];
  /**
   * Why there are no words to show. Missing when there are, and where nothing can be said yet: the
   * other columns of a row about one uncoded clause or gap, and columns not wholly
   * coded and reviewed. Such a cell stays blank, or shows what stands beside.
   */
  readonly empty?: EmptyCell;
}

/** A set of values of one domain slot, as ids of actors or atoms. */
export type DomainPart = {
  readonly bearers: readonly Id[];
  /** Only dimensions that are limited; a missing one means its whole universe. */
  readonly scope: Readonly<Record<Id, readonly Id[]>>;
};

/** What only one column speaks to: the part, and the provisions that speak there. */
export interface Remainder {
  readonly column: Id;
  readonly part: DomainPart;
  readonly provisions: readonly Id[];
}

/** Closed interval; a missing bound is open-ended. Amounts are in `unit`. */
export interface Interval {
  readonly min?: number;
  readonly max?: number;
}

export interface ConditionSet {
  readonly events: readonly Id[];
  readonly provisions: readonly Id[];
  readonly onlyIf: boolean;
  readonly unconditional: boolean;
}

/** How one acceptance slot of a finding turned out; `values` has one entry a column of the finding. */
export type Slot =
  | {
      readonly slot: 'status';
      readonly relation: Relation;
      readonly rule: Rule;
      /** What each column accepts: O must be, L left free, F must not be; in this order. */
      readonly values: readonly (readonly Status[])[];
    }
  | {
      readonly slot: 'amount';
      readonly of: Id;
      readonly unit: string;
      readonly per?: string;
      readonly base?: string;
      readonly relation: Relation;
      readonly rule: Rule;
      readonly values: readonly (Interval | 'unset' | 'unstated' | 'unconvertible')[];
      /** Zone of textual overlap (R9). */
      readonly common?: Interval;
      /** Distance between disjoint intervals in `unit` (R8). */
      readonly gap?: number;
    }
  | {
      readonly slot: 'conditions';
      readonly relation: Relation;
      readonly rule: Rule;
      readonly values: readonly ConditionSet[];
    }
  | {
      readonly slot: 'window';
      /** Days from the first to the second event; negative when the second comes first. */
      readonly events: readonly [Id, Id];
      readonly relation: Relation;
      readonly rule: Rule;
      readonly values: readonly (Interval & { readonly strict: boolean })[];
    }
  | {
      readonly slot: 'claim';
      readonly relation: Relation;
      readonly rule: Rule;
      readonly values: readonly {
        readonly holds: boolean;
        readonly amount?: Interval;
        readonly unit?: string;
      }[];
    };

/** A step from a provision's own act to the act on which the clash is found. */
export interface Because {
  readonly premise: Id;
  readonly relation: 'kind-of' | 'excludes' | 'requires';
  readonly from: Id;
  readonly to: Id;
}

export interface Evidence {
  readonly column: Id;
  readonly provision: Id;
  readonly paper: Id;
  readonly clause: Id;
  readonly words: { readonly from: number; readonly to: number; readonly exact: string };
  readonly rendering?: Id;
}

export type BasisOfFinding = 'computed' | 'suggested' | 'verdict';

export interface Finding {
  /** Made of rule, act and provision ids; the same for any order of columns. */
  readonly id: string;
  readonly rule: Rule;
  readonly relation: Relation;
  /** `part` when it holds on only some of what the columns speak to. */
  readonly extent: 'whole' | 'part';
  /** The columns compared: two; the only speaking one for R13; three or more for a joint clash. */
  readonly columns: readonly Id[];
  /** The act, event pair or claim subject on which the columns meet. */
  readonly topic: RowTopic;
  readonly slots: readonly Slot[];
  /** Where the columns meet, for norms. */
  readonly common?: DomainPart;
  readonly remainders: readonly Remainder[];
  /** The chain from one column's provision to the act of the other (R2). */
  readonly becauses: readonly Because[];
  /** Ids of everything needed besides the texts; empty means "on the texts alone". */
  readonly premises: readonly Id[];
  /** Indexes into `Comparison.readings` in which it holds. */
  readonly readings: readonly number[];
  /** In column order. */
  readonly evidence: readonly Evidence[];
  /** Smallest sets of provisions that cannot stand together; empty unless incompatible. */
  readonly cores: readonly (readonly Id[])[];
  readonly basis: 'computed' | 'suggested';
  /** The weakest kind of text among the evidence. */
  readonly weakestText: TextKind;
  /** True when only the intersection of three or more columns is empty. */
  readonly joint: boolean;
  /** R16: which joint paper, and which earlier provisions it replaces there. */
  readonly jointPaper?: Id;
  readonly replaces: readonly Id[];
  /** The vague words on which the relation turns (R15). */
  readonly vague: readonly string[];
}

export interface PairRelation {
  readonly columns: readonly [Id, Id];
  readonly relation: Relation;
  readonly extent: 'whole' | 'part';
}

/** What sets two near copies apart; `same-words` and `wording-changed` change nothing that is asked. */
export type LikenessReason =
  | 'same-words'
  | 'wording-changed'
  | 'bearer-changed'
  | 'modality-changed'
  | 'negation-changed'
  | 'condition-changed'
  | 'figure-changed'
  | 'date-changed'
  | 'words-added'
  | 'object-changed';

/** What the words of two texts of which one was made from the other suggest before anybody codes them. */
export interface Likeness {
  /** Share of common words, 0 to 1. */
  readonly similarity: number;
  readonly reason: LikenessReason;
  /** Missing where the words alone do not say. */
  readonly relation?: Relation;
  /** The words on both sides that the suggestion rests on; empty where one side lacks them. */
  readonly words: readonly [string, string];
}

/** Near copies of two columns, in the order of the columns. */
export interface RowLikeness extends Likeness {
  readonly columns: readonly [Id, Id];
  readonly clauses: readonly [Id, Id];
}

export interface RowVerdict {
  readonly id: Id;
  readonly relation: Relation;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
  readonly stale: boolean;
}

export interface Row {
  readonly id: string;
  readonly number: string;
  /** Missing for clauses that nobody has coded and for gaps. */
  readonly issue?: Id;
  readonly topic: RowTopic;
  readonly title?: string;
  /** The headline: a verdict's relation where there is a fresh one, else the computed one. */
  readonly relation: Relation;
  readonly computed: Relation;
  readonly extent: 'whole' | 'part';
  /** Id of the finding the computed relation comes from. */
  readonly deciding?: string;
  /** The computed relation holds in some readings, but not in all. */
  readonly underSomeReadings: boolean;
  /** One entry a reading; null where no column says anything in that reading. */
  readonly relationByReading: readonly (Relation | null)[];
  readonly pairs: readonly PairRelation[];
  /** Columns that say nothing here; excluded from the joint result. */
  readonly silent: readonly Id[];
  readonly jointlyIncompatible: boolean;
  readonly basis: BasisOfFinding;
  readonly textsAlone: boolean;
  readonly status?: NegotiationStatus;
  readonly commonText?: string;
  readonly verdict?: RowVerdict;
  /** One entry a column, in column order. */
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
  /** Near copies among the clauses of a row that nobody has coded; they suggest its relation. */
  readonly likenesses?: readonly RowLikeness[];
  /** Digests of everything the computed relation rests on; see verdicts. */
  readonly inputs: readonly string[];
}

/**
 * One link of a circular order. With `minDays` (or neither), `before` comes at least that many days
 * before `after` and the chain runs from `before` to `after`. With `maxDays`, `after` comes at most
 * that many days after `before`, and the chain runs back from `after` to `before`.
 */
export interface CycleStep {
  readonly before: Id;
  readonly after: Id;
  readonly minDays?: number;
  readonly maxDays?: number;
  readonly strict: boolean;
  readonly source:
    | { readonly kind: 'provision'; readonly provision: Id; readonly column: Id }
    | { readonly kind: 'context'; readonly context: Id };
}

/** Order statements that cannot all hold if all their events are to happen. */
export interface CircularOrder {
  readonly id: string;
  readonly readings: readonly number[];
  /** Columns whose provisions take part, in column order; one for a paper circular in itself. */
  readonly columns: readonly Id[];
  /** The cycle, from its first event in dossier order round to it again. */
  readonly steps: readonly CycleStep[];
  readonly premises: readonly Id[];
  readonly basis: 'computed' | 'suggested';
}

/** Smallest sets of provisions without which no incompatibility and no circular order is left. */
export interface RestOn {
  readonly reading: number;
  readonly conflicts: number;
  /** Smallest sets over all columns. */
  readonly sets: readonly (readonly Id[])[];
  /** For each column the smallest sets within it alone; empty when it alone cannot. */
  readonly within: readonly { readonly column: Id; readonly sets: readonly (readonly Id[])[] }[];
  /** False when the search stopped at its bound. */
  readonly complete: boolean;
}

export type Notice =
  | {
      /** Same act, but the texts bind different actors: no clash, and no silence either (R6). */
      readonly kind: 'near-miss';
      readonly row: string;
      readonly act: Id;
      readonly columns: readonly Id[];
      readonly bearers: readonly (readonly Id[])[];
      readonly evidence: readonly Evidence[];
    }
  | {
      /** Figures that look comparable but count different things (R14). */
      readonly kind: 'different-subjects';
      readonly issue: Id;
      readonly figures: readonly {
        readonly subject: Id;
        readonly provision: Id;
        readonly column: Id;
      }[];
      readonly evidence: readonly Evidence[];
    }
  | {
      /** Provisions of one column that cannot stand together. */
      readonly kind: 'self-contradiction';
      readonly column: Id;
      readonly act?: Id;
      readonly readings: readonly number[];
      readonly premises: readonly Id[];
      readonly evidence: readonly Evidence[];
    }
  | {
      /** Renderings of one clause differ in force; the row shows the coded one. */
      readonly kind: 'renderings-differ';
      readonly column: Id;
      readonly evidence: readonly Evidence[];
    }
  | { readonly kind: 'readings-bounded'; readonly searched: number; readonly total: number }
  | { readonly kind: 'domain-bounded'; readonly act: Id; readonly columns: readonly Id[] };

/** Something a finding may rest on besides the texts, and whether it is switched on. */
export interface Premise {
  readonly id: Id;
  readonly on: boolean;
  readonly basis: Basis;
  readonly states:
    | {
        readonly kind: 'link';
        readonly relation: 'kind-of' | 'excludes' | 'requires';
        readonly from: Id;
        readonly to: Id;
      }
    | { readonly kind: 'whole'; readonly dimension: Id; readonly whole: Id }
    | { readonly kind: 'group'; readonly actor: Id }
    | { readonly kind: 'context'; readonly context: Id };
}

export type Counts = Readonly<
  Record<Relation, { readonly textsAlone: number; readonly givenPremises: number }>
>;

export interface Comparison {
  readonly dossier: Id;
  readonly asAt?: string;
  readonly columns: readonly Column[];
  readonly optionGroups: readonly {
    readonly paper: Id;
    readonly group: Id;
    readonly choices: readonly Id[];
  }[];
  readonly readings: readonly Reading[];
  /** False when there are more readings than were searched. */
  readonly allReadings: boolean;
  readonly rows: readonly Row[];
  readonly circularOrders: readonly CircularOrder[];
  readonly restOn: readonly RestOn[];
  readonly notices: readonly Notice[];
  /** Clauses with words and no provision, in paper order. */
  readonly uncoded: readonly Id[];
  readonly premises: readonly Premise[];
  readonly counts: Counts;
}

/** What to compare, and what to leave out. All ids; unknown ones are refused by `chooseColumns`. */
export interface CompareOptions {
  /** Ids of parties or papers, 1 to 8, in display order; missing: every party with a paper, by name. */
  readonly columns?: readonly Id[];
  /** Papers dated later are left out, `YYYY-MM-DD`. */
  readonly asAt?: string;
  /** Fixed choices, by option group; other groups are enumerated. */
  readonly reading?: Readonly<Record<Id, Id>>;
  /** Premises switched off. */
  readonly off?: readonly Id[];
  /** The coding layer read; default `main`. */
  readonly layer?: Id;
}
