import { entriesOf, itemsOf, type Draft } from '../forms/form-field.ts';

/**
 * What is wrong with a field, for a person: one that is empty is missing, whatever the schema says an id
 * has to look like; everything else in the words of the problem.
 */
export const tellFault = (draft: Draft, path: string, message: string): string =>
  isEmpty(valueAt(draft, path)) ? 'is missing' : message;

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

/** The value under a path such as `amounts[0].of`; undefined where the draft ends before it. */
function valueAt(draft: Draft, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  return keys.reduce<unknown>(
    (value, key) =>
      Array.isArray(value) ? itemsOf(value)[Number(key)] : entriesOf(value).get(key),
    draft,
  );
}
