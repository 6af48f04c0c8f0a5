// What a person typed into the form of a record, made into what the record stores: the place of words
// in their text, an id for something new, who says it and when.
import type { Dossier } from '#lib/model/dossier.ts';
import { makeId } from '#lib/model/make-id.ts';
import { clauseText } from '#lib/model/paper.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { recordId, recordKey, type RecordKind, type StoredRecord } from '#lib/model/record.ts';

export interface TypedRecord {
  readonly kind: RecordKind;
  /** The id of the record; undefined for a new one. */
  readonly id: string | undefined;
  readonly draft: Readonly<Record<string, unknown>>;
}

export interface Desk {
  readonly dossier: Dossier;
  readonly records: ReadonlyMap<string, StoredRecord>;
  readonly author: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export interface Prepared {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Makes a body fit to be stored; problems name the field. */
export function prepareBody(typed: TypedRecord, desk: Desk): Parsed<Prepared> {
  const body: Readonly<Record<string, unknown>> = {
    ...sign(typed, desk),
    ...placed(typed, desk),
  };
  for (const key of ['words', 'span'] as const) {
    if (body[key] === 'not found') {
      const message =
        key === 'words'
          ? 'these words do not stand in the clause; copy them exactly'
          : 'these words do not stand in the text of the paper; copy them exactly';
      return { ok: false, problems: [{ code: 'words_not_found', path: key, message }] };
    }
  }
  const { kind, id } = typed;
  if (id !== undefined) return { ok: true, value: { id, body } };
  const named = body['id'] === undefined || body['id'] === '' ? withId(body, kind, desk) : body;
  const ownId = recordId(kind, named);
  if (ownId !== undefined && ownId !== '') return { ok: true, value: { id: ownId, body: named } };
  const message = 'give it an id of letters and digits';
  return { ok: false, problems: [{ code: 'id_missing', path: 'id', message }] };
}

/** Who says it and when, where the record has a place for that and nothing was typed. */
function sign(
  { kind, draft }: TypedRecord,
  { author, at }: Desk,
): Readonly<Record<string, unknown>> {
  const filled = (key: string, value: string): Record<string, string> =>
    draft[key] === undefined || draft[key] === '' ? { [key]: value } : {};
  const day = at.slice(0, 10);
  if (kind === 'silence') return { ...draft, ...filled('by', author), ...filled('at', day) };
  if (kind === 'verdict' || kind === 'annotation')
    return { ...draft, ...filled('author', author), ...filled('at', day) };
  return draft;
}

/** The fields that are places in a text, found there. */
function placed(
  { kind, draft }: TypedRecord,
  { dossier }: Desk,
): { readonly words?: unknown; readonly span?: unknown } {
  if (kind === 'provision') {
    const text = textOfProvision(draft, dossier);
    return { words: findWords(draft['words'], text, true) };
  }
  if (kind !== 'clause') return {};
  const paper = dossier.papers.find(({ id }) => id === draft['paper']);
  return { span: findWords(draft['span'], paper?.text ?? '', false) };
}

function textOfProvision(draft: TypedRecord['draft'], { papers }: Dossier): string {
  for (const paper of papers) {
    const clause = paper.clauses.find(({ id }) => id === draft['clause']);
    if (clause === undefined) continue;
    const rendering = clause.renderings.find(({ id }) => id === draft['rendering']);
    return rendering?.text ?? clauseText(paper, clause);
  }
  return '';
}

/** Where the words stand in the text: at the place they were before, else the nearest to it. */
function findWords(typed: unknown, text: string, withWords: boolean): unknown {
  if (typeof typed !== 'object' || typed === null) return typed;
  const { exact, from } = { exact: '', from: 0, ...typed };
  if (typeof exact !== 'string' || typeof from !== 'number') return 'not found';
  const start = Math.min(Math.max(0, from), text.length);
  if (exact === '') return withWords ? { from: 0, to: 0, exact } : { from: start, to: start };
  const found = nearest(text, exact, start);
  if (found === undefined) return 'not found';
  const { at, words } = found;
  return { from: at, to: at + words.length, ...(withWords ? { exact: words } : {}) };
}

function nearest(
  text: string,
  exact: string,
  start: number,
): { readonly at: number; readonly words: string } | undefined {
  // Browsers send line feeds; a text may have kept the line ends it came with.
  for (const words of [exact, exact.replaceAll('\n', '\r\n'), exact.trim()]) {
    const before = text.lastIndexOf(words, start);
    const after = text.indexOf(words, start);
    if (before === -1 && after === -1) continue;
    const isBefore = after === -1 || (before !== -1 && start - before < after - start);
    return { at: isBefore ? before : after, words };
  }
  return undefined;
}

/** An id made from what people call the record, unlike any other of its kind. */
function withId(
  body: Readonly<Record<string, unknown>>,
  kind: RecordKind,
  { records }: Desk,
): Readonly<Record<string, unknown>> {
  if (kind === 'silence' || kind === 'head') return body;
  const called = ['label', 'name', 'title', 'locator', 'clause'].map((key) => body[key]);
  const words = called.find((value) => typeof value === 'string' && value !== '');
  const isTaken = (id: string): boolean => records.has(recordKey(kind, id));
  const id = makeId(typeof words === 'string' ? words : '', { fallback: kind, isTaken });
  return { ...body, id };
}
