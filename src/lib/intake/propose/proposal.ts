/**
 * Provisions as the program would code them. Nothing here is a verdict: each slot of a proposal
 * carries the words that triggered it, how sure the program is and why, and stays a suggestion until
 * a person confirms it.
 */
import type { Span } from '#lib/model/clause.ts';
import type { forces, Firmness, Modality } from '#lib/model/provision.ts';

export type Force = (typeof forces)[number];

/** Why a slot was filled as it was. `words` is what the reason speaks of, as it stands in the text. */
export interface ProposalReason {
  readonly code:
    | 'modal-verb'
    | 'noun-phrase'
    | 'negation'
    | 'section-heading'
    | 'party-name'
    | 'paper-party'
    | 'pack-phrase'
    | 'own-phrase'
    | 'confirmed-before'
    | 'figure'
    | 'date'
    | 'duration'
    | 'condition-word'
    | 'order-word'
    | 'vague-word'
    | 'default';
  readonly words: string;
}

/** A value that was guessed: the words it rests on (offsets in the clause), and how sure it is. */
export interface Guess<T> {
  readonly value: T;
  readonly trigger?: Span;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: ProposalReason;
}

/** Something the lexicon may or may not know yet: `id` when it does, and words for it anyway. */
export interface NamedThing {
  readonly id?: string;
  readonly label: string;
}

/** Acceptable values of a term, as `Amount` of the model stores them, with the term in words. */
export interface ProposedAmount {
  readonly of: NamedThing;
  readonly unit: string;
  readonly per?: string;
  readonly base?: string;
  readonly min?: number;
  readonly max?: number;
  readonly unset: boolean;
  readonly at?: NamedThing;
}

export interface ProposedOrder {
  readonly before: NamedThing;
  readonly after: NamedThing;
  readonly minDays?: number;
  readonly maxDays?: number;
  readonly strict: boolean;
}

export interface ProposedNorm {
  readonly kind: 'norm';
  /** The words in the clause the provision rests on. */
  readonly words: Span;
  readonly force: Guess<Force>;
  readonly firmness: Guess<Firmness>;
  readonly modality: Guess<Modality>;
  readonly bearers: Guess<readonly NamedThing[]>;
  readonly counterparties: readonly Guess<NamedThing>[];
  /** A bare infinitive phrase: "lift sanctions". */
  readonly act: Guess<NamedThing>;
  readonly scope: readonly Guess<{
    readonly dimension: NamedThing;
    readonly atoms: readonly NamedThing[];
  }>[];
  readonly amounts: readonly Guess<ProposedAmount>[];
  /** Events that have to happen first, or on which the norm depends. */
  readonly given: readonly Guess<NamedThing>[];
  readonly onlyIf: boolean;
  readonly unconditional: boolean;
  readonly exceptions: readonly Guess<string>[];
  /** Orders of events that the clause also states. */
  readonly orders: readonly Guess<ProposedOrder>[];
  readonly vague: readonly Guess<string>[];
}

export interface ProposedOrderProvision {
  readonly kind: 'order';
  readonly words: Span;
  readonly order: Guess<ProposedOrder>;
  readonly force: Guess<Force>;
  readonly vague: readonly Guess<string>[];
}

export interface ProposedClaim {
  readonly kind: 'claim';
  readonly words: Span;
  readonly subject: Guess<NamedThing>;
  readonly holds: Guess<boolean>;
  readonly amount?: Guess<ProposedAmount>;
  readonly force: Guess<Force>;
  readonly vague: readonly Guess<string>[];
}

export type ProposedProvision = ProposedNorm | ProposedOrderProvision | ProposedClaim;

/** What the program knows of the dossier when it proposes: names with their variants, and the paper. */
export interface ProposalContext {
  /** BCP 47; decides which cue words are used. */
  readonly language: string;
  /** Ids of the parties whose paper it is, in the paper's order. */
  readonly parties: readonly string[];
  /** Ids of the parties of the dossier whose paper it is not: whom "both sides" and "the other side" mean. */
  readonly otherParties?: readonly string[];
  readonly actors: readonly KnownName[];
  readonly acts: readonly KnownName[];
  readonly events: readonly KnownName[];
  /** Atoms and wholes by dimension. */
  readonly dimensions: readonly (KnownName & { readonly values: readonly KnownName[] })[];
  readonly terms: readonly KnownName[];
  /** Headings above the clause, outermost first. */
  readonly headings: readonly string[];
}

/** A record of the lexicon with every phrase it goes by, the label first; packs add many. */
export interface KnownName {
  readonly id: string;
  readonly names: readonly string[];
}

/** The shape of the function that makes the proposals of one clause; in the clause's order. */
export type ProposeClause = (
  text: string,
  context: ProposalContext,
) => readonly ProposedProvision[];
