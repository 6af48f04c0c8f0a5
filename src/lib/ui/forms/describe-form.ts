// Reads the form of a record out of its schema, so that whatever the model has can be edited.
import * as z from 'zod';
import { recordSchemas, type RecordKind } from '#lib/model/record.ts';
import { capitalise } from '../capitalise.ts';
import type { Control, Field, Option, Variant } from './form-field.ts';
import { findHint } from './form-hints.ts';

const known = new Map<RecordKind, readonly Variant[]>();

/**
 * The form of a kind of record: one variant for most, several for records that come in kinds of
 * their own (a provision is a norm, an order or a claim).
 */
export function describeForm(kind: RecordKind): readonly Variant[] {
  const ready = known.get(kind) ?? describe(kind);
  known.set(kind, ready);
  return ready;
}

function describe(kind: RecordKind): readonly Variant[] {
  const field = describeField({ schema: recordSchemas[kind], key: '', path: kind });
  const { control } = field;
  if (control.type === 'variants') return control.variants;
  return [{ value: '', label: '', fields: control.type === 'group' ? control.fields : [] }];
}

interface Place {
  readonly schema: z.core.$ZodType;
  readonly key: string;
  /** Kind and keys, for the hints: `provision.amounts.min`. */
  readonly path: string;
}

function describeField(place: Place): Field {
  const { schema, optional } = unwrap(place.schema);
  const hint = findHint(place.path);
  const label = hint.label ?? wordsOf(place.key);
  const control = hint.control ?? controlOf({ ...place, schema });
  return { key: place.key, label, help: hint.help, optional, control };
}

/** `handedOver` reads "Handed over". */
const wordsOf = (key: string): string =>
  capitalise(key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());

function unwrap(schema: z.core.$ZodType): { schema: z.core.$ZodType; optional: boolean } {
  let optional = false;
  let inner = schema;
  for (;;) {
    if (inner instanceof z.ZodOptional) {
      optional = true;
      inner = inner.def.innerType;
    } else if (inner instanceof z.ZodDefault) {
      // What is left empty gets its usual value.
      optional = true;
      inner = inner.def.innerType;
    } else if (inner instanceof z.ZodReadonly) {
      inner = inner.def.innerType;
    } else return { schema: inner, optional };
  }
}

function controlOf({ schema, key, path }: Place): Control {
  if (schema instanceof z.ZodBoolean) return { type: 'flag' };
  if (schema instanceof z.ZodNumber) return { type: 'number' };
  if (schema instanceof z.ZodEnum) return { type: 'choice', options: optionsOf(schema.options) };
  if (schema instanceof z.ZodLiteral) return { type: 'hidden' };
  if (schema instanceof z.ZodArray) {
    const item = describeField({ schema: schema.def.element, key: '', path });
    const least = (schema.def.checks ?? []).length > 0 ? 1 : 0;
    return { type: 'list', item: { ...item, label: item.label || wordsOf(key) }, least };
  }
  if (schema instanceof z.ZodObject) return { type: 'group', fields: fieldsOf(schema, path) };
  if (schema instanceof z.ZodDiscriminatedUnion)
    return variantsOf(schema.options, path, schema.def.discriminator);
  if (schema instanceof z.ZodUnion) return variantsOf(schema.options, path);
  if (schema instanceof z.ZodRecord) {
    const keys = describeField({ schema: schema.def.keyType, key: '', path: `${path}.key` });
    const list = unwrap(schema.def.valueType).schema;
    const element = list instanceof z.ZodArray ? list.def.element : list;
    const values = describeField({ schema: element, key: '', path: `${path}.value` });
    return { type: 'table', keys, values };
  }
  return { type: 'line' };
}

const optionsOf = (values: readonly (string | number)[]): readonly Option[] =>
  values.map((value) => ({ value: String(value), label: String(value).replaceAll('-', ' ') }));

const fieldsOf = (schema: z.ZodObject, path: string): readonly Field[] =>
  Object.entries<z.core.$ZodType>(schema.shape).map(([key, inner]) =>
    describeField({ schema: inner, key, path: `${path}.${key}` }),
  );

function variantsOf(
  options: readonly z.core.$ZodType[],
  path: string,
  by?: string,
): Extract<Control, { type: 'variants' }> {
  const variants = options.flatMap((option): Variant[] => {
    const { schema } = unwrap(option);
    if (!(schema instanceof z.ZodObject)) return [];
    const fields = fieldsOf(schema, path);
    const value = by === undefined ? fields.map(({ key }) => key).join('+') : valuesOf(schema, by);
    const label = by === undefined ? (fields[0]?.label ?? '') : value.replaceAll('|', ' or ');
    return [{ value, label: capitalise(label), fields }];
  });
  return { type: 'variants', ...(by === undefined ? {} : { by }), variants };
}

/** The values of the key that tells variants apart, joined by a stroke. */
function valuesOf(schema: z.ZodObject, by: string): string {
  const told = new Map(Object.entries<z.core.$ZodType>(schema.shape)).get(by);
  if (told instanceof z.ZodLiteral) return told.def.values.map(String).join('|');
  return told instanceof z.ZodEnum ? told.options.map(String).join('|') : '';
}
