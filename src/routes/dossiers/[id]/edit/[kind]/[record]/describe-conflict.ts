import { site } from '#lib/app/site.ts';
import type { Save, Saved } from '#lib/app/save-record.ts';
import { findDifferingFields, type DifferingField } from '#lib/ui/forms/conflict-view.ts';
import type { Draft, Variant } from '#lib/ui/forms/form-field.ts';
import { formatMoment } from '#lib/ui/history-view.ts';

export interface ConflictView {
  /** Who was faster, and when. */
  readonly by: string;
  readonly when: string;
  /** True when the record was deleted meanwhile. */
  readonly gone: boolean;
  readonly fields: readonly DifferingField[];
  /** What you want, as it would be stored. */
  readonly yours: string;
}

interface Question {
  readonly dossier: string;
  readonly saved: Extract<Saved, { reason: 'conflict' }>;
  readonly variant: Variant;
  readonly draft: Draft;
  readonly sent: Pick<Save, 'kind' | 'id' | 'base' | 'who'>;
}

/** Lays both versions side by side, with what there was before, and the version to save on next. */
export async function describeConflict({
  dossier,
  saved,
  variant,
  draft,
  sent,
}: Question): Promise<{
  readonly message?: string;
  readonly conflict?: ConflictView;
  readonly base: number | null;
}> {
  const { kind, base, who } = sent;
  const id = sent.id ?? saved.id ?? '';
  const conflict = saved.conflicts.find(
    (candidate) => candidate.kind === kind && candidate.id === id,
  );
  if (conflict === undefined) {
    const message =
      'Records that belong to this one were changed meanwhile. Nothing was saved; look at them and save again.';
    return { message, base };
  }
  const { theirs, version, by, yours } = conflict;
  const before = await bodyAt({ dossier, kind, id, version: base, viewer: who.viewer.id });
  const told = { by: by?.name ?? 'Somebody', when: by === null ? '' : formatMoment(by.at) };
  const fields = findDifferingFields(variant, { before, yours: yours ?? draft, theirs });
  const view = { ...told, gone: theirs === null, fields, yours: JSON.stringify(yours) };
  return { conflict: view, base: version };
}

/** The body of a record at a version: what the next change of it found. */
async function bodyAt({
  dossier,
  kind,
  id,
  version,
  viewer,
}: Pick<Save, 'kind'> & {
  readonly dossier: string;
  readonly id: string;
  readonly version: number | null;
  readonly viewer: string;
}): Promise<unknown> {
  if (version === null) return undefined;
  const { store } = await site();
  const later = await store.changes(dossier, {
    viewer,
    kind,
    record: id,
    after: version,
    limit: 200,
  });
  return later.at(-1)?.parts[0]?.before;
}
