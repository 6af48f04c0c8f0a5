// What a form asks for, read from the schemas of the model: each field of each record has a place.
import type { RecordKind } from '#lib/model/record.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** How a value is asked for. */
export type Control =
  | { readonly type: 'line' | 'text' | 'number' | 'flag' | 'hidden' }
  | { readonly type: 'choice'; readonly options: readonly Option[] }
  /** The id of another record of the dossier. */
  | { readonly type: 'reference'; readonly to: RecordKind }
  /** Words that stand in another text; their place there is found, not typed. */
  | { readonly type: 'words' }
  | { readonly type: 'group'; readonly fields: readonly Field[] }
  | { readonly type: 'list'; readonly item: Field; readonly least: number }
  /** One of several shapes, told apart by the key `by`, or by which keys there are. */
  | { readonly type: 'variants'; readonly by?: string; readonly variants: readonly Variant[] }
  /** Lists under keys that are chosen. */
  | { readonly type: 'table'; readonly keys: Field; readonly values: Field };

export interface Variant {
  readonly value: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

export interface Field {
  /** The key in its object; empty for the items of lists. */
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** True when it may be left out. */
  readonly optional: boolean;
  readonly control: Control;
}

/** A value in a form that has not been checked: what was typed, in the shape of the record. */
export type Draft = unknown;

/** The values of an object by key; empty for anything else. */
export const entriesOf = (value: unknown): ReadonlyMap<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map();

/** The items of a list; empty for anything else. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a field is called in a form: `amounts[0].min`. */
export const pathTo = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** The name of the sign that a row or group is there, and which variant of it. */
export const signOf = (path: string): string => `${path}.#`;

/** Which of several shapes a value has. */
export function variantOf(
  control: Extract<Control, { type: 'variants' }>,
  value: unknown,
): Variant | undefined {
  const entries = entriesOf(value);
  if (control.by !== undefined) {
    const named = entries.get(control.by);
    return control.variants.find((variant) => variant.value.split('|').includes(String(named)));
  }
  const fits = control.variants.filter(({ fields }) =>
    [...entries.keys()].every((key) => fields.some((field) => field.key === key)),
  );
  return entries.size === 0 ? control.variants[0] : (fits[0] ?? control.variants[0]);
}
