// What an analyst says a clause states, stored with all it needs in one change.
import type { Edit } from '#lib/model/edit.ts';
import { canonicalJson } from '#lib/model/digest.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { provisionSchema, type Provision } from '#lib/model/provision.ts';
import { recordKey, type RecordKind } from '#lib/model/record.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { editDossier } from './edit-dossier.ts';
import { prepareBody } from './prepare-body.ts';
import type { Saved } from './save-record.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** A record that came up while coding and was made by typing its name. */
export interface NamedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly label: string;
}

/** A provision as it was typed. */
export interface Coding {
  /** The provision; undefined for a new one. */
  readonly id: string | undefined;
  /** The version that was edited; null for a new provision. */
  readonly base: number | null;
  readonly draft: Readonly<Record<string, unknown>>;
  /** Records the draft refers to that are made in the same change. */
  readonly made: readonly NamedRecord[];
  readonly at: string;
  readonly who: Participant;
}

/** The edits of one coding, and the id of its provision. */
export interface CodingEdits {
  readonly id: string;
  readonly edits: readonly Edit[];
  /** Whether a suggestion was taken as it stood, or what of it was changed, in words. */
  readonly changed: readonly string[];
}

/**
 * The edits that store a coding. A suggestion that is stored as it stood becomes confirmed; one that was
 * changed becomes overridden and says what was changed; whatever an analyst made is confirmed.
 */
export function codingEdits(
  { dossier, set }: Pick<StoredState, 'dossier' | 'set'>,
  { id, base, draft, made, at, who }: Coding,
): Parsed<CodingEdits> {
  const desk = { dossier, records: set.records, author: who.viewer.name, at };
  const prepared = prepareBody({ kind: 'provision', id, draft }, desk);
  if (!prepared.ok) return prepared;
  const { id: own, body } = prepared.value;
  const before = provisionIn(set.records.get(recordKey('provision', own))?.body);
  const changed = before === undefined ? [] : changedFields(before, body);
  const review = reviewOf(before, changed, { by: who.viewer.name, at });
  const edits: readonly Edit[] = [
    ...made.map(makeRecord),
    { op: 'put', kind: 'provision', id: own, base, body: { ...body, id: own, review } },
  ];
  return { ok: true, value: { id: own, edits, changed } };
}

/** Stores a coding for somebody who may edit. */
export async function codeProvision(
  workspace: Workspace,
  dossier: string,
  coding: Coding,
): Promise<Saved> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return { ...state, reason: 'refused' };
  const planned = codingEdits(state.value, coding);
  if (!planned.ok) return { ...planned, reason: 'refused' };
  const { id, edits } = planned.value;
  const { at, who } = coding;
  return { ...(await editDossier(workspace, dossier, { request: { edits, at }, who })), id };
}

function makeRecord({ kind, id, label }: NamedRecord): Edit {
  const named = kind === 'actor' ? { name: label } : { label };
  return { op: 'put', kind, id, base: null, body: { id, ...named } };
}

function provisionIn(body: unknown): Provision | undefined {
  const read = provisionSchema.safeParse(body);
  return read.success ? read.data : undefined;
}

/** What the fields that can be changed are called in a sentence. */
const fieldWords: Readonly<Record<string, string>> = {
  bearers: 'who is bound',
  counterparties: 'towards whom',
  given: 'conditions',
  onlyIf: 'only if',
  minDays: 'days',
  maxDays: 'days',
  vague: 'vague words',
};

/** The fields in which a body differs from what is stored, in words; defaults count as said. */
function changedFields(before: Provision, body: Readonly<Record<string, unknown>>): string[] {
  const after = provisionIn({ ...body, id: before.id, review: before.review });
  if (after === undefined) return [];
  const [was, is] = [before, after].map((one) => new Map<string, unknown>(Object.entries(one)));
  const keys = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  const changed = [...keys].filter(
    (key) => canonicalJson(was?.get(key) ?? null) !== canonicalJson(is?.get(key) ?? null),
  );
  return [...new Set(changed.map((key) => fieldWords[key] ?? key))];
}

function reviewOf(
  before: Provision | undefined,
  changed: readonly string[],
  now: { readonly by: string; readonly at: string },
): Provision['review'] {
  if (before === undefined) return { state: 'confirmed', ...now };
  const { review } = before;
  if (review.state !== 'suggested') return changed.length === 0 ? review : { ...review, ...now };
  if (changed.length === 0) return { state: 'confirmed', ...now };
  return { state: 'overridden', ...now, why: `Suggested otherwise: ${changed.join(', ')}` };
}
