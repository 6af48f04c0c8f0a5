/** What one language has to say about the order of steps; see `phrases.ts` for how phrases are made. */
import type { Interval } from '#lib/engine/comparison.ts';

/** Days from the earlier to the later event as a text states them. */
export type StatedDays = Interval & { readonly strict: boolean };

/** Days from an origin, each end with whether it leaves out its bound. */
export type CountedDays = Interval & { readonly minOpen: boolean; readonly maxOpen: boolean };

export interface SequencePhrases {
  /** Beside an arrow from the earlier to the later event: "strictly after", "at least 30 days after". */
  readonly lag: (days: StatedDays) => string;
  /** "the ceasefire begins, then at least 30 days later talks on territory". */
  readonly then: (before: string, after: string, days: StatedDays) => string;
  /** When something happens, counted from an event: "30 to 100 days after", "before". */
  readonly counted: (days: CountedDays) => string;
  /** For the event that days are counted from. */
  readonly origin: string;
  /** For an event that the lane's statements do not date. */
  readonly noDate: string;
  /** "circular order 1", "circular orders 1 and 2". */
  readonly inCircles: (numbers: readonly string[]) => string;
}
