/**
 * What the stretches of a document are to a dossier: a file may hold one paper, or the positions of
 * several sides with commentary around them (a news page that reports both memoranda).
 */
import type { Span } from '#lib/model/clause.ts';
import type { TextKind } from '#lib/model/paper.ts';

/** `paper` is a position of `party`; `context` is told around it; `left-out` belongs to something else. */
export const partRoles = ['paper', 'context', 'left-out'] as const;
export type PartRole = (typeof partRoles)[number];

export interface Part {
  readonly role: PartRole;
  /** Stretches of the document's text, in order; together the parts cover all its visible signs once. */
  readonly spans: readonly Span[];
  /** The name of the party as the text has it; missing where the text does not say whose it is. */
  readonly party?: string;
  readonly title?: string;
  /** `reported` for what a page tells of a paper. */
  readonly textKind: TextKind;
  /** From 0 to 1, and the words it rests on. */
  readonly confidence: number;
  readonly why: string;
}
