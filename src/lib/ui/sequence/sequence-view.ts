/** What the sequence page shows, as plain data. Built by `build-sequence-view.ts`. */
import type { Choice, CircularOrderView, ControlsView, PremiseView } from '../compare-view.ts';

/** One order statement: a row of the table, an arrow of the graph. */
export interface StepView {
  readonly id: string;
  readonly anchor: string;
  readonly before: string;
  readonly after: string;
  /** "Ukraine", "Russia and Ukraine", "premise, interpretive". */
  readonly who: string;
  readonly premise: boolean;
  /** "at least 30 days after". */
  readonly lag: string;
  /** "I.6b", or what a premise takes for true. */
  readonly place: string;
  /** The row of the comparison; missing for premises. */
  readonly href?: string;
  /** "under option 1"; missing where it holds in all readings. */
  readonly holds?: string;
  /** "circular order 1". */
  readonly circular?: string;
  /** "suggested, not reviewed". */
  readonly mark?: string;
  /** What narrows it: the readings, the review, who disputes it. */
  readonly notes: readonly string[];
}

/** What a column says, in words. */
export interface SideView {
  readonly id: string;
  readonly name: string;
  /** "memorandum, 2 June 2025 · paraphrase by the editors". */
  readonly papers: readonly string[];
  readonly steps: readonly (Pick<StepView, 'id' | 'place' | 'href' | 'mark' | 'holds'> & {
    readonly told: string;
  })[];
  readonly notOrdered: readonly string[];
  /** Why what is not ordered here may be so elsewhere in its text. */
  readonly caution?: string;
}

export interface LaneView {
  readonly id: string;
  readonly name: string;
  /** SVG; missing where a sentence says all. */
  readonly svg?: string;
  readonly sentence?: string;
  readonly impossible: boolean;
}

export interface TimelineView {
  /** "Under option 1"; empty where all readings share it. */
  readonly title: string;
  readonly lanes: readonly LaneView[];
  readonly undated?: string;
}

export interface GraphView {
  readonly svg: string;
  readonly legend: readonly { readonly name: string; readonly svg: string }[];
}

export interface SequenceView {
  readonly id: string;
  readonly title: string;
  readonly compared: string;
  readonly asAt: string;
  readonly fictitious: boolean;
  readonly unknown: readonly string[];
  readonly controls: ControlsView;
  /** The context statements that order steps; each can be left out. */
  readonly context: readonly PremiseView[];
  /** Other premises left out, which the form hands on. */
  readonly alsoOff: readonly string[];
  readonly origin: {
    readonly chosen: string;
    /** What days are counted from unless something is chosen. */
    readonly standard: string;
    readonly choices: readonly Choice[];
  };
  /** The event days are counted from; empty when there is none. */
  readonly countedFrom: string;
  readonly compareHref: string;
  /** "10 statements on 12 steps". */
  readonly shown: string;
  readonly circularOrders: readonly CircularOrderView[];
  /** Missing when nobody orders anything. */
  readonly graph?: GraphView;
  readonly timelines: readonly TimelineView[];
  /** How many readings are not drawn. */
  readonly moreReadings: number;
  readonly sides: readonly SideView[];
  readonly steps: readonly StepView[];
}
