// What came with a form, in the shape of the record it edits; nothing is judged yet, so that what was
// typed wrongly can be shown again.
import {
  entriesOf,
  itemsOf,
  pathTo,
  signOf,
  variantOf,
  type Draft,
  type Field,
  type Variant,
} from './form-field.ts';

/** The values of a form by name. */
export type Inputs = ReadonlyMap<string, string>;

/** The value of the words of a place in a text, before the place is found. */
const wordsOf = (inputs: Inputs, path: string): Draft => {
  const from = Number(inputs.get(`${path}.from`) ?? 0);
  return { exact: inputs.get(`${path}.exact`) ?? '', from: Number.isInteger(from) ? from : 0 };
};

/** Reads the values of a variant's fields. */
export const readVariant = (variant: Variant, inputs: Inputs, path = ''): Draft =>
  Object.fromEntries(
    variant.fields.flatMap((field) => {
      const value = readField(field, inputs, pathTo(path, field.key));
      return value === undefined ? [] : [[field.key, value]];
    }),
  );

function readField(field: Field, inputs: Inputs, path: string): Draft {
  const { control, optional } = field;
  switch (control.type) {
    case 'flag':
      return inputs.get(path) === 'yes';
    case 'number':
      return readNumber(inputs.get(path) ?? '');
    case 'words':
      return wordsOf(inputs, path);
    case 'group':
      if (optional && !inputs.has(signOf(path))) return undefined;
      return readVariant({ value: '', label: '', fields: control.fields }, inputs, path);
    case 'variants':
      return readVariants(field, inputs, path);
    case 'list':
      return rowsOf(inputs, path).flatMap((index) => {
        const value = readField(control.item, inputs, `${path}[${String(index)}]`);
        return value === undefined ? [''] : [value];
      });
    case 'table':
      return readTable(inputs, path);
    default: {
      const typed = (inputs.get(path) ?? '').replaceAll('\r\n', '\n');
      if (control.type === 'hidden' && /^\d+$/.test(typed) && field.key === 'version')
        return Number(typed);
      return typed === '' && (optional || control.type === 'hidden') ? undefined : typed;
    }
  }
}

/** Lists by their keys; what stands under the same key twice is one list. */
function readTable(inputs: Inputs, path: string): Draft {
  const table = new Map<string, string[]>();
  for (const index of rowsOf(inputs, path)) {
    const row = `${path}[${String(index)}]`;
    const key = inputs.get(`${row}.key`) || newKey;
    const values = rowsOf(inputs, `${row}.values`).map(
      (at) => inputs.get(`${row}.values[${String(at)}]`) ?? '',
    );
    table.set(key, [...(table.get(key) ?? []), ...values]);
  }
  return Object.fromEntries(table);
}

