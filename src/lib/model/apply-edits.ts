// What edits do to a dossier, as a pure function of its records: the new records, or the conflicts
// with what others did meanwhile, or what is wrong with the result.
import { generateKeyBetween } from 'fractional-indexing';
import { checkDossier } from './check-dossier.ts';
import { canonicalJson, sha256Of } from './digest.ts';
import { onlyErrors, type DossierProblem } from './dossier-problem.ts';
import { byPlace, joinRecords } from './dossier-records.ts';
import type { Dossier } from './dossier.ts';
import type { Edit } from './edit.ts';
import { locateInRecords } from './locate-in-records.ts';
import { capProblems, parseWith, type Parsed, type Problem } from './parsed.ts';
import {
  isPrivate,
  recordId,
  recordKey,
  recordSchemas,
  type RecordBody,
  type RecordKind,
  type StoredRecord,
} from './record.ts';

/** The records of a dossier by their keys, and the texts of its papers by their SHA-256. */
export interface RecordSet {
  readonly records: ReadonlyMap<string, StoredRecord>;
  readonly texts: ReadonlyMap<string, string>;
}

/** An edit of our own that may also bring a record back to the very place it had. */
export type PlacedEdit = Edit | (PutEdit & { readonly place: string });

type PutEdit = Extract<Edit, { op: 'put' }>;

/** What a change did to one record; null before when it is new, null after when it is gone. */
export interface RecordChange {
  readonly kind: RecordKind;
  readonly id: string;
  readonly before: StoredRecord | null;
  readonly after: StoredRecord | null;
}

/** An edit made on a version that is no longer the current one. */
export interface Conflict {
  readonly kind: RecordKind;
  readonly id: string;
  /** The version the edit was made on; null when it meant to make the record. */
  readonly base: number | null;
  /** What the editor wants; null for a deletion. */
  readonly yours: unknown;
  /** What is there now; null when it is gone. */
  readonly theirs: unknown;
  /** The version to name when trying again; null when the record is gone. */
  readonly version: number | null;
}

export type Applied =
  | {
      readonly ok: true;
      readonly next: RecordSet;
      readonly dossier: Dossier;
      readonly changes: readonly RecordChange[];
      readonly warnings: readonly DossierProblem[];
    }
  | { readonly ok: false; readonly reason: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly ok: false; readonly reason: 'refused'; readonly problems: readonly Problem[] };

export interface EditTerms {
  /** The number of the change; it becomes the version of every record it writes. */
  readonly number: number;
  /** Who edits: what is private stays theirs. */
  readonly author: string;
}

/**
 * Applies edits in their order. All stale edits are told at once as conflicts; only when there are
 * none is the result checked as a whole, so that an edit that leaves a reference to nothing is
 * refused and names who refers. An edit that changes nothing is left out of the changes.
 */
export function applyEdits(
  set: RecordSet,
  edits: readonly PlacedEdit[],
  terms: EditTerms,
): Applied {
  const conflicts = findConflicts(set, edits);
  if (conflicts.length > 0) return { ok: false, reason: 'conflict', conflicts };
  const draft: Draft = {
    records: new Map(set.records),
    texts: new Map(set.texts),
    problems: [],
    terms,
  };
  for (const [index, edit] of edits.entries()) applyEdit(draft, edit, `edits[${index}]`);
  if (draft.problems.length > 0)
    return { ok: false, reason: 'refused', problems: capProblems(draft.problems) };
  return conclude(set, draft);
}

interface Draft {
  readonly records: Map<string, StoredRecord>;
  readonly texts: Map<string, string>;
  readonly problems: Problem[];
  readonly terms: EditTerms;
}

/** A record edited twice in one change conflicts only with what was there before the change. */
function findConflicts({ records }: RecordSet, edits: readonly PlacedEdit[]): readonly Conflict[] {
  const touched = new Set<string>();
  return edits.flatMap((edit) => {
    const key = recordKey(edit.kind, edit.id);
    const current = records.get(key);
    const isFirst = !touched.has(key);
    touched.add(key);
    if (!isFirst || edit.base === (current?.version ?? null)) return [];
    const { kind, id, base } = edit;
    const yours =
      edit.op === 'put' ? edit.body : edit.op === 'move' ? (current?.body ?? null) : null;
    const version = current?.version ?? null;
    return [{ kind, id, base, yours, theirs: current?.body ?? null, version }];
  });
}

function applyEdit(draft: Draft, edit: PlacedEdit, path: string): void {
  const key = recordKey(edit.kind, edit.id);
  const current = draft.records.get(key);
  if (edit.op === 'delete') {
    if (edit.kind === 'head') {
      refuse(draft, path, headStays);
      return;
    }
    draft.records.delete(key);
    return;
  }
  const place = placeOf(draft, edit, current);
  if (place === undefined) {
    const message = `there is no ${edit.kind} "${edit.after ?? ''}" to stand behind`;
    refuse(draft, `${path}.after`, { code: 'unknown_place', message });
    return;
  }
  if (edit.op === 'move') {
    if (current !== undefined) draft.records.set(key, renew(draft, { ...current, place }));
    return;
  }
  const body = readBody(draft, edit, path);
  if (body === undefined) return;
  const privateTo = isPrivate(edit.kind, body) ? (current?.privateTo ?? draft.terms.author) : null;
  const { kind, id } = edit;
  draft.records.set(key, renew(draft, { kind, id, version: 0, place, body, privateTo }));
}

const headStays = {
  code: 'head_stays',
  message: 'a dossier keeps its head; delete the dossier itself instead',
};

function refuse(draft: Draft, path: string, fault: Omit<Problem, 'path'>): void {
  draft.problems.push({ ...fault, path });
}

