import { makeId } from '#lib/model/make-id.ts';
import type { RecordKind } from '#lib/model/record.ts';
import { entriesOf, itemsOf, variantOf, type Control, type Draft } from './form-field.ts';
import type { Field, Option, Variant } from './form-field.ts';
import { foldName, idNamed, tellApart } from './name-options.ts';

/** The kinds of record that come about by typing a name that nothing has yet. */
const nameable: readonly RecordKind[] = ['actor', 'issue', 'act', 'event', 'term', 'subject'];

/** A record that is to be made because somebody typed its name. */
export interface MadeName {
  readonly kind: RecordKind;
  readonly id: string;
  readonly label: string;
}

export interface NameBook {
  /** The records a field may name, by kind. */
  readonly choices: Readonly<Partial<Record<RecordKind, readonly Option[]>>>;
  readonly isTaken: (kind: RecordKind, id: string) => boolean;
}

export const canBeNamed = (kind: RecordKind): boolean => nameable.includes(kind);

/**
 * The draft with the ids of records in place of their names. A name that nothing has is a new record,
 * made once however often it stands in the draft; kinds that are not made by name keep what was typed.
 */
export function resolveNames(
  variant: Variant,
  draft: Draft,
  book: NameBook,
): { readonly draft: Draft; readonly made: readonly MadeName[] } {
  const resolver = new Resolver(book);
  return { draft: resolver.fields(variant.fields, draft), made: resolver.made };
}

class Resolver {
  readonly made: MadeName[] = [];
  readonly #book: NameBook;
  readonly #options = new Map<RecordKind, readonly Option[]>();

  constructor(book: NameBook) {
    this.#book = book;
  }

  fields(fields: readonly Field[], value: Draft): Draft {
    const controls = new Map(fields.map(({ key, control }) => [key, control]));
    return Object.fromEntries(
      [...entriesOf(value)].map(([key, inner]) => {
        const control = controls.get(key);
        return [key, control === undefined ? inner : this.#value(control, inner)];
      }),
    );
  }

  #value(control: Control, value: Draft): Draft {
    switch (control.type) {
      case 'reference':
        return typeof value === 'string' && value.trim() !== ''
          ? this.#id(control.to, value)
          : value;
      case 'list':
        return Array.isArray(value)
          ? itemsOf(value).map((item) => this.#value(control.item.control, item))
          : value;
      case 'group':
        return typeof value === 'object' ? this.fields(control.fields, value) : value;
      case 'variants':
        return typeof value === 'object'
          ? this.fields(variantOf(control, value)?.fields ?? [], value)
          : value;
      default:
        return value;
    }
  }

  #id(kind: RecordKind, text: string): string {
    const options = this.#options.get(kind) ?? tellApart(this.#book.choices[kind] ?? []);
    this.#options.set(kind, options);
    const known = idNamed(options, text);
    if (known !== undefined || !canBeNamed(kind)) return known ?? text;
    const own = this.made.filter((made) => made.kind === kind);
    const again = own.find(({ label }) => foldName(label) === foldName(text));
    if (again !== undefined) return again.id;
    const isTaken = (id: string): boolean =>
      this.#book.isTaken(kind, id) || own.some((made) => made.id === id);
    const id = makeId(text, { fallback: kind, isTaken });
    this.made.push({ kind, id, label: text.trim().replace(/\s+/g, ' ') });
    return id;
  }
}
