import type { RecordKind } from '#lib/model/record.ts';

/** What a kind of record is called. */
export const kindWords: Readonly<Record<RecordKind, string>> = {
  head: 'dossier',
  actor: 'party or actor',
  issue: 'issue',
  act: 'act',
  link: 'link of acts',
  dimension: 'scope',
  event: 'event',
  term: 'term',
  subject: 'subject',
  source: 'source',
  paper: 'paper',
  clause: 'clause',
  context: 'context',
  provision: 'provision',
  silence: 'silence',
  row: 'row',
  verdict: 'verdict',
  view: 'saved view',
  annotation: 'note',
};

/** The same for many. */
export const kindPlurals: Readonly<Record<RecordKind, string>> = {
  head: 'Title and summary',
  actor: 'Parties and actors',
  issue: 'Issues',
  act: 'Acts',
  link: 'Links of acts',
  dimension: 'Scopes',
  event: 'Events',
  term: 'Terms',
  subject: 'Subjects',
  source: 'Sources',
  paper: 'Papers',
  clause: 'Clauses',
  context: 'Context',
  provision: 'Provisions',
  silence: 'Silences',
  row: 'Rows',
  verdict: 'Verdicts',
  view: 'Saved views',
  annotation: 'Notes',
};

/** The first of the fields by which people know a record; undefined when it has none. */
export function labelOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(body));
  for (const name of ['label', 'name', 'title', 'heading', 'locator', 'number', 'body']) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '') return shorten(value);
  }
  const words = fields.get('words');
  if (typeof words !== 'object' || words === null || !('exact' in words)) return undefined;
  return typeof words.exact === 'string' ? `“${shorten(words.exact)}”` : undefined;
}

const shorten = (text: string): string =>
  text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`;
