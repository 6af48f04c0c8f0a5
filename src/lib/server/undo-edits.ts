import type { RecordSet } from '#lib/model/apply-edits.ts';
import { byPlace } from '#lib/model/dossier-records.ts';
import type { Edit } from '#lib/model/edit.ts';
import { isRecordKind, recordKey, type RecordKind } from '#lib/model/record.ts';
import type { ChangePartTable } from './tables.ts';

/**
 * The edits that bring back what was before a change. They are made on the versions the change
 * wrote: where somebody has changed a record since, the edit is stale and told as a conflict.
 */
export function undoEdits(set: RecordSet, parts: readonly ChangePartTable[]): readonly Edit[] {
  const places = new Places(set);
  const back = parts.filter(({ before_body }) => before_body !== null).toSorted(byOldPlace);
  const gone = parts.filter(({ before_body }) => before_body === null);
  return [
    ...gone.flatMap((part): Edit[] =>
      isRecordKind(part.kind) && part.after_body !== null
        ? [{ op: 'delete', kind: part.kind, id: part.id, base: part.number }]
        : [],
    ),
    ...back.flatMap((part): Edit[] => {
      if (!isRecordKind(part.kind)) return [];
      const { kind, id, number, after_body, after_place, before_place } = part;
      const after =
        after_place === before_place ? {} : { after: places.predecessor(kind, id, before_place) };
      const base = after_body === null ? null : number;
      return [{ op: 'put', kind, id, base, body: bodyOf(part), ...after }];
    }),
  ];
}

const byOldPlace = (a: ChangePartTable, b: ChangePartTable): number =>
  byPlace({ place: a.before_place ?? '' }, { place: b.before_place ?? '' });

function bodyOf({ before_body }: ChangePartTable): Record<string, unknown> {
  const body: unknown = JSON.parse(before_body ?? '{}');
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

/** Where records stood; those brought back come in the order of their places. */
class Places {
  readonly #places: Map<string, { readonly kind: string; readonly id: string; place: string }>;

  constructor(set: RecordSet) {
    this.#places = new Map(
      [...set.records].map(([key, { kind, id, place }]) => [key, { kind, id, place }]),
    );
  }

  /** The record behind which this one stood; null for the first place. */
  predecessor(kind: RecordKind, id: string, place: string | null): string | null {
    const at = place ?? '';
    const before = [...this.#places.values()]
      .filter((other) => other.kind === kind && other.id !== id && other.place < at)
      .toSorted(byPlace)
      .at(-1);
    this.#places.set(recordKey(kind, id), { kind, id, place: at });
    return before?.id ?? null;
  }
}
