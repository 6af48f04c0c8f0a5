import type { RecordKind } from '#lib/model/record.ts';
import type { Option } from './form-field.ts';

/** What the fields of a form need to know besides their values. */
export interface FormContext {
  /** The records an id may name. */
  readonly choices: Readonly<Partial<Record<RecordKind, readonly Option[]>>>;
  /** What is wrong, by the path of the field. */
  readonly faults: Readonly<Record<string, string>>;
  /** Records are named by typing, and a name that nothing has yet makes one; else chosen from a list. */
  readonly byName?: boolean;
}

/** The id of the list of names of a kind, which browsers without a program offer. */
export const namesId = (kind: RecordKind): string => `names-${kind}`;

/** The id of the element of a field, for labels and links. */
export const elementId = (path: string): string => `f-${path.replace(/[^\w-]/g, '-')}`;
