// A dossier as the records it consists of, and back: the form in which it is stored and edited.
import { generateNKeysBetween } from 'fractional-indexing';
import { parseDossier, type Dossier } from './dossier.ts';
import type { Paper } from './paper.ts';
import type { Parsed } from './parsed.ts';
import { recordId, type RecordBody, type RecordKind } from './record.ts';

/** A record of a dossier that is not stored yet. */
export interface LooseRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly place: string;
  readonly body: unknown;
}

/** The records of a dossier and the texts of its papers, by their SHA-256. */
export interface DossierRecords {
  readonly records: readonly LooseRecord[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Each kind of record that stands in a list of the dossier of its own. */
const lists = {
  actor: 'actors',
  issue: 'issues',
  act: 'acts',
  link: 'links',
  dimension: 'dimensions',
  event: 'events',
  term: 'terms',
  subject: 'subjects',
  source: 'sources',
  context: 'context',
  provision: 'provisions',
  silence: 'silences',
  row: 'ledger',
  verdict: 'verdicts',
  view: 'views',
  annotation: 'annotations',
} as const satisfies Partial<Record<RecordKind, keyof Dossier>>;

export type ListKind = keyof typeof lists;

/** The kind whose records stand in a list of the dossier: `ledger` holds those of `row`. */
export function kindOfList(list: string): RecordKind | undefined {
  if (list === 'papers') return 'paper';
  return listKinds.find((kind) => lists[kind] === list);
}

const listKinds = [
  'actor',
  'issue',
  'act',
  'link',
  'dimension',
  'event',
  'term',
  'subject',
  'source',
  'context',
  'provision',
  'silence',
  'row',
  'verdict',
  'view',
  'annotation',
] as const satisfies readonly ListKind[];

/** Takes a dossier apart, its lists in their order. */
export function splitDossier(dossier: Dossier): DossierRecords {
  const { version, id, title, summary, language, fictitious, caution } = dossier;
  const head: RecordBody<'head'> = {
    ...{ version, id, title, summary, language, fictitious },
    ...(caution === undefined ? {} : { caution }),
  };
  const papers = dossier.papers.map(paperRecord);
  const clauses = dossier.papers.flatMap((paper) =>
    paper.clauses.map((clause): RecordBody<'clause'> => ({ ...clause, paper: paper.id })),
  );
  const records = [
    ...placeAll('head', [head]),
    ...listKinds.flatMap((kind) => placeAll(kind, dossier[lists[kind]])),
    ...placeAll('paper', papers),
    ...placeAll('clause', clauses),
  ];
  return { records, texts: new Map(dossier.papers.map(({ sha256, text }) => [sha256, text])) };
}

function paperRecord({ text: _text, clauses: _clauses, ...record }: Paper): RecordBody<'paper'> {
  return record;
}

function placeAll(kind: RecordKind, bodies: readonly unknown[]): LooseRecord[] {
  const places = generateNKeysBetween(null, null, bodies.length);
  return bodies.map((body, index) => ({
    kind,
    id: recordId(kind, body) ?? '',
    place: places[index] ?? '',
    body,
  }));
}

/** Compares places as their bytes, so that every machine orders alike. */
export const byPlace = (a: { readonly place: string }, b: { readonly place: string }): number =>
  a.place < b.place ? -1 : a.place > b.place ? 1 : 0;

/**
 * Puts a dossier together. The bodies are read against its schema; whether what they refer to exists
 * is the question of `checkDossier`.
 */
export function joinRecords({ records, texts }: DossierRecords): Parsed<Dossier> {
  const byKind = groupByKind(records);
  const bodies = (kind: RecordKind): readonly unknown[] =>
    (byKind.get(kind) ?? []).toSorted(byPlace).map(({ body }) => body);
  const clauses = clausesByPaper(bodies('clause'));
  const papers = bodies('paper').map((body) => {
    const { id, sha256 } = namesOf(body);
    return { ...objectOf(body), text: texts.get(sha256) ?? '', clauses: clauses.get(id) ?? [] };
  });
  const input: Record<string, unknown> = { ...objectOf(bodies('head')[0]), papers };
  for (const kind of listKinds) input[lists[kind]] = bodies(kind);
  return parseDossier(input);
}

function groupByKind(records: readonly LooseRecord[]): Map<RecordKind, LooseRecord[]> {
  const groups = new Map<RecordKind, LooseRecord[]>();
  for (const record of records) {
    const group = groups.get(record.kind) ?? [];
    if (group.push(record) === 1) groups.set(record.kind, group);
  }
  return groups;
}

function clausesByPaper(bodies: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const clauses = new Map<string, unknown[]>();
  for (const body of bodies) {
    const { paper, ...clause } = { paper: '', ...objectOf(body) };
    const list = clauses.get(paper) ?? [];
    if (list.push(clause) === 1) clauses.set(paper, list);
  }
  return clauses;
}

const objectOf = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {});

function namesOf(body: unknown): { readonly id: string; readonly sha256: string } {
  const { id, sha256 } = { id: '', sha256: '', ...objectOf(body) };
  return { id, sha256 };
}
