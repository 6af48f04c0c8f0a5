/**
 * The words by which a language says who must do what, how much, when and on what condition. They are
 * data, by language; `is/are` in the place of a word stands for either. What a language leaves out is
 * simply not recognised in it.
 */
import type { Firmness, Modality } from '#lib/model/provision.ts';
import type { Force } from '../proposal.ts';

type Phrases = readonly string[];
type ByModality = Readonly<Partial<Record<Modality, Phrases>>>;

export interface ModalityCues {
  /** Words before the act they rule: "shall", "is not obliged to". */
  readonly modals: ByModality;
  /** Words behind the act they rule: "is prohibited", "remains to be settled". */
  readonly verdicts: ByModality;
  /** Nouns that an act hangs on: "ban on", "right to". */
  readonly heads: ByModality;
  /** Words that turn a subject round: "no third state". */
  readonly negators: Phrases;
  /** Phrases that mean `not` and more of it: "under no circumstances". */
  readonly emphatics: Phrases;
  /** The plain word for it. */
  readonly not: string;
  /** Verbs by which a side demands what follows: "insists on", "calls upon". */
  readonly attitudes: Phrases;
  /** Words of a negated verb without a modal: "does not". */
  readonly negations: Phrases;
  /** "No" before these is no prohibition but leaves free (limits) or frees from a duty. */
  readonly limits: Phrases;
  readonly duties: Phrases;
  /** Words of a heading that say what stands under it. */
  readonly headings: ByModality;
  /** Words that begin a clause inside a clause. */
  readonly relatives: Phrases;
}

export interface SpeechCues {
  /** Headings of principles and of procedures. */
  readonly principles: Phrases;
  readonly procedures: Phrases;
  readonly forces: Readonly<Partial<Record<Force, Phrases>>>;
  readonly firmness: Readonly<Record<Exclude<Firmness, 'unstated'>, Phrases>>;
  readonly both: Phrases;
  readonly other: Phrases;
  /** Bodies that can be bound: states, firms, courts. Persons are among the figures. */
  readonly bodies: Phrases;
  readonly vague: Phrases;
  readonly reports: Phrases;
  readonly denials: Phrases;
  /** Verbs of the past: what is told by them is a claim. */
  readonly pasts: Phrases;
  readonly articles: Phrases;
  readonly prepositions: Phrases;
}

/** What the words behind a condition word are. */
export type ConditionKind = 'given' | 'only-if' | 'exception' | 'unconditional';

/**
 * How what is said stands to the event that is named: after it, only after it, from it on, on its day,
 * before it, until it, or by it at the latest.
 */
export type Timing = 'after' | 'only-after' | 'from' | 'on' | 'before' | 'until' | 'by';

export interface TimeCues {
  /** Every name of each month, January first. */
  readonly months: readonly Phrases[];
  readonly conditions: Readonly<Record<ConditionKind, Phrases>>;
  readonly timings: Readonly<Record<Timing, Phrases>>;
  /** Words before a length of time that make it a time limit, by the bound they set. */
  readonly limitsOfTime: Readonly<Record<'min' | 'max', Phrases>>;
  /** Words behind a length of time that tie it to an event. */
  readonly ties: Readonly<Record<'after' | 'before', Phrases>>;
  /** "Precedes", "is a prerequisite for": what stands before them happens first. */
  readonly precedence: Phrases;
  readonly openings: Phrases;
  /** "Which means that": what stands behind it says the same in other words, or more of it. */
  readonly explanations: Phrases;
  /** Words that stand for the subject of the demand before. */
  readonly pronouns: Phrases;
  /** "Its", "their": what follows belongs to whoever was spoken of. */
  readonly possessives: Phrases;
  readonly sequels: Phrases;
  /** A clause that begins with one of these is a condition: "should either side …". */
  readonly inversions: Phrases;
  /** The assent of somebody, on which a condition or an exception turns. */
  readonly assents: Phrases;
}

/**
 * `over` and `under` say which values are meant, not which are accepted: "no missiles of more than 150
 * km" turns them round; `min` and `max` stand as they are.
 */
export type Bound = 'min' | 'max' | 'over' | 'under';

type Values = Readonly<Record<string, number>>;

export interface FigureCues {
  readonly bounds: Readonly<Record<Bound, Phrases>>;
  /** Bounds behind the figure: "or more". */
  readonly boundsBehind: Readonly<Record<'min' | 'max', Phrases>>;
  /** Verbs with a particle that reads like a bound: "hand over". */
  readonly verbsWithParticle: Phrases;
  /** Of the bounds, those by which a side says how much it is entitled to: "may have up to". */
  readonly upTo: Phrases;
  /** Bounds that are the whole of what is said: "shall not exceed", "is limited to". */
  readonly limiters: Phrases;
  readonly between: Phrases;
  readonly and: Phrases;
  readonly to: Phrases;
  readonly per: Phrases;
  /** What stands between a share and its base. */
  readonly of: Phrases;
  /** Words that may stand between a bound and its figure. */
  readonly fillers: Phrases;
  readonly numbers: Values;
  readonly magnitudes: Values;
  /** Fractions in words, in percent. */
  readonly shares: Values;
  /** By the unit's name in a dossier, which is the same in all languages, every way it is written. */
  readonly units: Readonly<Record<string, Phrases>>;
  readonly persons: Phrases;
  /** "Twice" and the like, which are a figure and a unit in one. */
  readonly times: Values;
  /** What says that a figure is left open, and the nouns of which it says so. */
  readonly open: Phrases;
  readonly quantities: Phrases;
  /** A figure behind these is the number of something printed: "article 5". */
  readonly references: Phrases;
}

export interface Cues extends ModalityCues, SpeechCues, TimeCues, FigureCues {}
