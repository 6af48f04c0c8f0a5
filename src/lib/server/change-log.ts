import type { Kysely } from 'kysely';
import type { ChangeEntry, EntryPart } from '#lib/model/change-entry.ts';
import { isRecordKind, type RecordKind } from '#lib/model/record.ts';
import type { Reader } from './stored-state.ts';
import type { ChangePartTable, ChangeTable, Tables } from './tables.ts';

/** Which entries of the log are asked for. */
export interface ChangeQuery {
  /** Who asks: what is private to others is left out. */
  readonly viewer: string;
  /** Only changes with a higher number. */
  readonly after?: number;
  /** Only changes with a lower number. */
  readonly before?: number;
  readonly number?: number;
  readonly author?: string;
  /** Only changes of this record, or with `kind` alone of this kind. */
  readonly kind?: RecordKind;
  readonly record?: string;
  /** At most so many entries, 50 unless told. */
  readonly limit?: number;
  /** At most so many records of each entry, 20 unless told. */
  readonly partLimit?: number;
}

/** Entries of the log, newest first; those with nothing the reader may see are left out. */
export async function readChanges(
  db: Kysely<Tables>,
  dossier: string,
  query: ChangeQuery,
): Promise<readonly ChangeEntry[]> {
  const { viewer, after, before, number, author, kind, record } = query;
  let found = db
    .selectFrom('change')
    .selectAll('change')
    .where('change.dossier', '=', dossier)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('change_part')
          .select('change_part.part')
          .whereRef('change_part.dossier', '=', 'change.dossier')
          .whereRef('change_part.number', '=', 'change.number')
          .where((e) => e.or([e('private_to', 'is', null), e('private_to', '=', viewer)]))
          .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
          .$if(record !== undefined, (q) => q.where('change_part.id', '=', record ?? '')),
      ),
    );
  if (after !== undefined) found = found.where('number', '>', after);
  if (before !== undefined) found = found.where('number', '<', before);
  if (number !== undefined) found = found.where('number', '=', number);
  if (author !== undefined) found = found.where('author', '=', author);
  const rows = await found
    .orderBy('number', 'desc')
    .limit(query.limit ?? 50)
    .execute();
  return fillEntries(db, { dossier, rows, query });
}

interface Found {
  readonly dossier: string;
  readonly rows: readonly ChangeTable[];
  readonly query: ChangeQuery;
}

async function fillEntries(
  db: Kysely<Tables>,
  { dossier, rows, query }: Found,
): Promise<readonly ChangeEntry[]> {
  if (rows.length === 0) return [];
  const numbers = rows.map(({ number }) => number);
  const visible = db
    .selectFrom('change_part')
    .where('dossier', '=', dossier)
    .where('number', 'in', numbers)
    .where((eb) => eb.or([eb('private_to', 'is', null), eb('private_to', '=', query.viewer)]));
  const counts = await visible
    .select((eb) => ['number', eb.fn.countAll<number | string>().as('parts')])
    .groupBy('number')
    .execute();
  const { record, kind, partLimit = 20 } = query;
  const parts = await visible
    .selectAll()
    .$if(record === undefined, (q) => q.where('part', '<', partLimit))
    .$if(record !== undefined, (q) => q.where('id', '=', record ?? ''))
    .$if(kind !== undefined && record !== undefined, (q) => q.where('kind', '=', kind ?? ''))
    .orderBy('part')
    .execute();
  const undone = await db
    .selectFrom('change')
    .select(['number', 'undoes'])
    .where('dossier', '=', dossier)
    .where('undoes', 'in', numbers)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    author: row.author,
    authorName: row.author_name,
    action: row.action,
    note: row.note,
    undoes: row.undoes,
    undoneBy: undone.findLast(({ undoes }) => undoes === row.number)?.number ?? null,
    partCount: Number(counts.find(({ number }) => number === row.number)?.parts ?? 0),
    parts: parts.filter(({ number }) => number === row.number).flatMap(partOfRow),
  }));
}

function partOfRow(row: ChangePartTable): EntryPart[] {
  if (!isRecordKind(row.kind)) return [];
  const before: unknown = row.before_body === null ? null : JSON.parse(row.before_body);
  const after: unknown = row.after_body === null ? null : JSON.parse(row.after_body);
  const { kind, id, before_version: beforeVersion } = row;
  return [{ kind, id, what: whatOf(row), before, beforeVersion, after }];
}

function whatOf(row: ChangePartTable): EntryPart['what'] {
  if (row.before_body === null) return 'added';
  if (row.after_body === null) return 'deleted';
  return row.before_body === row.after_body ? 'moved' : 'changed';
}

/** The rows of one change, whoever may see them; for undoing and for answers given again. */
export function readParts(
  reader: Reader,
  dossier: string,
  number: number,
): Promise<readonly ChangePartTable[]> {
  return reader
    .selectFrom('change_part')
    .selectAll()
    .where('dossier', '=', dossier)
    .where('number', '=', number)
    .orderBy('part')
    .execute();
}

/** Who changed each of these records last, and when; null where nobody did. */
export async function findAuthors(
  reader: Reader,
  dossier: string,
  records: readonly { readonly kind: string; readonly id: string }[],
): Promise<
  readonly ({ readonly author: string; readonly name: string; readonly at: string } | null)[]
> {
  const authors = [];
  for (const { kind, id } of records) {
    const last = await reader
      .selectFrom('change_part')
      .innerJoin('change', (join) =>
        join
          .onRef('change.dossier', '=', 'change_part.dossier')
          .onRef('change.number', '=', 'change_part.number'),
      )
      .select(['change.author', 'change.author_name as name', 'change.at'])
      .where('change_part.dossier', '=', dossier)
      .where('change_part.kind', '=', kind)
      .where('change_part.id', '=', id)
      .orderBy('change.number', 'desc')
      .executeTakeFirst();
    authors.push(last ?? null);
  }
  return authors;
}
