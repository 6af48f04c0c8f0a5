import { error } from '@sveltejs/kit';
import type { Coding } from '#lib/app/code-provision.ts';
import type { StoredState } from '#lib/app/open-dossier.ts';
import { recordKey, type RecordKind } from '#lib/model/record.ts';
import { listCodable, type CodedClause } from '#lib/ui/code/reading-order.ts';
import { entriesOf, type Draft, type Option, type Variant } from '#lib/ui/forms/form-field.ts';
import { dropEmptyRows, readVariant } from '#lib/ui/forms/read-form.ts';
import { kindsIn, listChoices } from '#lib/ui/forms/record-choices.ts';
import { resolveNames } from '#lib/ui/forms/resolve-names.ts';
import { variantNamed } from '../../edit/[kind]/[record]/record-desk.ts';
import { editorOf, inputsOf, openDesk } from '../../edit/desk.ts';

/** The clause of the address with its dossier; 404 when it is no clause that can be coded. */
export async function openClause(params: { readonly id: string; readonly clause: string }) {
  const desk = await openDesk(params.id);
  const coded = listCodable(desk.dossier).find(({ clause }) => clause.id === params.clause);
  if (coded === undefined)
    error(404, `There is no clause “${params.clause.slice(0, 120)}” to code in this dossier.`);
  return { ...desk, coded };
}

/** What came with the form of a provision. */
export interface SentCoding {
  readonly inputs: ReadonlyMap<string, string>;
  readonly variant: Variant;
  /** As it was typed: records by their names. */
  readonly draft: Draft;
  readonly coding: Coding;
}

interface Sent {
  readonly form: FormData;
  readonly locals: App.Locals;
  readonly state: Pick<StoredState, 'set'> & { readonly coded: CodedClause };
}

/** Reads the form of a provision; names become ids, and new names records to be made. */
export function readCoding({ form, locals, state }: Sent): SentCoding {
  const inputs = inputsOf(form);
  const variant = variantNamed('provision', inputs.get('kind') ?? null);
  const draft = readVariant(variant, inputs);
  const typed = Object.fromEntries(entriesOf(dropEmptyRows(draft)));
  const { records } = state.set;
  const resolved = resolveNames(
    variant,
    { ...typed, ...limitsOf(typed), clause: state.coded.clause.id },
    {
      choices: listChoices(records, kindsIn(variant)),
      isTaken: (kind, id) => records.has(recordKey(kind, id)),
    },
  );
  const [id, base] = [inputs.get('id') ?? '', inputs.get('#base') ?? ''];
  const coding: Coding = {
    id: id === '' ? undefined : id,
    base: base === '' ? null : Number(base),
    draft: Object.fromEntries(entriesOf(resolved.draft)),
    made: resolved.made,
    at: new Date().toISOString(),
    who: editorOf(locals),
  };
  return { inputs, variant, draft, coding };
}

/** Dimensions in which no value is ticked limit nothing. */
function limitsOf(typed: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const scope = [...entriesOf(typed['scope'])].filter(
    ([, values]) => !Array.isArray(values) || values.length > 0,
  );
  return typed['scope'] === undefined ? {} : { scope: Object.fromEntries(scope) };
}

/** Where things are named by typing: the names of every kind that a form of provisions refers to. */
export function listNames(
  { set }: Pick<StoredState, 'set'>,
  { paper }: CodedClause,
): Readonly<Partial<Record<RecordKind, readonly Option[]>>> {
  const kinds = new Set(
    ['norm', 'order', 'claim'].flatMap((kind) => [...kindsIn(variantNamed('provision', kind))]),
  );
  kinds.delete('clause');
  const choices = listChoices(set.records, kinds);
  const inPaper = new Set(paper.clauses.map(({ id }) => id));
  // A condition is another provision of the same paper.
  const provisions = (choices.provision ?? []).filter(({ value }) => {
    const body = set.records.get(recordKey('provision', value))?.body;
    return inPaper.has(String(entriesOf(body).get('clause')));
  });
  return { ...choices, provision: provisions };
}
