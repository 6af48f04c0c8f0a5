import type { RecordSet } from './apply-edits.ts';
import { recordKey, type RecordKind, type StoredRecord } from './record.ts';

/** What of a record is found by a search: what it is called, and what it says. */
export interface SearchText {
  readonly heading: string;
  readonly body: string;
}

/** The kinds of record a search finds, with the fields that name them and those that say something. */
const searched: Readonly<
  Partial<Record<RecordKind, readonly [readonly string[], readonly string[]]>>
> = {
  clause: [['locator', 'heading'], ['note']],
  annotation: [[], ['body']],
  source: [['title'], ['publisher', 'translator', 'note']],
  provision: [[], ['note']],
  context: [['title'], ['text', 'by']],
  paper: [['title'], ['note', 'textBy']],
  issue: [['label'], ['question']],
  actor: [['name'], ['note']],
  act: [['label'], ['note']],
  verdict: [[], ['reason']],
  silence: [[], ['why']],
};

/** The kinds of record a search finds. */
export const searchedKinds: readonly string[] = Object.keys(searched);

/** What a search finds of a record; undefined for one that says nothing. */
export function searchTextOf(record: StoredRecord, set: RecordSet): SearchText | undefined {
  const named = searched[record.kind];
  if (named === undefined) return undefined;
  const fields = fieldsOf(record.body);
  const [heading, body] = named.map((keys) => keys.map((key) => wordOf(fields.get(key))));
  const further = record.kind === 'clause' ? clauseTexts(fields, set) : variantTexts(fields);
  const text = {
    heading: join(heading ?? [], ' '),
    body: join([...further, ...(body ?? [])], '\n'),
  };
  return text.heading === '' && text.body === '' ? undefined : text;
}

const fieldsOf = (body: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const join = (parts: readonly string[], by: string): string =>
  parts.filter((part) => part !== '').join(by);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The words of a clause in its paper, and in its other renderings. */
function clauseTexts(
  fields: ReadonlyMap<string, unknown>,
  { records, texts }: RecordSet,
): string[] {
  const paper = records.get(recordKey('paper', wordOf(fields.get('paper'))));
  const text = texts.get(wordOf(fieldsOf(paper?.body).get('sha256'))) ?? '';
  const span = fieldsOf(fields.get('span'));
  const own = text.slice(Number(span.get('from') ?? 0), Number(span.get('to') ?? 0));
  const others = listOf(fields.get('renderings')).map((one) => wordOf(fieldsOf(one).get('text')));
  return [own, ...others];
}

/** The other names by which parties know a thing. */
const variantTexts = (fields: ReadonlyMap<string, unknown>): string[] =>
  listOf(fields.get('variants')).map((one) => wordOf(fieldsOf(one).get('text')));
