import * as z from 'zod';
import { isRecord } from './plain-value.ts';

/**
 * A value of `schema` as it is written to a file: keys in the order of the schema, and what equals
 * its default left out, so that files are short and the same value always gives the same bytes.
 */
export function tidyBySchema(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodOptional) {
    return value === undefined ? undefined : tidyBySchema(schema.def.innerType, value);
  }
  if (schema instanceof z.ZodDefault) {
    const isDefault = JSON.stringify(value) === JSON.stringify(schema.def.defaultValue);
    return isDefault ? undefined : tidyBySchema(schema.def.innerType, value);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => tidyBySchema(schema.def.element, item));
  }
  if (schema instanceof z.ZodUnion) {
    const branch = schema.def.options.find((option) => z.safeParse(option, value).success);
    return branch === undefined ? value : tidyBySchema(branch, value);
  }
  if (schema instanceof z.ZodObject && isRecord(value)) return tidyObject(schema.def.shape, value);
  if (schema instanceof z.ZodRecord && isRecord(value)) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries);
  }
  return value;
}

function tidyObject(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const tidied: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    const written = tidyBySchema(schema, value[key]);
    if (written !== undefined) tidied[key] = written;
  }
  return tidied;
}
