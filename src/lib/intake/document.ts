/**
 * A document as it was read: the text that is kept, what its format says about that text, and what
 * was left out. Every reader makes this and nothing else, so that cutting, proposing and the pages
 * need not know of formats.
 *
 * The law of reading: each visible sign of the document stands in `text` or in `omissions`, and
 * `text` holds no visible sign that is not the document's or covered by a mark of the kind
 * `generated`. White space alone is free.
 */
import type { Span } from '#lib/model/clause.ts';

export const documentFormats = ['markdown', 'text', 'html', 'docx', 'pdf', 'rst'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What a stretch of text is by its format; what it is in the argument is for cutting to say. */
export const blockKinds = [
  'heading',
  'paragraph',
  'item',
  'row',
  'quote',
  'code',
  'note',
  'caption',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/**
 * A stretch of the kept text in its reading order; blocks neither overlap nor leave visible signs
 * between them. `level` is the depth of a heading (1 is highest) or of a list item (1 is outermost).
 * `number` is the number or bullet that the format knows of (automatic numbering, an ordered list);
 * the block's text begins with it. A row of a table has the spans of its `cells`; rows of one table
 * share `table`. `strong` says that the whole block is bold, which often marks a heading.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly level?: number;
  readonly number?: string;
  readonly cells?: readonly Span[];
  readonly table?: number;
  readonly isHeaderRow?: boolean;
  readonly strong?: boolean;
  /** The page it begins on, from 1, where the format has pages. */
  readonly page?: number;
  /** Kept, though the page seems to set it apart from its main text: teasers, comments, banners. */
  readonly apart?: boolean;
}

/**
 * `generated`: signs the program displays as the document's own program would (automatic numbers,
 * bullets, marks of notes), or put there to join what a line end had cut; not stored in the file.
 * `inserted` and `deleted`: tracked changes, or text set off as new and old. `strong` and `struck`:
 * bold and struck-out words inside a block. `link`: the address is in `target`.
 */
export const markKinds = ['generated', 'inserted', 'deleted', 'strong', 'struck', 'link'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark {
  readonly kind: MarkKind;
  readonly span: Span;
  readonly target?: string;
}

export const omissionKinds = [
  'page-number',
  'page-head',
  'page-foot',
  'navigation',
  'front-matter',
  'markup',
  'script',
  'comment',
  'hidden',
  'tracked-deletion',
  'tracked-insertion',
  'hyphen',
  'picture',
  'form',
  'other-article',
] as const;
export type OmissionKind = (typeof omissionKinds)[number];

/** Words of the document that are not part of its text, with the reason by kind. */
export interface Omission {
  readonly kind: OmissionKind;
  /** The words themselves; a picture has its description, or nothing. */
  readonly words: string;
  /** The offset in `text` where they stood. */
  readonly at: number;
  readonly page?: number;
}

/** What a person should know about the reading; `words` names what it is about. */
export interface ReadWarning {
  readonly code:
    | 'encoding-guessed'
    | 'pages-without-text'
    | 'text-suspect'
    | 'columns-guessed'
    | 'tracked-changes'
    | 'picture-text'
    | 'markup-broken'
    | 'several-texts';
  readonly message: string;
  readonly page?: number;
}

/** What the file says about itself; each a suggestion for the form of the paper. */
export interface DocumentMeta {
  readonly title?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly dated?: string;
  readonly published?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** A BCP 47 tag, declared by the file or recognised in the text. */
  readonly language?: string;
}

export interface ReadDocument {
  readonly format: DocumentFormat;
  /** The name of the file, or of what was pasted. */
  readonly name: string;
  /** With `\n` as line end; blocks stand apart by white space. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
  readonly omissions: readonly Omission[];
  readonly warnings: readonly ReadWarning[];
  readonly meta: DocumentMeta;
}

/** Which state of tracked changes is read; `both` keeps old and new words, marked. */
export const revisionViews = ['accepted', 'rejected', 'both'] as const;
export type RevisionView = (typeof revisionViews)[number];

/** A file, or pasted text, to be read. */
export interface RawFile {
  /** With its ending, which is believed only where the bytes do not speak. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  readonly revisions?: RevisionView;
}
