import { sql, type Kysely } from 'kysely';
import type { MigrationStep } from './migration-step.ts';

/**
 * What a search finds, and the index of the engine over it. The words are cut and folded before they
 * come here, and spelled in letters and digits that both engines leave as they are. What goes from the
 * table goes from the index with it.
 */
export const search: MigrationStep = {
  name: '004-search',
  async up(db: Kysely<unknown>, { engine }): Promise<void> {
    await db.schema
      .createTable('search_entry')
      .addColumn('number', engine === 'sqlite' ? 'integer' : 'bigserial', (c) => c.primaryKey())
      .addColumn('dossier', 'text', (c) => c.notNull().references('dossier.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('record', 'text', (c) => c.notNull())
      .addColumn('private_to', 'text')
      .addColumn('heading', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('heading_words', 'text', (c) => c.notNull())
      .addColumn('body_words', 'text', (c) => c.notNull())
      .addUniqueConstraint('search_entry_record', ['dossier', 'kind', 'record'])
      .execute();
    // Which form the index has; none before it was made.
    await db.schema
      .createTable('search_state')
      .addColumn('version', 'text', (c) => c.primaryKey())
      .execute();
    if (engine === 'sqlite') await indexInSqlite(db);
    else await indexInPostgres(db);
  },
};

async function indexInSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search_index using fts5(heading_words, body_words, content='search_entry', content_rowid='number', tokenize='ascii')`.execute(
    db,
  );
  // What is deleted is overwritten in the index too.
  await sql`insert into search_index(search_index, rank) values('secure-delete', 1)`.execute(db);
  await sql`create trigger search_entry_added after insert on search_entry begin
    insert into search_index(rowid, heading_words, body_words)
      values (new.number, new.heading_words, new.body_words);
    end`.execute(db);
  await sql`create trigger search_entry_gone after delete on search_entry begin
    insert into search_index(search_index, rowid, heading_words, body_words)
      values ('delete', old.number, old.heading_words, old.body_words);
    end`.execute(db);
}

async function indexInPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_entry add column words tsvector generated always as (
    setweight(to_tsvector('simple', heading_words), 'A') ||
    setweight(to_tsvector('simple', body_words), 'B')) stored`.execute(db);
  await sql`create index search_entry_words on search_entry using gin (words)`.execute(db);
}
