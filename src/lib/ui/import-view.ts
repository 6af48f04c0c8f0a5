import type { RecordDifference } from '#lib/model/dossier-difference.ts';
import { findFieldDifferences, type FieldDifference } from './field-differences.ts';
import { kindWords, labelOf } from './record-words.ts';

/** A difference as the preview of an import shows it. */
export interface DifferenceView {
  readonly key: string;
  readonly sign: string;
  readonly word: string;
  readonly kindWord: string;
  readonly label: string;
  readonly taken: boolean;
  /** What taking it does. */
  readonly effect: string;
  readonly fields: readonly FieldDifference[];
}

export interface ImportView {
  readonly id: string;
  readonly title: string;
  readonly sequence: number | null;
  readonly differences: readonly DifferenceView[];
}

/** What was found out before an import. */
export interface FoundDifferences {
  readonly id: string;
  readonly title: string;
  readonly sequence: number | null;
  readonly differences: readonly (RecordDifference & { readonly taken: boolean })[];
  readonly dossier: { readonly language: string };
}

const words = {
  added: { sign: '+', word: 'new', effect: 'Add it' },
  changed: { sign: '≠', word: 'other here', effect: 'Take the one of the file' },
  replaced: { sign: '≠', word: 'of another text', effect: 'Replace it with its clauses' },
  missing: { sign: '−', word: 'not in the file', effect: 'Take it out here' },
  reordered: { sign: '↕', word: 'in another order', effect: 'Take the order of the file' },
} as const;

/** Tells an import difference by difference. */
export const buildImportView = (found: FoundDifferences): ImportView => ({
  id: found.id,
  title: found.title,
  sequence: found.sequence,
  differences: found.differences.map(({ key, what, kind, id, mine, theirs, taken }) => ({
    ...{ key, taken, ...words[what], kindWord: kindWords[kind] },
    label: what === 'reordered' ? id : (labelOf(theirs ?? mine) ?? id),
    fields: what === 'changed' ? findFieldDifferences(mine, theirs, found.dossier.language) : [],
  })),
});
