import type { ChangeEntry, EntryPart } from '#lib/model/change-entry.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { RecordKind } from '#lib/model/record.ts';
import { findFieldDifferences, type FieldDifference } from './field-differences.ts';
import { kindWords, labelOf } from './record-words.ts';

/** A record that a change touched, as the history names it. */
export interface TouchedView {
  readonly kind: RecordKind;
  readonly id: string;
  readonly kindWord: string;
  /** What people call it; its id when it has no name. */
  readonly label: string;
  /** The sign of what was done, always beside its word. */
  readonly sign: string;
  readonly word: string;
  readonly href: string;
}

/** A change as a line of the history. */
export interface ChangeView {
  readonly number: number;
  readonly iso: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly note: string | null;
  readonly touched: readonly TouchedView[];
  /** How many more records it touched than are named. */
  readonly more: number;
  readonly undoneBy: number | null;
  /** True for what others did since the reader last marked the history as seen. */
  readonly isNew: boolean;
  readonly canUndo: boolean;
}

/** A change with everything it did. */
export interface ChangeDetailView extends ChangeView {
  readonly records: readonly (TouchedView & {
    readonly differences: readonly FieldDifference[];
    readonly beforeVersion: number | null;
  })[];
}

export interface HistoryReader {
  readonly dossier: Pick<Dossier, 'id' | 'language'>;
  readonly viewer: string;
  /** The last change the reader marked as seen; undefined before the first time. */
  readonly seen: number | undefined;
  readonly mayEdit: boolean;
}

const actions: Readonly<Record<string, string>> = {
  edit: 'edited',
  create: 'made the dossier',
  import: 'imported the dossier',
  example: 'loaded the example',
  merge: 'merged a bundle',
  reset: 'reset the example',
  restore: 'brought an earlier version back',
};

const deeds = {
  added: { sign: '+', word: 'added' },
  changed: { sign: '≠', word: 'changed' },
  moved: { sign: '↕', word: 'moved' },
  deleted: { sign: '−', word: 'deleted' },
} as const;

/** How many records a line names before it counts the rest. */
const mostNamed = 4;

/** Tells a change in a line. */
export function buildChangeView(entry: ChangeEntry, reader: HistoryReader): ChangeView {
  const { number, at, author, authorName, note, undoes, undoneBy, partCount } = entry;
  const touched = entry.parts.slice(0, mostNamed).map((part) => touch(part, reader));
  return {
    number,
    iso: at,
    when: formatMoment(at),
    who: author === reader.viewer ? 'You' : authorName,
    what: undoes === null ? (actions[entry.action] ?? entry.action) : `took back change ${undoes}`,
    note,
    touched,
    more: Math.max(0, partCount - touched.length),
    undoneBy,
    isNew: reader.seen !== undefined && number > reader.seen && author !== reader.viewer,
    canUndo: reader.mayEdit && undoneBy === null && number > 1,
  };
}

/** Tells everything a change did, field by field. */
export function buildChangeDetail(entry: ChangeEntry, reader: HistoryReader): ChangeDetailView {
  const records = entry.parts.map((part) => ({
    ...touch(part, reader),
    differences: findFieldDifferences(part.before, part.after, reader.dossier.language),
    beforeVersion: part.beforeVersion,
  }));
  return { ...buildChangeView(entry, reader), records };
}

function touch(part: EntryPart, { dossier }: HistoryReader): TouchedView {
  const { kind, id, what, before, after } = part;
  return {
    kind,
    id,
    kindWord: kindWords[kind],
    label: labelOf(after ?? before) ?? id,
    ...deeds[what],
    href: `/dossiers/${dossier.id}/history?kind=${kind}&record=${encodeURIComponent(id)}`,
  };
}

/** `24 November 2026, 14:05 UTC`: the same for every reader, wherever they sit. */
export const formatMoment = (iso: string): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso)).replace(' at ', ', ')} UTC`;
