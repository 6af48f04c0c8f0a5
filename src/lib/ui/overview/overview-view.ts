/** What the overview draws: every sentence made, every address written. Built by `build-overview.ts`. */
import type { Voicing } from '#lib/engine/silence-map.ts';
import type { Relation } from '#lib/model/relation.ts';
import type { CircularOrderView, ControlsView, CountView, TitleView } from '../compare-view.ts';

/** How many rows stand in a relation. */
export interface TallyView {
  readonly relation: Relation;
  readonly word: string;
  readonly count: number;
  /** How many of them nobody has reviewed. */
  readonly suggested: number;
}

/** The row that stands for an issue. */
export interface DecidingRow {
  readonly relation: Relation;
  /** "Incompatible as written, in part". */
  readonly headline: string;
  /** "under option 2"; missing where it holds in every reading. */
  readonly holds?: string;
  /** "Row 12, Join a military alliance". */
  readonly name: string;
  readonly href: string;
  readonly reason: string;
  readonly reviewMark?: string;
}

/** One issue in one line. */
export interface IssueLineView {
  readonly key: string;
  readonly label: string;
  readonly depth: number;
  readonly rows: string;
  readonly href: string;
  /** Missing for an issue that only holds others. */
  readonly deciding?: DecidingRow;
  readonly tallies: readonly TallyView[];
}

/** An issue no row is about, and what may be said of that. */
export interface QuietIssueView {
  readonly key: string;
  readonly label: string;
  readonly why: string;
}

export interface MatrixView {
  readonly pairs: readonly string[];
  readonly lines: readonly {
    readonly key: string;
    readonly label: string;
    readonly depth: number;
    readonly cells: readonly {
      readonly key: string;
      readonly tallies: readonly TallyView[];
      readonly suggested: number;
      readonly href: string;
      /** Whose rows and on what, for whom the heads of the table are out of sight. */
      readonly name: string;
    }[];
  }[];
}

export interface SilenceView {
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly lines: readonly {
    readonly key: string;
    readonly label: string;
    readonly depth: number;
    readonly cells: readonly {
      readonly key: string;
      readonly voicing: Voicing;
      readonly word: string;
      /** "3 provisions, 1 not reviewed". */
      readonly detail?: string;
      readonly suggested: boolean;
      readonly href?: string;
    }[];
  }[];
  /** The words that occur, each with what it means. */
  readonly legend: readonly {
    readonly voicing: Voicing;
    readonly word: string;
    readonly meaning: string;
  }[];
}

export interface ReadingView {
  readonly key: string;
  readonly rank: number;
  readonly name: string;
  readonly circularOrders: number;
  readonly incompatibleRows: number;
  readonly href: string;
}

export interface OverviewView extends TitleView {
  readonly id: string;
  readonly unknown: readonly string[];
  readonly controls: ControlsView;
  readonly counts: readonly CountView[];
  readonly totalRows: number;
  readonly issues: readonly IssueLineView[];
  readonly quiet: readonly QuietIssueView[];
  /** Missing with fewer than two columns. */
  readonly matrix?: MatrixView;
  readonly silence: SilenceView;
  readonly circularOrders: readonly CircularOrderView[];
  /** Empty where the papers leave no choice. */
  readonly readings: readonly ReadingView[];
  /** What was switched off or not searched, and the rule the columns follow. */
  readonly reservations: readonly string[];
  /** The comparison this is the overview of. */
  readonly compareHref: string;
}

/** What is new to a reader, and what waits for an editor. */
export interface NewsView {
  /** Missing before the reader first marked the history as seen. */
  readonly lastVisit?: string;
  readonly fresh: number;
  /** The newest of them, in a line each. */
  readonly changes: readonly {
    readonly number: number;
    readonly sentence: string;
    readonly when: string;
    readonly iso: string;
  }[];
  readonly waiting: number;
  readonly uncoded: number;
}
