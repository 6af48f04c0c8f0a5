// Full-text search by the engines' own indexes: FTS5 and tsvector, over the same words.
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { RecordSet } from '#lib/model/apply-edits.ts';
import { searchTextOf } from '#lib/model/search-text.ts';
import { findWords, type SearchTerm } from '#lib/model/search-words.ts';
import type { StoredRecord } from '#lib/model/record.ts';
import type { Database } from './database.ts';
import { insertAll, readMark, readState } from './stored-state.ts';
import type { SearchEntryTable, Tables } from './tables.ts';

/** Counts up when words are cut or folded otherwise, or other texts are searched. */
const indexVersion = '1';

/** A word in letters both engines take for one word: its bytes in hexadecimal. */
const spell = (word: string): string => `w${Buffer.from(word, 'utf8').toString('hex')}`;

/** The longest word an index takes; what is longer is no word of a language. */
const longestWord = 60;

const spellText = (text: string): string =>
  findWords(text)
    .map(({ folded }) => spell(folded.slice(0, longestWord)))
    .join(' ');

/** What every engine keeps: whole signs, and no NUL. */
const keepable = (text: string): string => text.toWellFormed().replaceAll('\u0000', ' ');

type EntryRow = Omit<SearchEntryTable, 'number'>;

function entryOf(dossier: string, record: StoredRecord, set: RecordSet): EntryRow | undefined {
  const text = searchTextOf(record, set);
  if (text === undefined) return undefined;
  const [heading, body] = [keepable(text.heading), keepable(text.body)];
  return {
    ...{ dossier, kind: record.kind, record: record.id, private_to: record.privateTo },
    ...{ heading, body, heading_words: spellText(heading), body_words: spellText(body) },
  };
}

/** Brings the index up to what a change did; part of its transaction. */
export async function indexChanges(
  trx: Transaction<Tables>,
  dossier: string,
  {
    changes,
    set,
  }: {
    readonly changes: readonly {
      readonly kind: string;
      readonly id: string;
      readonly before: StoredRecord | null;
      readonly after: StoredRecord | null;
    }[];
    readonly set: RecordSet;
  },
): Promise<void> {
  for (const { kind, id, before } of changes) {
    if (before === null) continue;
    await trx
      .deleteFrom('search_entry')
      .where('dossier', '=', dossier)
      .where('kind', '=', kind)
      .where('record', '=', id)
      .execute();
  }
  const entries = changes.flatMap(({ after }) =>
    after === null ? [] : (entryOf(dossier, after, set) ?? []),
  );
  await insertEntries(trx, entries);
}

const insertEntries = (trx: Transaction<Tables>, entries: readonly EntryRow[]): Promise<void> =>
  insertAll(trx, 'search_entry', entries);

/** Makes the whole index anew; part of a transaction. */
export async function rebuildIndex(trx: Transaction<Tables>): Promise<void> {
  await trx.deleteFrom('search_entry').execute();
  const dossiers = await trx.selectFrom('dossier').select('id').execute();
  for (const { id } of dossiers) {
    const mark = await readMark(trx, id);
    const state = mark === undefined ? undefined : await readState(trx, id, mark);
    // A dossier that cannot be read is told where it is opened; here it is only not found.
    if (state?.ok !== true) continue;
    const { set } = state.value;
    const entries = [...set.records.values()].flatMap((record) => entryOf(id, record, set) ?? []);
    await insertEntries(trx, entries);
  }
  await trx.deleteFrom('search_state').execute();
  await trx.insertInto('search_state').values({ version: indexVersion }).execute();
}

/** Makes the index of a database that has none yet, or one of an older form. */
export async function ensureIndexed({ db, engine }: Database): Promise<void> {
  if (await isIndexed(db)) return;
  await db.transaction().execute(async (trx) => {
    // Two servers that start together: the second waits here, and finds it done.
    if (engine === 'postgres') await sql`lock table search_state in exclusive mode`.execute(trx);
    if (!(await isIndexed(trx))) await rebuildIndex(trx);
  });
}

async function isIndexed(db: Kysely<Tables>): Promise<boolean> {
  const known = await db.selectFrom('search_state').select('version').executeTakeFirst();
  return known?.version === indexVersion;
}

/** What is looked for, where, by whom. */
export interface SearchRequest {
  readonly terms: readonly SearchTerm[];
  /** The dossiers that are looked through; no other is. */
  readonly dossiers: readonly string[];
  /** Whose private notes are found; nobody else's are. */
  readonly viewer: string;
  readonly kind?: string;
  readonly limit: number;
  readonly offset: number;
}

export interface SearchHit {
  readonly dossier: string;
  readonly kind: string;
  readonly record: string;
  readonly heading: string;
  readonly body: string;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
}

/** Finds records, the best first. */
export async function searchEntries(
  { db, engine }: Database,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const { dossiers, viewer, kind, limit, offset } = request;
  const query = engine === 'sqlite' ? fts5Query(request.terms) : tsQuery(request.terms);
  if (query === undefined || dossiers.length === 0) return { hits: [], total: 0 };
  const matching =
    engine === 'sqlite'
      ? sql`search_entry join search_index on search_index.rowid = search_entry.number where search_index match ${query}`
      : sql`search_entry where words @@ to_tsquery('simple', ${query})`;
  const rank: RawBuilder<unknown> =
    engine === 'sqlite'
      ? sql`bm25(search_index, 4.0, 1.0)`
      : sql`-ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', words, to_tsquery('simple', ${query}))`;
  const rights = sql`search_entry.dossier in (${sql.join(dossiers)}) and (search_entry.private_to is null or search_entry.private_to = ${viewer})`;
  const ofKind = kind === undefined ? sql`` : sql` and search_entry.kind = ${kind}`;
  const { rows } = await sql<SearchHit>`select search_entry.dossier, search_entry.kind,
      search_entry.record, search_entry.heading, search_entry.body
    from ${matching} and ${rights}${ofKind}
    order by ${rank}, search_entry.dossier, search_entry.kind, search_entry.record
    limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(db);
  const counted = await countMatches(db, sql`${matching} and ${rights}${ofKind}`);
  return { hits: rows, total: counted };
}

async function countMatches(db: Kysely<Tables>, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    count: number | string;
  }>`select count(*) as count from ${from}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

const cut = (word: string): string => spell(word.slice(0, longestWord));

/** The query as FTS5 reads it; undefined when there is nothing to find. */
function fts5Query(terms: readonly SearchTerm[]): string | undefined {
  const tell = ({ words, open }: SearchTerm): string =>
    `"${words.map(cut).join(' ')}"${open ? '*' : ''}`;
  const wanted = terms.filter(({ excluded }) => !excluded).map(tell);
  const unwanted = terms.filter(({ excluded }) => excluded).map(tell);
  if (wanted.length === 0) return undefined;
  return `(${wanted.join(' AND ')})${unwanted.map((one) => ` NOT ${one}`).join('')}`;
}

/** The query as PostgreSQL reads it; undefined when there is nothing to find. */
function tsQuery(terms: readonly SearchTerm[]): string | undefined {
  if (terms.every(({ excluded }) => excluded)) return undefined;
  return terms
    .map(({ words, open, excluded }) => {
      const phrase = words
        .map((word, index) => `${cut(word)}${open && index === words.length - 1 ? ':*' : ''}`)
        .join(' <-> ');
      return `${excluded ? '!' : ''}(${phrase})`;
    })
    .join(' & ');
}
