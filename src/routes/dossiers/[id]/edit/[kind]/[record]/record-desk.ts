import { error } from '@sveltejs/kit';
import type { StoredState } from '#lib/app/open-dossier.ts';
import { findDependents } from '#lib/app/save-record.ts';
import { clauseText } from '#lib/model/paper.ts';
import { recordKey, type RecordKind, type StoredRecord } from '#lib/model/record.ts';
import { listLines } from '#lib/ui/edit-overview.ts';
import { describeForm } from '#lib/ui/forms/describe-form.ts';
import { entriesOf, variantOf, type Draft, type Variant } from '#lib/ui/forms/form-field.ts';

/** The id in the address of the form for something new. */
export const newId = 'new';

/** By which key the forms of a kind are told apart. */
const byKey: Partial<Record<RecordKind, string>> = { provision: 'kind', context: 'role' };

/** The form that fits a record. */
export function variantFor(kind: RecordKind, body: Draft): Variant {
  const variants = describeForm(kind);
  const by = byKey[kind];
  const found =
    by === undefined ? variants[0] : variantOf({ type: 'variants', by, variants }, body);
  const [first] = variants;
  const variant = found ?? first;
  if (variant === undefined) error(404, 'There is no form for this kind of record.');
  return variant;
}

/** The form of a name; the first when there is none of it. */
export function variantNamed(kind: RecordKind, name: string | null): Variant {
  const variants = describeForm(kind);
  return variants.find(({ value }) => value === name) ?? variantFor(kind, {});
}

/** What a form for something new begins with. */
export function startDraft(kind: RecordKind, { value }: Variant, params: URLSearchParams): Draft {
  const by = byKey[kind];
  const told = by === undefined ? {} : { [by]: value.split('|')[0] };
  const preset = ['paper', 'clause', 'supersedes', 'issue'].flatMap((key) => {
    const id = params.get(key);
    return id === null ? [] : [[key, id]];
  });
  return { ...told, ...Object.fromEntries(preset) };
}

/** A stored body as its form shows it: places in a text with their words. */
export function showBody(
  { kind, body }: Pick<StoredRecord, 'kind' | 'body'>,
  { dossier }: StoredState,
): Draft {
  if (kind !== 'clause') return body;
  const entries = entriesOf(body);
  const span = entriesOf(entries.get('span'));
  const text = dossier.papers.find(({ id }) => id === entries.get('paper'))?.text ?? '';
  const [from, to] = [Number(span.get('from') ?? 0), Number(span.get('to') ?? 0)];
  return { ...Object.fromEntries(entries), span: { from, exact: text.slice(from, to) } };
}

/** The text that words are taken from: of the paper for a clause, of the clause for a provision. */
export function textBehind(
  kind: RecordKind,
  draft: Draft,
  { dossier }: StoredState,
): { readonly title: string; readonly text: string; readonly language: string } | undefined {
  const entries = entriesOf(draft);
  for (const paper of dossier.papers) {
    const { title, language } = paper;
    const isPaper = paper.id === entries.get(kind === 'paper' ? 'id' : 'paper');
    if ((kind === 'clause' || kind === 'paper') && isPaper)
      return { title, language, text: paper.text };
    const clause = paper.clauses.find(({ id }) => id === entries.get('clause'));
    if (kind === 'provision' && clause !== undefined)
      return { title: clause.locator, language, text: clauseText(paper, clause) };
  }
  return undefined;
}

/** How many records go along when this one is deleted. */
export const countDependents = (state: StoredState, kind: RecordKind, id: string): number =>
  findDependents(state, kind, id).length;

/** A record of the dossier that everybody in it sees. */
export function findShared(state: StoredState, kind: RecordKind, id: string): StoredRecord {
  const found = state.set.records.get(recordKey(kind, id));
  if (found?.privateTo === null) return found;
  error(404, `There is no ${kind} “${id}” in this dossier.`);
}

/** The provisions a clause states, as links from its form. */
export const listProvisions = (
  state: StoredState,
  clause: string,
): readonly { readonly id: string; readonly label: string }[] =>
  listLines(state.set.records, 'provision', '').filter(
    ({ id }) =>
      entriesOf(state.set.records.get(recordKey('provision', id))?.body).get('clause') === clause,
  );
