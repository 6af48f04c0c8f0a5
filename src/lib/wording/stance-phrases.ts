/** Phrases for what one column lays down: norms, orders, claims, and their figures. */
import type { Modality } from '#lib/model/provision.ts';
import type { Interval } from '#lib/engine/comparison.ts';

/** Somebody bound by a norm; `self` when it is the party that speaks. */
export interface Bearer {
  readonly name: string;
  readonly self: boolean;
}

/** When a norm holds; missing parts are not stated. Events are labels, provisions locators. */
export interface Conditions {
  readonly events: readonly string[];
  readonly provisions: readonly string[];
  readonly onlyIf: boolean;
  readonly unconditional: boolean;
}

/** What a norm lays down, apart from who says so. */
export interface Duty {
  readonly modality: Modality;
  /** Bare infinitive. */
  readonly act: string;
  readonly bearers: readonly Bearer[];
}

/** One column's norm. `locators` is "(I.5a)" or empty. */
export interface NormStance extends Duty {
  readonly subject: string;
  readonly locators: string;
  /** Told only where conditions matter to the relation. */
  readonly conditions?: Conditions;
  /** What the part of the sentence before has named already, so that it need not be said again. */
  readonly known: 'nothing' | 'act' | 'act-and-bearers';
  /** The part before laid down the same, so that "it" cannot be misread as its opposite. */
  readonly sameModality: boolean;
}

export interface OrderStance {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  readonly days: Interval & { readonly strict: boolean };
  readonly locators: string;
}

export interface ClaimStance {
  readonly subject: string;
  readonly about: string;
  readonly holds: boolean;
  readonly amount?: string;
  readonly locators: string;
}

/** A column and its locators. */
export interface Speaking {
  readonly name: string;
  readonly locators: string;
}

/** How a number with its unit is bounded and against what it is measured. */
export interface Measure {
  readonly unit: string;
  readonly per?: string | undefined;
  readonly base?: string | undefined;
}

export interface AmountPhrases {
  /** `number` is formatted; `one` says whether the language treats it as singular. */
  readonly quantity: (number: string, one: boolean, measure: Measure) => string;
  readonly exactly: (value: string) => string;
  readonly between: (min: string, max: string) => string;
  readonly atLeast: (min: string) => string;
  readonly atMost: (max: string) => string;
  readonly any: string;
  readonly unset: string;
  readonly unstated: string;
  readonly unconvertible: string;
  /** The distance between two figures in a unit: percent become percentage points. */
  readonly gap: (number: string, one: boolean, unit: string) => string;
  /** "textual overlap from 30 to 45 days". */
  readonly zone: (zone: {
    readonly min?: string;
    readonly max?: string;
    readonly point: boolean;
  }) => string;
}

export interface StancePhrases {
  readonly norm: (stance: NormStance) => string;
  readonly order: (stance: OrderStance) => string;
  readonly claim: (stance: ClaimStance) => string;
  /** Two or more columns that lay down the same. */
  readonly normAlike: (speaking: readonly Speaking[], duty: Duty) => string;
  /** "and 2 more provisions (I.5; I.6)". */
  readonly more: (count: string, one: boolean, locators: string) => string;
  /** "‘ceasefire’ at least 30 days before ‘talks’". */
  readonly window: (
    first: string,
    second: string,
    days: Interval & { readonly strict: boolean },
  ) => string;
  readonly conditions: (conditions: Conditions) => string;
}
