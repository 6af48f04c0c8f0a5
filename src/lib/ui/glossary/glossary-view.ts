/** What the glossary draws. Built by `build-glossary.ts`. */

/** A party's own term: “detained civilians” (Russia). */
export interface VariantView {
  /** In quotation marks. */
  readonly quoted: string;
  /** Whose term it is; empty where nobody is named. */
  readonly by: string;
}

/** What one entry has to do with another, told with its ground. */
export interface RelatedView {
  readonly word: string;
  readonly label: string;
  /** The other entry; missing when the filter left it out. */
  readonly href?: string;
  /** "interpretive, coder’s judgement: …"; missing where the other entry tells it. */
  readonly ground?: string;
  readonly disputed?: string;
}

/** How often something is used, and by whom. */
export interface UsageView {
  readonly total: number;
  /** "Russia 2, Ukraine 1". */
  readonly by: string;
  /** The rows of the comparison it is used in. */
  readonly href?: string;
}

export interface EntryView {
  readonly id: string;
  readonly anchor: string;
  readonly label: string;
  /** "party", "group", "whole". */
  readonly kind?: string;
  readonly note?: string;
  readonly variants: readonly VariantView[];
  readonly related: readonly RelatedView[];
  readonly usage?: UsageView;
}

/** Entries that stand together: those of a letter, or of a dimension. */
export interface EntryGroup {
  readonly anchor: string;
  readonly title: string;
  readonly entries: readonly EntryView[];
}

export interface GlossarySection {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly count: number;
  readonly groups: readonly EntryGroup[];
}

export interface GlossaryView {
  readonly text: string;
  readonly shown: number;
  readonly total: number;
  /** "Russia, Ukraine": the parties in the neutral order. */
  readonly parties: readonly string[];
  /** The language whose alphabet orders them. */
  readonly alphabet: string;
  readonly sections: readonly GlossarySection[];
}
