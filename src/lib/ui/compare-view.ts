/* eslint max-lines: ["error", 330] -- one contract, read as one page by everybody who draws a comparison */
/**
 * What the compare page shows, as plain data: every sentence made, every text rendered, nothing left
 * to work out in the browser. Built by `build-compare-view.ts`.
 */
import type { EmptyCell } from '#lib/engine/comparison.ts';
import type { Relation } from '#lib/model/relation.ts';
import type { CompareQuery } from './compare-query.ts';
import type { DiffPart } from './word-diff.ts';

/** A choice of a form field. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface PaperHead {
  readonly title: string;
  /** "memorandum, 2 June 2025". */
  readonly kindAndDate: string;
  /** "paraphrase by the editors"; its own field because it qualifies every word shown. */
  readonly textKind: string;
  readonly notes: readonly string[];
  readonly gaps: readonly { readonly locator: string; readonly why: string }[];
}

export interface ColumnHead {
  readonly id: string;
  readonly name: string;
  readonly papers: readonly PaperHead[];
}

export interface SourceView {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly url?: string;
  /** Dates, language and translator in words. */
  readonly about: string;
  readonly note?: string;
}

export interface ClauseView {
  readonly id: string;
  readonly locator: string;
  readonly inferred: boolean;
  readonly option?: string;
  readonly heading?: string;
  /** Which of several papers of the column it stands in. */
  readonly paper?: string;
  /** "paraphrase by …" where the words are not the party's own. */
  readonly paraphrase?: string;
  readonly language: string;
  readonly html: string;
  readonly cited: boolean;
  /** Only its wording puts it into this row. */
  readonly beside: boolean;
  /** Whether it can be opened where provisions are coded. */
  readonly codable: boolean;
  readonly note?: string;
}

export interface CellView {
  readonly column: string;
  readonly name: string;
  readonly clauses: readonly ClauseView[];
  /** Why there are no words; missing with no clauses where nothing can be said yet. */
  readonly empty?: { readonly kind: EmptyCell; readonly word: string; readonly why: string };
}

export interface VerdictView {
  readonly relation: Relation;
  readonly word: string;
  readonly reason: string;
  readonly sentence: string;
  readonly computed: string;
  readonly stale: boolean;
}

export interface AssessmentView {
  readonly relation: Relation;
  readonly word: string;
  /** The word with what narrows it: "Incompatible as written, in part". */
  readonly headline: string;
  /** On which part it holds: "peacetime". */
  readonly part?: string;
  readonly rule?: { readonly id: string; readonly name: string };
  /** "on the texts alone" or "given 2 premises". */
  readonly basis?: string;
  /** "not reviewed" and the like; missing for a reviewed, computed row. */
  readonly reviewMark?: string;
  readonly reason: string;
  /** How three or more columns stand to each other, and who is left out as silent. */
  readonly among: readonly string[];
  /** SVG, one for each acceptance slot worth drawing. */
  readonly drawings: readonly string[];
  readonly remainders: readonly string[];
  readonly status?: string;
}

export interface PremiseView {
  readonly id: string;
  readonly on: boolean;
  readonly statement: string;
  readonly kind: string;
  readonly kindMeaning: string;
  /** The citation, or the coder's judgement in words. */
  readonly ground: string;
  readonly disputed?: string;
  readonly sources: readonly SourceView[];
}

export interface FindingView {
  readonly id: string;
  readonly relation: Relation;
  readonly word: string;
  readonly rule: { readonly id: string; readonly name: string; readonly meaning: string };
  readonly basis: string;
  readonly reason: string;
  readonly becauses: readonly string[];
  readonly premises: readonly PremiseView[];
  readonly holds?: string;
  readonly weakestText: string;
  readonly reviewMark?: string;
}

export interface RenderingView {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly html: string;
  readonly note?: string;
}

export interface ClauseSources {
  readonly id: string;
  readonly clause: string;
  readonly paraphrase: boolean;
  readonly sources: readonly SourceView[];
  readonly renderings: readonly RenderingView[];
}

export type DiffView =
  | {
      readonly kind: 'diff';
      readonly from: string;
      readonly to: string;
      readonly language: string;
      readonly parts: readonly DiffPart[];
    }
  | { readonly kind: 'refused'; readonly why: string };