const renew = (draft: Draft, record: StoredRecord): StoredRecord => ({
  ...record,
  version: draft.terms.number,
});

/** The body as its schema reads it, or undefined with the problems told. */
function readBody(draft: Draft, edit: PutEdit, path: string): unknown {
  const input = edit.kind === 'paper' ? takeText(draft, edit, path) : edit.body;
  if (input === undefined) return undefined;
  const parsed = parseWith<RecordBody>(recordSchemas[edit.kind], input);
  if (!parsed.ok) {
    for (const problem of parsed.problems) refuse(draft, `${path}.body.${problem.path}`, problem);
    return undefined;
  }
  const named = recordId(edit.kind, parsed.value);
  if (named === edit.id) return parsed.value;
  const message = `the body names the ${edit.kind} "${named ?? ''}", the edit "${edit.id}"; an id never changes`;
  refuse(draft, `${path}.body.id`, { code: 'id_changed', message });
  return undefined;
}

/** A new paper brings its text; an old one keeps it, whatever its body says. */
function takeText(draft: Draft, edit: PutEdit, path: string): Record<string, unknown> | undefined {
  const { text, ...rest } = edit.body;
  const current = draft.records.get(recordKey('paper', edit.id));
  const before = current === undefined ? undefined : sha256In(current.body);
  if (typeof text === 'string') {
    const sha256 = sha256Of(text);
    if (before !== undefined && before !== sha256) {
      refuseText(draft, path);
      return;
    }
    draft.texts.set(sha256, text);
    return { ...rest, sha256 };
  }
  const sha256 = sha256In(rest) ?? before;
  if (before !== undefined && sha256 !== before) {
    refuseText(draft, path);
    return;
  }
  if (sha256 !== undefined && draft.texts.has(sha256)) return { ...rest, sha256 };
  const message = 'a new paper needs its text';
  refuse(draft, `${path}.body.text`, { code: 'text_missing', message });
  return undefined;
}

function refuseText(draft: Draft, path: string): undefined {
  const message =
    'the text of a paper never changes; add the new version as a paper that supersedes this one';
  refuse(draft, `${path}.body.text`, { code: 'text_immutable', message });
}

function sha256In(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('sha256' in body)) return undefined;
  return typeof body.sha256 === 'string' ? body.sha256 : undefined;
}

/** Where the record goes; undefined when the one to stand behind does not exist. */
function placeOf(
  draft: Draft,
  edit: Exclude<PlacedEdit, { op: 'delete' }>,
  current: StoredRecord | undefined,
): string | undefined {
  const others = [...draft.records.values()]
    .filter(({ kind, id }) => kind === edit.kind && id !== edit.id)
    .toSorted(byPlace);
  if ('place' in edit) return freePlace(edit.place, others);
  if (edit.after === undefined && current !== undefined) return current.place;
  const index =
    edit.after === undefined
      ? others.length - 1
      : edit.after === null
        ? -1
        : others.findIndex(({ id }) => id === edit.after);
  if (typeof edit.after === 'string' && index === -1) return undefined;
  return generateKeyBetween(others[index]?.place ?? null, others[index + 1]?.place ?? null);
}

/** The place a record had, or one right behind it when another record has that one now. */
function freePlace(place: string, others: readonly StoredRecord[]): string {
  if (!others.some((other) => other.place === place)) return place;
  return generateKeyBetween(place, others.find((other) => other.place > place)?.place ?? null);
}

function conclude(set: RecordSet, draft: Draft): Applied {
  keepUnchanged(set, draft);
  const next = { records: draft.records, texts: draft.texts };
  const changes = changesBetween(set, next);
  const joined = joinRecords({ records: sharedOf(next), texts: next.texts });
  if (!joined.ok) return { ok: false, reason: 'refused', problems: joined.problems };
  // Private notes are no part of the shared dossier, yet what they are anchored to must exist.
  const whole = changes.length === 0 ? joined : joinWhole(next, joined);
  if (!whole.ok) return { ok: false, reason: 'refused', problems: whole.problems };
  const problems = checkDossier(whole.value);
  const errors = onlyErrors(problems);
  if (errors.length > 0) {
    const located = errors.map((problem) => locateInRecords(problem, whole.value));
    return { ok: false, reason: 'refused', problems: capProblems(located) };
  }
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return { ok: true, next, dossier: joined.value, changes, warnings };
}

/** An edit that leaves a record as it is makes no new version of it. */
function keepUnchanged({ records }: RecordSet, draft: Draft): void {
  for (const [key, record] of draft.records) {
    const old = records.get(key);
    if (old !== undefined && old !== record && isSame(old, record)) draft.records.set(key, old);
  }
}

function joinWhole(set: RecordSet, shared: Parsed<Dossier>): Parsed<Dossier> {
  const records = [...set.records.values()];
  const hasPrivate = records.some(({ privateTo }) => privateTo !== null);
  return hasPrivate ? joinRecords({ records, texts: set.texts }) : shared;
}

/** The records that everybody in the dossier sees. */
export const sharedOf = ({ records }: RecordSet): readonly StoredRecord[] =>
  [...records.values()].filter(({ privateTo }) => privateTo === null);

function changesBetween(before: RecordSet, after: RecordSet): readonly RecordChange[] {
  const changes: RecordChange[] = [];
  for (const [key, record] of after.records) {
    const old = before.records.get(key);
    if (old === record) continue;
    changes.push({ kind: record.kind, id: record.id, before: old ?? null, after: record });
  }
  for (const [key, record] of before.records) {
    if (after.records.has(key)) continue;
    changes.push({ kind: record.kind, id: record.id, before: record, after: null });
  }
  return changes;
}

const isSame = (a: StoredRecord, b: StoredRecord): boolean =>
  a.place === b.place && canonicalJson(a.body) === canonicalJson(b.body);