/** A number as typed; what is none stays as it was typed. */
function readNumber(typed: string): Draft {
  const text = typed.trim().replace(/[\s\u00a0](?=\d{3})/g, '');
  if (text === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : typed;
}

function readVariants({ control, optional }: Field, inputs: Inputs, path: string): Draft {
  if (control.type !== 'variants') return undefined;
  const sign = inputs.get(signOf(path));
  if (sign === undefined && optional) return undefined;
  const chosen = control.variants.find(({ value }) => value === sign) ?? control.variants[0];
  return chosen === undefined ? undefined : readVariant(chosen, inputs, path);
}

/** The numbers of the rows of a list that came with the form, in their order. */
function rowsOf(inputs: Inputs, path: string): readonly number[] {
  const found = new Set<number>();
  for (const name of inputs.keys()) {
    if (!name.startsWith(`${path}[`)) continue;
    const end = name.indexOf(']', path.length);
    const index = Number(name.slice(path.length + 1, end));
    if (Number.isInteger(index) && index >= 0) found.add(index);
  }
  return [...found].toSorted((a, b) => a - b);
}

/** Adds an empty row to the list (or the missing group) at a path, or takes a row out. */
export function reshapeDraft(
  variant: Variant,
  draft: Draft,
  { add, remove }: { readonly add?: string | undefined; readonly remove?: string | undefined },
): Draft {
  const inputs = new Map(writeInputs(variant, draft));
  if (remove !== undefined) {
    for (const name of [...inputs.keys()]) {
      if (name === remove || name.startsWith(`${remove}.`) || name.startsWith(`${remove}[`))
        inputs.delete(name);
    }
  }
  const read = readVariant(variant, inputs);
  return add === undefined ? read : addAt(variant.fields, read, add);
}

function addAt(fields: readonly Field[], draft: Draft, path: string): Draft {
  const [place = '', wanted] = path.split('::');
  const [, key = '', index, rest] = /^([^.[]+)(?:\[(\d+)\])?(?:\.?(.+))?$/.exec(place) ?? [];
  const field = fields.find((candidate) => candidate.key === key);
  if (field === undefined) return draft;
  const entries = entriesOf(draft);
  const put = (value: Draft): Draft => ({ ...Object.fromEntries(entries), [key]: value });
  const { control } = field;
  const value = entries.get(key);
  const below = (inner: readonly Field[], of: Draft): Draft =>
    addAt(inner, of, wanted === undefined ? (rest ?? '') : `${rest ?? ''}::${wanted}`);
  if (rest === undefined && index === undefined) return put(grow(field, value, wanted));
  if (control.type === 'group') return put(below(control.fields, value));
  if (control.type === 'variants')
    return put(below(variantOf(control, value)?.fields ?? [], value));
  if (control.type === 'table') {
    const rows = [...entriesOf(value)].map(([name, values], at): [string, unknown] => [
      name,
      at === Number(index) ? [...itemsOf(values), ''] : values,
    ]);
    return put(Object.fromEntries(rows));
  }
  if (control.type !== 'list') return draft;
  const inner = control.item.control;
  const fieldsOf = (item: unknown): readonly Field[] => {
    if (inner.type === 'group') return inner.fields;
    return inner.type === 'variants' ? (variantOf(inner, item)?.fields ?? []) : [];
  };
  const items = itemsOf(value).map((item, at) =>
    at === Number(index) ? below(fieldsOf(item), item) : item,
  );
  return put(items);
}

function grow({ control }: Field, value: Draft, wanted?: string): Draft {
  if (control.type === 'list') return [...itemsOf(value), emptyItem(control.item, wanted)];
  if (control.type === 'table') return { ...Object.fromEntries(entriesOf(value)), [newKey]: [''] };
  return value ?? {};
}

/** The key of a row of a table that has none yet; no id has such a name. */
const newKey = ' ';

function emptyItem({ control }: Field, wanted?: string): Draft {
  if (control.type === 'group') return {};
  if (control.type !== 'variants') return '';
  const variant = control.variants.find(({ value }) => value === wanted);
  const key = variant?.fields[0]?.key;
  return key === undefined ? {} : { [key]: '' };
}

/**
 * The names and values of a form that shows a draft: what a browser would send back when nobody
 * touched it.
 */
export const writeInputs = (
  variant: Variant,
  draft: Draft,
  path = '',
): readonly (readonly [string, string])[] => {
  const entries = entriesOf(draft);
  return variant.fields.flatMap((field) =>
    writeField(field, entries.get(field.key), pathTo(path, field.key)),
  );
};

function writeField(
  field: Field,
  value: unknown,
  path: string,
): readonly (readonly [string, string])[] {
  const { control } = field;
  switch (control.type) {
    case 'flag':
      return value === true ? [[path, 'yes']] : [];
    case 'words': {
      const entries = entriesOf(value);
      return [
        [`${path}.exact`, textOf(entries.get('exact'))],
        [`${path}.from`, textOf(entries.get('from') ?? 0)],
      ];
    }
    case 'group':
      if (value === undefined && field.optional) return [];
      return [
        [signOf(path), 'yes'],
        ...writeInputs({ value: '', label: '', fields: control.fields }, value, path),
      ];
    case 'variants': {
      const variant = variantOf(control, value);
      if (variant === undefined || (value === undefined && field.optional)) return [];
      return [[signOf(path), variant.value], ...writeInputs(variant, value, path)];
    }
    case 'list':
      return itemsOf(value).flatMap((item, index) =>
        writeField(control.item, item, `${path}[${String(index)}]`),
      );
    case 'table':
      return [...entriesOf(value)].flatMap(([key, values], index) => {
        const row = `${path}[${String(index)}]`;
        return [
          [`${row}.key`, key.trim()] as const,
          ...itemsOf(values).map(
            (item, at) => [`${row}.values[${String(at)}]`, textOf(item)] as const,
          ),
        ];
      });
    default:
      return [[path, textOf(value)]];
  }
}

/** What is to be stored of a draft: without the rows of lists that were left empty. */
export function dropEmptyRows(draft: Draft): Draft {
  if (Array.isArray(draft)) return draft.filter((item) => item !== '').map(dropEmptyRows);
  if (typeof draft !== 'object' || draft === null) return draft;
  return Object.fromEntries(
    Object.entries(draft).flatMap(([key, value]): [string, unknown][] =>
      // Values without a key stay, so that they are told as a fault and not dropped in silence.
      key === newKey && itemsOf(dropEmptyRows(value)).length === 0
        ? []
        : [[key, dropEmptyRows(value)]],
    ),
  );
}

/** A value as it stands in a field. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
