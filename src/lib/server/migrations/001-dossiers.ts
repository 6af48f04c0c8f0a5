import type { Kysely } from 'kysely';
import type { MigrationStep } from './migration-step.ts';

/** Dossiers as records with versions, the texts of their papers, and the log of changes. */
export const dossiers: MigrationStep = {
  name: '001-dossiers',
  async up(db: Kysely<unknown>, { places }): Promise<void> {
    await db.schema
      .createTable('installation')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('dossier')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('sequence', 'integer', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('changed_at', 'text', (c) => c.notNull())
      .addColumn('example_digest', 'text')
      .addColumn('example_sequence', 'integer')
      .execute();
    await db.schema
      .createTable('record')
      .addColumn('dossier', 'text', (c) => c.notNull().references('dossier.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('place', places, (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('private_to', 'text')
      .addPrimaryKeyConstraint('record_key', ['dossier', 'kind', 'id'])
      .execute();
    await db.schema
      .createTable('paper_text')
      .addColumn('dossier', 'text', (c) => c.notNull().references('dossier.id').onDelete('cascade'))
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('paper_text_key', ['dossier', 'sha256'])
      .execute();
    await createLog(db, places);
  },
};

async function createLog(
  db: Kysely<unknown>,
  places: Parameters<MigrationStep['up']>[1]['places'],
): Promise<void> {
  await db.schema
    .createTable('change')
    .addColumn('dossier', 'text', (c) => c.notNull().references('dossier.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('author_name', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('undoes', 'integer')
    .addColumn('request', 'text')
    .addPrimaryKeyConstraint('change_key', ['dossier', 'number'])
    .addUniqueConstraint('change_request', ['dossier', 'request'])
    .execute();
  await db.schema
    .createTable('change_part')
    .addColumn('dossier', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('part', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('before_version', 'integer')
    .addColumn('before_place', places)
    .addColumn('before_body', 'text')
    .addColumn('after_place', places)
    .addColumn('after_body', 'text')
    .addColumn('private_to', 'text')
    .addPrimaryKeyConstraint('change_part_key', ['dossier', 'number', 'part'])
    .addForeignKeyConstraint(
      'change_part_change',
      ['dossier', 'number'],
      'change',
      ['dossier', 'number'],
      (c) => c.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('change_part_record')
    .on('change_part')
    .columns(['dossier', 'kind', 'id', 'number'])
    .execute();
  await db.schema
    .createTable('visit')
    .addColumn('dossier', 'text', (c) => c.notNull().references('dossier.id').onDelete('cascade'))
    .addColumn('viewer', 'text', (c) => c.notNull())
    .addColumn('seen', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('visit_key', ['dossier', 'viewer'])
    .execute();
}
