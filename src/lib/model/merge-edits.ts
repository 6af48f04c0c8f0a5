import type { RecordSet } from './apply-edits.ts';
import {
  findDifferences,
  orderKey,
  pairLists,
  textOf,
  type CopyPair,
  type ListPair,
  type RecordDifference,
} from './dossier-difference.ts';
import type { LooseRecord } from './dossier-records.ts';
import type { Dossier } from './dossier.ts';
import type { Edit } from './edit.ts';
import { longestRise } from './longest-rise.ts';
import { recordKey, type StoredRecord } from './record.ts';

/** Whether the other copy's state of a difference is to hold here. */
export type Take = (difference: RecordDifference) => boolean;

/** What holds without a choice: everything of the other copy, but nothing here is taken out. */
export const takeAllButRemovals: Take = ({ what }) => what !== 'missing' && what !== 'replaced';

/**
 * The edits that bring the chosen differences of another copy into the stored records, each made on
 * the version stored now. Taking everything gives the other copy, order included; taking nothing, or
 * the same copy, is no edit.
 */
export function mergeEdits(set: RecordSet, other: Dossier, take: Take): readonly Edit[] {
  const pair = pairLists(set, other);
  const taken = new Map<string, RecordDifference>();
  for (const difference of findDifferences(pair))
    if (take(difference)) taken.set(difference.key, difference);
  const stored = new Map(pair.lists.flatMap(({ mine }) => mine).map((r) => [keyOf(r), r]));
  const merge: Merge = { pair, stored, taken, whole: wholeAmong(taken) };
  return [
    ...pair.lists.flatMap((list) => removals(merge, list)),
    ...pair.lists.flatMap((list) => placements(merge, list)),
  ];
}

interface Merge {
  readonly pair: CopyPair;
  readonly stored: ReadonlyMap<string, StoredRecord>;
  readonly taken: ReadonlyMap<string, RecordDifference>;
  /** Papers that come, go or are replaced, with all their clauses. */
  readonly whole: ReadonlySet<string>;
}

const wholeAmong = (taken: Merge['taken']): ReadonlySet<string> =>
  new Set(
    [...taken.values()].flatMap(({ kind, what, id }) =>
      kind === 'paper' && what !== 'changed' && what !== 'reordered' ? [id] : [],
    ),
  );

const inWhole = ({ whole }: Merge, { kind, id, body }: LooseRecord): boolean =>
  (kind === 'clause' && whole.has(textOf(body, 'paper'))) || (kind === 'paper' && whole.has(id));

/** Whether a record of ours is gone after the merge, perhaps to come again as theirs. */
function isRemoved(merge: Merge, record: LooseRecord): boolean {
  const what = merge.taken.get(recordKey(record.kind, record.id))?.what;
  return what === 'missing' || inWhole(merge, record);
}

function removals(merge: Merge, { mine }: ListPair): readonly Edit[] {
  return mine
    .filter((record) => isRemoved(merge, record))
    .map(({ kind, id, version }) => ({ op: 'delete', kind, id, base: version }));
}

/** Whether theirs comes into the list as a record that is not there (any more). */
function isPlaced(merge: Merge, record: LooseRecord): boolean {
  const what = merge.taken.get(recordKey(record.kind, record.id))?.what;
  return what === 'added' || inWhole(merge, record);
}

function placements(merge: Merge, list: ListPair): readonly Edit[] {
  const here = list.mine.filter((record) => !isRemoved(merge, record));
  const staying = here.filter((record) => !leavesList(merge, record, list));
  const wanted = wantedOrder(merge, list, staying);
  const positions = new Map(staying.map(({ id }, index) => [id, index]));
  const unmoved = longestRise(wanted.map(({ id }) => positions.get(id)));
  return wanted.flatMap((record, index): readonly Edit[] => {
    const { kind, id } = record;
    const old = merge.stored.get(keyOf(record));
    const after = wanted[index - 1]?.id ?? null;
    const isNew = old === undefined || isRemoved(merge, old);
    if (isNew) return [{ op: 'put', kind, id, base: null, body: newBody(merge, record), after }];
    const change = merge.taken.get(keyOf(record));
    const isStill = unmoved.has(index);
    if (change?.what === 'changed') {
      const put = {
        op: 'put',
        kind,
        id,
        base: old.version,
        body: objectOf(change.theirs),
      } as const;
      return [isStill ? put : { ...put, after }];
    }
    return isStill ? [] : [{ op: 'move', kind, id, base: old.version, after }];
  });
}

const keyOf = ({ kind, id }: LooseRecord): string => recordKey(kind, id);

/** Whether a clause of ours is moved to another paper by a change that is taken. */
function leavesList(merge: Merge, record: StoredRecord, { name }: ListPair): boolean {
  const change = merge.taken.get(keyOf(record));
  if (record.kind !== 'clause' || change?.what !== 'changed') return false;
  return `clause/${textOf(change.theirs, 'paper')}` !== name;
}

/**
 * The records of a list after the merge, in their order. The order of one side is kept, ours unless
 * theirs is taken; a record that only the other side has stands behind the one it stood behind there.
 */
function wantedOrder(
  merge: Merge,
  { name, theirs }: ListPair,
  staying: readonly StoredRecord[],
): readonly LooseRecord[] {
  const ids = new Set(staying.map(({ id }) => id));
  const arriving = theirs.filter(
    (record) => ids.has(record.id) || isPlaced(merge, record) || merge.taken.has(keyOf(record)),
  );
  const isTheirs = merge.taken.has(orderKey(name)) || staying.length === 0;
  return isTheirs ? weave(arriving, staying) : weave(staying, arriving);
}

/** The first list with those records of the second that it lacks, each behind its forerunner. */
function weave(
  leading: readonly LooseRecord[],
  following: readonly LooseRecord[],
): readonly LooseRecord[] {
  const known = new Set(leading.map(({ id }) => id));
  const behind = new Map<string | null, LooseRecord[]>();
  let forerunner: string | null = null;
  for (const record of following) {
    if (known.has(record.id)) {
      forerunner = record.id;
      continue;
    }
    const group = behind.get(forerunner) ?? [];
    if (group.push(record) === 1) behind.set(forerunner, group);
  }
  const first = behind.get(null) ?? [];
  return [...first, ...leading.flatMap((record) => [record, ...(behind.get(record.id) ?? [])])];
}

/** The body of a new record; a paper brings its text. */
function newBody({ pair }: Merge, { kind, body }: LooseRecord): Record<string, unknown> {
  if (kind !== 'paper') return objectOf(body);
  const { sha256: _sha256, ...rest } = objectOf(body);
  return { ...rest, text: pair.texts.get(textOf(body, 'sha256')) ?? '' };
}

const objectOf = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
