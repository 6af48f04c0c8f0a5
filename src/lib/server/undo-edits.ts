import type { PlacedEdit, RecordSet } from '#lib/model/apply-edits.ts';
import { canonicalJson } from '#lib/model/digest.ts';
import { isRecordKind, recordKey } from '#lib/model/record.ts';
import type { ChangePartTable } from './tables.ts';

/**
 * The edits that bring back what was before a change. A record that no longer is what the change
 * made of it gets an edit on the version the change wrote: stale, and so told as a conflict. One that
 * was changed and changed back is what it was.
 */
export function undoEdits(
  { records }: RecordSet,
  parts: readonly ChangePartTable[],
): readonly PlacedEdit[] {
  return parts.flatMap((part): readonly PlacedEdit[] => {
    const { kind, id, before_body, before_place, after_body, after_place, number } = part;
    if (!isRecordKind(kind)) return [];
    const current = records.get(recordKey(kind, id));
    const isAsLeft =
      current !== undefined &&
      canonicalJson(current.body) === after_body &&
      (after_place === before_place || current.place === after_place);
    const base = isAsLeft ? current.version : number;
    if (before_body === null) return [{ op: 'delete', kind, id, base }];
    const place = after_place === before_place ? {} : { place: before_place ?? '' };
    const written = after_body === null ? null : base;
    return [{ op: 'put', kind, id, base: written, body: bodyOf(before_body), ...place }];
  });
}

function bodyOf(text: string): Record<string, unknown> {
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
