import type { RecordKind } from './record.ts';

/** What a change did to one record, with its body before and after. */
export interface EntryPart {
  readonly kind: RecordKind;
  readonly id: string;
  readonly what: 'added' | 'changed' | 'moved' | 'deleted';
  /** Null for a record the change made. */
  readonly before: unknown;
  readonly beforeVersion: number | null;
  /** Null for a record the change deleted. */
  readonly after: unknown;
}

/** An entry of the change log. */
export interface ChangeEntry {
  readonly number: number;
  readonly at: string;
  readonly author: string;
  readonly authorName: string;
  readonly action: string;
  readonly note: string | null;
  /** The change it took back. */
  readonly undoes: number | null;
  /** The change that took it back. */
  readonly undoneBy: number | null;
  /** How many records it touched, of those the reader may see. */
  readonly partCount: number;
  /** The first of them, at most `partLimit`. */
  readonly parts: readonly EntryPart[];
}
