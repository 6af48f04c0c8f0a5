/** What the rounds page shows, as plain data: every sentence made. Built by `build-rounds-view.ts`. */
import type { EmptyCell } from '#lib/engine/comparison.ts';
import type { MoveKind } from '#lib/engine/rounds/move.ts';
import type { Choice, DiffView } from '../compare-view.ts';

export interface PremiseLine {
  readonly id: string;
  readonly statement: string;
  readonly kind: string;
  readonly ground: string;
  /** The same page without it, or with it again. */
  readonly switchHref: string;
}

export interface MoveView {
  readonly id: string;
  readonly kind: MoveKind;
  readonly word: string;
  readonly meaning: string;
  readonly topic: string;
  readonly changes: readonly string[];
  readonly sentence: string;
  readonly given?: string;
  readonly premises: readonly PremiseLine[];
  readonly isSuggested: boolean;
  /** "not coded", where only words are told. */
  readonly mark?: string;
  /** The row of the comparison of the two papers. */
  readonly rowHref?: string;
}

export interface RoundClause {
  readonly id: string;
  readonly locator: string;
  readonly language: string;
  readonly html: string;
  readonly paraphrase?: string;
}

/** A text at one time, in one row. */
export interface RoundCell {
  readonly state: string;
  readonly name: string;
  readonly clauses: readonly RoundClause[];
  /** The words against those before, where both are the paper's own and differ. */
  readonly diff?: DiffView;
  readonly empty?: { readonly kind: EmptyCell; readonly word: string; readonly why: string };
}

/** What became of a clause from one text to the next. */
export interface RoundStep {
  readonly to: string;
  readonly moves: readonly MoveView[];
  /** "paired by wording" and the like. */
  readonly lineage?: string;
  readonly isMoved: boolean;
}

export interface RoundRow {
  readonly id: string;
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  readonly cells: readonly RoundCell[];
  /** One for each text but the first. */
  readonly steps: readonly RoundStep[];
}

export interface MoveTally {
  readonly kind: MoveKind;
  readonly word: string;
  readonly count: number;
}

export interface RoundIssue {
  readonly anchor: string;
  readonly label: string;
  readonly question?: string;
  readonly tally: readonly MoveTally[];
  readonly rows: readonly RoundRow[];
}

export interface StateHead {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Papers that stood then, where there are several. */
  readonly papers: readonly string[];
  /** Parts of it that nobody here has read. */
  readonly gaps: readonly string[];
  /** Against which text it is told, where that is not the one at its left. */
  readonly from?: string;
}

export interface MoveCount extends MoveTally {
  readonly meaning: string;
  readonly href: string;
  readonly chosen: boolean;
}

export interface OpenTextLine {
  readonly id: string;
  readonly name: string;
  readonly pairs: string;
  readonly depth: string;
  readonly share: string;
  readonly openClauses: string;
  readonly options: string;
  readonly unbalanced: string;
}

/** One series with its rounds, to be chosen. */
export interface SeriesLink {
  readonly id: string;
  readonly kind: 'party' | 'base';
  readonly name: string;
  readonly about: string;
  readonly href: string;
  readonly chosen: boolean;
}

/** Who moved how on what: each party against its own earlier text. */
export interface SummaryView {
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly about: string;
  }[];
  readonly swapHref?: string;
  readonly issues: readonly {
    readonly id: string;
    readonly label: string;
    readonly cells: readonly {
      readonly party: string;
      readonly name: string;
      readonly tally: readonly MoveTally[];
      readonly href: string;
    }[];
  }[];
}

export interface RoundsControls {
  readonly series: { readonly field: 'party' | 'base'; readonly id: string };
  readonly states: readonly Choice[];
  readonly from: string;
  readonly to: string;
  readonly hasAll: boolean;
  readonly unchanged: boolean;
  readonly move: string;
  readonly off: readonly string[];
  readonly swapHref?: string;
}

/** The rounds of one series. */
export interface SeriesView {
  readonly heading: string;
  readonly explained: string;
  readonly controls: RoundsControls;
  readonly states: readonly StateHead[];
  readonly isBackwards: boolean;
  readonly counts: readonly MoveCount[];
  readonly total: number;
  readonly shown: string;
  readonly issues: readonly RoundIssue[];
  /** Of how many clauses only the words are told; missing where all are coded. */
  readonly uncoded?: string;
  /** How many clauses did not change and are not shown. */
  readonly hidden: number;
  readonly showAllHref: string;
  readonly openText: readonly OpenTextLine[];
  /** SVG. */
  readonly openDrawing?: string;
  readonly leftOut: readonly PremiseLine[];
  readonly undated: readonly string[];
}

export interface RoundsView {
  readonly id: string;
  readonly title: string;
  readonly fictitious: boolean;
  readonly caution?: string;
  readonly unknown: readonly string[];
  readonly choices: readonly SeriesLink[];
  readonly overviewHref: string;
  readonly series?: SeriesView;
  readonly summary?: SummaryView;
}
