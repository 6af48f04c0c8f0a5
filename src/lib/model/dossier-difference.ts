// What another copy of a dossier has otherwise, record by record: the question before a merge.
import { canonicalJson } from './digest.ts';
import { splitDossier, byPlace, type LooseRecord } from './dossier-records.ts';
import type { Dossier } from './dossier.ts';
import { headId, recordKey, type RecordKind, type StoredRecord } from './record.ts';
import type { RecordSet } from './apply-edits.ts';

/** What the other copy does to a record; `reordered` speaks of a whole list. */
export const differenceKinds = ['added', 'changed', 'replaced', 'missing', 'reordered'] as const;

/**
 * One difference. `added`: only the other copy has the record; `changed`: both have it with other
 * content; `replaced`: a paper whose very text is another one; `missing`: only we have it;
 * `reordered`: both have the same records of a list, in another order (`list` alone names it).
 */
export interface RecordDifference {
  readonly key: string;
  readonly what: (typeof differenceKinds)[number];
  readonly kind: RecordKind;
  readonly id: string;
  /** The body here; null when it is added. */
  readonly mine: unknown;
  /** The body in the other copy; null when it is missing. */
  readonly theirs: unknown;
}

/** Both copies of a dossier, list by list; made once for differences and edits. */
export interface CopyPair {
  readonly lists: readonly ListPair[];
  readonly texts: ReadonlyMap<string, string>;
}

/** The records of one list, each side in its order. Clauses have a list in each paper. */
export interface ListPair {
  readonly name: string;
  readonly kind: RecordKind;
  readonly mine: readonly StoredRecord[];
  readonly theirs: readonly LooseRecord[];
}

/** Lays the stored records beside those of another copy; private notes are no part of it. */
export function pairLists({ records }: RecordSet, other: Dossier): CopyPair {
  const { records: incoming, texts } = splitDossier(other);
  const mine = groupByList([...records.values()].filter(({ privateTo }) => privateTo === null));
  const theirs = groupByList(incoming);
  const names = [...new Set([...theirs.keys(), ...mine.keys()])];
  const lists = names.map((name) => ({
    name,
    kind: (theirs.get(name) ?? mine.get(name))?.[0]?.kind ?? 'head',
    mine: (mine.get(name) ?? []).toSorted(byPlace),
    theirs: (theirs.get(name) ?? []).toSorted(byPlace),
  }));
  return { lists, texts };
}

function groupByList<R extends LooseRecord>(records: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const name = listOf(record);
    const group = groups.get(name) ?? [];
    if (group.push(record) === 1) groups.set(name, group);
  }
  return groups;
}

const listOf = ({ kind, body }: LooseRecord): string =>
  kind === 'clause' ? `clause/${textOf(body, 'paper')}` : kind;

/** The value of a key that holds a text. */
export function textOf(body: unknown, key: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = Object.entries(body).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}

/** Everything that differs, in the order of the lists; nothing for two equal copies. */
export function findDifferences(pair: CopyPair): readonly RecordDifference[] {
  const mine = indexOf(pair.lists.flatMap((list) => list.mine));
  const theirs = indexOf(pair.lists.flatMap((list) => list.theirs));
  const whole = wholePapers(mine, theirs);
  return pair.lists.flatMap((list) => [
    ...list.theirs.flatMap((record) => compareRecord(record, mine, whole)),
    ...list.mine.flatMap((record) => missingRecord(record, theirs, whole)),
    ...reorderedList(list, whole),
  ]);
}

type Index<R> = ReadonlyMap<string, R>;

const indexOf = <R extends LooseRecord>(records: readonly R[]): Index<R> =>
  new Map(records.map((record) => [recordKey(record.kind, record.id), record]));

/**
 * The papers that come, go or change with all their clauses: those that only one copy has, and those
 * that have another text in the other one.
 */
function wholePapers(mine: Index<LooseRecord>, theirs: Index<LooseRecord>): ReadonlySet<string> {
  const papers = [...mine.values(), ...theirs.values()].filter(({ kind }) => kind === 'paper');
  const textIn = (side: Index<LooseRecord>, id: string): string =>
    textOf(side.get(recordKey('paper', id))?.body, 'sha256');
  return new Set(
    papers.map(({ id }) => id).filter((id) => textIn(mine, id) !== textIn(theirs, id)),
  );
}

/** Whether a clause needs no mention of its own, because its paper is told as a whole. */
const goesAlong = ({ kind, body }: LooseRecord, whole: ReadonlySet<string>): boolean =>
  kind === 'clause' && whole.has(textOf(body, 'paper'));

function compareRecord(
  record: LooseRecord,
  mine: Index<LooseRecord>,
  whole: ReadonlySet<string>,
): readonly RecordDifference[] {
  const { kind, id, body } = record;
  const key = recordKey(kind, id);
  const own = mine.get(key);
  if (own === undefined)
    return goesAlong(record, whole)
      ? []
      : [{ key, what: 'added', kind, id, mine: null, theirs: body }];
  if (goesAlong(record, whole) && goesAlong(own, whole)) return [];
  if (canonicalJson(own.body) === canonicalJson(body)) return [];
  const what = kind === 'paper' && whole.has(id) ? 'replaced' : 'changed';
  return [{ key, what, kind, id, mine: own.body, theirs: body }];
}

function missingRecord(
  record: LooseRecord,
  theirs: Index<LooseRecord>,
  whole: ReadonlySet<string>,
): readonly RecordDifference[] {
  const { kind, id, body } = record;
  const key = recordKey(kind, id);
  if (theirs.has(key) || id === headId || goesAlong(record, whole)) return [];
  return [{ key, what: 'missing', kind, id, mine: body, theirs: null }];
}

/** The key under which the order of a list is chosen; no record has one like it. */
export const orderKey = (list: string): string => `order of ${list}`;

function reorderedList(
  { name, kind, mine, theirs }: ListPair,
  whole: ReadonlySet<string>,
): readonly RecordDifference[] {
  const paper = kind === 'clause' ? name.slice('clause/'.length) : '';
  if (whole.has(paper)) return [];
  const ids = new Set(mine.map(({ id }) => id));
  const before = new Set(theirs.map(({ id }) => id));
  const here = mine.map(({ id }) => id).filter((id) => before.has(id));
  const there = theirs.map(({ id }) => id).filter((id) => ids.has(id));
  if (here.every((id, index) => id === there[index])) return [];
  return [{ key: orderKey(name), what: 'reordered', kind, id: paper, mine: here, theirs: there }];
}
