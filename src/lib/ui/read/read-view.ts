// What the reading page draws, one record a part. Everything is in words already.
import type { Relation } from '#lib/model/relation.ts';
import type { Choice } from '../compare-view.ts';

/** A relation of a clause to one of the other paper. */
export interface CounterpartView {
  readonly clause: string;
  readonly locator: string;
  readonly href: string;
  readonly relation: Relation;
  readonly word: string;
  /** Whoever reads has to know that nobody has checked it. */
  readonly suggested: boolean;
  /** The row it is found in, with its number. */
  readonly row?: { readonly href: string; readonly number: string };
}

/** How many rows of one relation a clause has a part in. */
export interface RelationCount {
  readonly relation: Relation;
  readonly word: string;
  readonly count: number;
  /** How many of them nobody has reviewed. */
  readonly suggested: number;
}

/** What is coded of a clause, in words. */
export interface ProvisionView {
  readonly id: string;
  readonly says: string;
  readonly limits: readonly string[];
  readonly review: string;
  readonly suggested: boolean;
}

/** A clause, a section, or words of the paper that stand in no clause (`loose`). */
export interface PieceView {
  readonly key: string;
  readonly kind: 'section' | 'clause' | 'loose';
  /** The id of the clause; empty for loose words. */
  readonly clause: string;
  readonly depth: number;
  readonly locator: string;
  readonly inferred: boolean;
  readonly heading?: string;
  readonly option?: string;
  /** Struck out, or not available. */
  readonly absent?: { readonly word: string; readonly why: string };
  readonly html: string;
  readonly note?: string;
  readonly counterparts: readonly CounterpartView[];
  /** The gravest relation it has a part in; missing where none is known. */
  readonly relation?: Relation;
  /** Nobody has coded it yet. */
  readonly uncoded: boolean;
  /** For one paper alone. */
  readonly counts: readonly RelationCount[];
  readonly provisions: readonly ProvisionView[];
}

/** One paper in full. */
export interface ReadPaperView {
  readonly id: string;
  readonly anchor: string;
  readonly party: string;
  readonly title: string;
  /** "Memorandum, 2 June 2025". */
  readonly kindAndDate: string;
  /** "paraphrase by the editors". */
  readonly textKind: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly superseded: boolean;
  readonly note?: string;
  readonly gaps: readonly { readonly locator: string; readonly why: string }[];
  readonly options: readonly { readonly label: string; readonly choices: readonly string[] }[];
  readonly pieces: readonly PieceView[];
  readonly aloneHref: string;
}

/** A clause of the first paper and one of the second that are related; the gravest relation holds. */
export interface LinkView {
  readonly key: string;
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly suggested: boolean;
}

/** The reading page: two papers side by side, or one alone. */
export interface ReadView {
  readonly papers: readonly Choice[];
  readonly chosen: { readonly a: string; readonly b: string };
  /** What the address names and the dossier does not have. */
  readonly unknown: readonly string[];
  readonly shown: readonly ReadPaperView[];
  /** Gravest first. */
  readonly links: readonly LinkView[];
  readonly swapHref?: string;
  /** The comparison of what is shown. */
  readonly compareHref: string;
  /** With whom one paper alone is related. */
  readonly against: string;
}
