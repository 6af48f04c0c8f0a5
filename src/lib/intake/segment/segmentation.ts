/**
 * How a text is cut. A segmentation is a list of pieces in the order of the text; each is a section,
 * a clause, or words that are kept but belong to no clause (furniture). The pieces make a tree by
 * `parent`, which the papers of the model can take as it is: a piece lies inside its parent, and
 * siblings do not overlap. No visible sign of the text lies outside all pieces.
 */
import type { Span } from '#lib/model/clause.ts';

/**
 * `section` only holds others and begins with its heading. `furniture` is kept in the text and not
 * compared: a title, a date line, signatures, an editor's remark. `preamble` and `definition` are
 * clauses that set no terms of their own; `note` is a foot- or endnote.
 */
export const pieceKinds = [
  'section',
  'clause',
  'preamble',
  'definition',
  'note',
  'furniture',
] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** Why a piece begins where it does. */
export const cutReasons = [
  'heading',
  'number',
  'bullet',
  'option',
  'paragraph',
  'table-row',
  'table-cell',
  'coordination',
  'sentence',
  'note',
  'hand',
] as const;
export type CutReason = (typeof cutReasons)[number];

/** A place inside a clause where two demands may be told apart; only a proposal. */
export interface ProposedSplit {
  /** Offset in the text where the second demand begins. */
  readonly at: number;
  readonly reason: 'sentence' | 'semicolon' | 'coordination';
  /** From 0 to 1. */
  readonly confidence: number;
}

export interface Piece {
  /** Stable while the text and the cuts before it stay: `p1`, `p2`, … */
  readonly id: string;
  readonly kind: PieceKind;
  readonly span: Span;
  readonly parent?: string;
  /** As printed, with the numbers around it where its own says too little: `II.B.9`. */
  readonly locator: string;
  readonly locatorInferred: boolean;
  /** The number or bullet alone as it stands in the text, and where. */
  readonly marker?: Span;
  readonly heading?: string;
  readonly option?: { readonly group: string; readonly choice: string };
  /** One side of an old/new pair; `pair` is shared by both. */
  readonly revision?: { readonly side: 'old' | 'new'; readonly pair: string };
  readonly cut: CutReason;
  readonly confidence: number;
  readonly splits: readonly ProposedSplit[];
}

export interface SegmentedOptionGroup {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

export interface SegmentWarning {
  readonly code:
    | 'brackets-unbalanced'
    | 'numbering-jumps'
    | 'number-doubled'
    | 'no-structure'
    | 'dangling-reference';
  readonly message: string;
  readonly at: number;
}

/** One bracket of a text under negotiation; `closedBy` says how an unbalanced one was recovered. */
export interface BracketSpan {
  readonly span: Span;
  readonly depth: number;
  readonly kind: 'text' | 'open-figure' | 'editor';
  readonly closedBy: 'bracket' | 'end-of-block' | 'missing-opening';
}

export interface Segmentation {
  readonly pieces: readonly Piece[];
  readonly optionGroups: readonly SegmentedOptionGroup[];
  readonly brackets: readonly BracketSpan[];
  readonly warnings: readonly SegmentWarning[];
}
