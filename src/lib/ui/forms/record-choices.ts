import { byPlace } from '#lib/model/dossier-records.ts';
import type { RecordKind, StoredRecord } from '#lib/model/record.ts';
import { labelOf } from '../record-words.ts';
import type { Option, Variant } from './form-field.ts';
import type { Control } from './form-field.ts';

/** The kinds of record that the fields of a form refer to. */
export function kindsIn({ fields }: Variant): ReadonlySet<RecordKind> {
  const kinds = new Set<RecordKind>();
  const visit = (control: Control): void => {
    if (control.type === 'reference') kinds.add(control.to);
    if (control.type === 'list') visit(control.item.control);
    if (control.type === 'group') for (const field of control.fields) visit(field.control);
    if (control.type === 'table')
      for (const field of [control.keys, control.values]) visit(field.control);
    if (control.type === 'variants')
      for (const variant of control.variants)
        for (const field of variant.fields) visit(field.control);
  };
  for (const { control } of fields) visit(control);
  return kinds;
}

/** The records of each kind, in their order, as people know them. */
export function listChoices(
  records: ReadonlyMap<string, StoredRecord>,
  kinds: ReadonlySet<RecordKind>,
): Partial<Record<RecordKind, readonly Option[]>> {
  const all = [...records.values()].filter(({ privateTo }) => privateTo === null);
  return Object.fromEntries(
    [...kinds].map((kind) => [
      kind,
      all
        .filter((record) => record.kind === kind)
        .toSorted(byPlace)
        .map((record) => ({ value: record.id, label: chosenAs(record) })),
    ]),
  );
}

/** A label with the id behind it where two records could be called the same. */
function chosenAs({ kind, id, body }: StoredRecord): string {
  const label = labelOf(body);
  if (label === undefined) return id;
  return kind === 'clause' || kind === 'provision' ? `${label} · ${id}` : label;
}
