// Two people changed the same record: what each wants, field by field, and what it was before.
import { canonicalJson } from '#lib/model/digest.ts';
import type { Variant } from './form-field.ts';
import { entriesOf } from './form-field.ts';

/** A field on which the two differ. */
export interface DifferingField {
  readonly key: string;
  readonly label: string;
  /** As people read it; empty where there is nothing. */
  readonly before: string;
  readonly yours: string;
  readonly theirs: string;
  /** The side that is proposed: whoever alone changed it; yours when both did. */
  readonly proposed: 'yours' | 'theirs';
  readonly bothChanged: boolean;
}

export interface ThreeVersions {
  readonly before: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** The fields on which yours and theirs differ. */
export function findDifferingFields(
  { fields }: Variant,
  { before, yours, theirs }: ThreeVersions,
): readonly DifferingField[] {
  const [old, own, other] = [entriesOf(before), entriesOf(yours), entriesOf(theirs)];
  return fields.flatMap(({ key, label }): DifferingField[] => {
    const [was, mine, new_] = [old.get(key), own.get(key), other.get(key)];
    if (isSame(mine, new_)) return [];
    const [iChanged, theyChanged] = [!isSame(was, mine), !isSame(was, new_)];
    const proposed = theyChanged && !iChanged ? 'theirs' : 'yours';
    const told = { before: read(was), yours: read(mine), theirs: read(new_) };
    return [{ key, label, ...told, proposed, bothChanged: iChanged && theyChanged }];
  });
}

const isSame = (a: unknown, b: unknown): boolean =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** A value as a person reads it: its leaves, a line each. */
function read(value: unknown, indent = ''): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return value.map((item) => `${indent}– ${read(item, `${indent}  `).trimStart()}`).join('\n');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, inner]) => !Array.isArray(inner) || inner.length > 0)
      .map(([key, inner]) => `${indent}${key}: ${read(inner, `${indent}  `).trimStart()}`)
      .join('\n');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The record that comes of the choices: theirs, with the fields of yours that were chosen. */
export function mergeChosen(
  { yours, theirs }: Pick<ThreeVersions, 'yours' | 'theirs'>,
  chosen: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const merged = new Map(entriesOf(theirs));
  const own = entriesOf(yours);
  for (const [key, side] of chosen) {
    if (side !== 'yours') continue;
    if (own.has(key)) merged.set(key, own.get(key));
    else merged.delete(key);
  }
  return Object.fromEntries(merged);
}
