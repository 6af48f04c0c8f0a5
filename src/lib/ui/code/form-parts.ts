// Which fields of a provision stand open in the form, and which are folded because they are rare.
import { entriesOf, itemsOf, type Draft, type Field, type Variant } from '../forms/form-field.ts';
import type { ProvisionKind } from './chosen-provision.ts';

/** The fields that make a provision of each kind, after its issue; those with forms of their own apart. */
const openKeys: Readonly<Record<ProvisionKind, readonly string[]>> = {
  norm: ['act'],
  order: ['before', 'after', 'minDays', 'maxDays', 'strict'],
  claim: ['subject', 'holds'],
};

const ownKeys = ['issues', 'bearers', 'modality', 'words', 'scope'];
/** Set by the program: the address, the kind and the review say them. */
const silentKeys = ['id', 'kind', 'clause', 'review'];

export interface FormParts {
  readonly open: readonly Field[];
  readonly words: Field | undefined;
  readonly rare: readonly Field[];
}

/** Sorts the fields of a kind of provision into those in sight and those folded away. */
export function splitFields({ fields }: Variant, kind: ProvisionKind): FormParts {
  const open = openKeys[kind].flatMap((key) => fields.find((field) => field.key === key) ?? []);
  const hidden = [...ownKeys, ...silentKeys, ...openKeys[kind]];
  return {
    open,
    words: fields.find(({ key }) => key === 'words'),
    rare: fields.filter(({ key }) => !hidden.includes(key)),
  };
}

const usual: Readonly<Record<string, unknown>> = { firmness: 'unstated', layer: 'main' };

/** The folded fields in which something is said, by their labels; what is always said does not count. */
export const saidIn = (rare: readonly Field[], draft: Draft): readonly string[] =>
  rare
    .filter(({ key }) => {
      const value = entriesOf(draft).get(key);
      if (value === undefined || value === false || value === '' || key === 'force') return false;
      return Array.isArray(value) ? itemsOf(value).length > 0 : value !== usual[key];
    })
    .map(({ label }) => label.toLowerCase());