/** What a row opens to; built when it is asked for. */
export interface DetailsView {
  readonly findings: readonly FindingView[];
  /** How each pair of columns stands, where there are more than two. */
  readonly pairs: readonly {
    readonly names: string;
    readonly relation: Relation;
    readonly word: string;
  }[];
  readonly byReading: readonly {
    readonly reading: string;
    readonly word: string;
    readonly relation?: Relation;
  }[];
  readonly clauses: readonly ClauseSources[];
  readonly diffs: readonly DiffView[];
  readonly verdict?: VerdictView;
}

export interface RowView {
  readonly id: string;
  /** The row id as a link target. */
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  readonly cells: readonly CellView[];
  readonly assessment: AssessmentView;
  readonly commonText?: string;
  /** What there is behind it, in a line: "2 findings, 1 premise, 3 sources"; empty for nothing. */
  readonly opens: string;
}

/** A stretch of the rows of a table, `[from, to)` of `total`. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

export interface IssueView {
  readonly anchor: string;
  readonly label: string;
  readonly question?: string;
  /** The place of its first row among all rows shown. */
  readonly firstRow: number;
  /** Those of its rows that lie in the window. */
  readonly rows: readonly RowView[];
  /** The relations of its rows, each once, worst first, with how often. */
  readonly relations: readonly {
    readonly relation: Relation;
    readonly word: string;
    readonly count: number;
  }[];
}

export interface CountView {
  readonly relation: Relation;
  readonly word: string;
  readonly meaning: string;
  readonly count: number;
  readonly split?: string;
  readonly chosen: boolean;
  readonly href: string;
}

/** Notices of one kind. */
export interface NoticeGroup {
  readonly title: string;
  readonly notices: readonly { readonly sentence: string; readonly href?: string }[];
}

export interface CircularOrderView {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly svg: string;
  /** "on the texts alone" or "given 1 premise". */
  readonly basis: string;
}

export interface ContextView {
  readonly id: string;
  readonly role: string;
  readonly title: string;
  readonly text: string;
  readonly by?: string;
  readonly sources: readonly SourceView[];
}

export interface ControlsView {
  readonly query: CompareQuery;
  readonly columns: readonly Choice[];
  readonly chosenColumns: readonly string[];
  readonly swapHref?: string;
  readonly readings: readonly {
    readonly field: string;
    readonly label: string;
    readonly choices: readonly Choice[];
    readonly chosen: string;
  }[];
  readonly relations: readonly { readonly relation: Relation; readonly word: string }[];
  readonly issues: readonly Choice[];
  readonly bearers: readonly Choice[];
  readonly acts: readonly Choice[];
  readonly premises: readonly PremiseView[];
  readonly resetHref: string;
  readonly filtered: boolean;
}

/** The smallest sets of provisions that the conflicts of a reading rest on; shown on request only. */
export interface RestOnView {
  readonly headline: string;
  readonly sets: readonly string[];
  readonly within: readonly string[];
  readonly caveat: string;
}

/** What stands above a comparison: what is compared, as at when, with what reservation. */
export interface TitleView {
  readonly title: string;
  readonly summary: string;
  readonly fictitious: boolean;
  readonly caution?: string;
  /** "Russia and Ukraine": what the columns are called, as a list. */
  readonly compared: string;
  readonly asAt: string;
  readonly columns: readonly ColumnHead[];
}

/** A view somebody kept under a name. */
export interface SavedViewLink {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly href: string;
  /** Whether it is what the page shows. */
  readonly current: boolean;
}

export interface CompareView extends TitleView {
  readonly id: string;
  readonly language: string;
  readonly controls: ControlsView;
  readonly unknown: readonly string[];
  readonly counts: readonly CountView[];
  /** "36 rows" or "4 of 36 rows". */
  readonly shown: string;
  readonly totalRows: number;
  readonly circularOrders: readonly CircularOrderView[];
  readonly notices: readonly NoticeGroup[];
  readonly issues: readonly IssueView[];
  readonly context: readonly ContextView[];
  /** Where the provisions are told that the conflicts rest on; shown on request only. */
  readonly restOnHref: string;
  readonly views: readonly SavedViewLink[];
  readonly sources: readonly SourceView[];
  readonly hasCommonText: boolean;
  /** Which of the rows that fit the filters `issues` holds; all, unless there are very many. */
  readonly window: RowWindow;
  /** The address below which every row has a page of its own. */
  readonly rowsHref: string;
  /** The search part of the address, as the page was read. */
  readonly search: string;
  /** Where this view can be had as a file. */
  readonly tableHref: string;
}
