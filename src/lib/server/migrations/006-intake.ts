import type { Kysely } from 'kysely';
import type { MigrationStep } from './migration-step.ts';

/**
 * Papers on their way into a dossier: the desk on which somebody cuts and describes them, and the
 * files that lie on it. The files are apart because they are long and hardly ever change.
 */
export const intake: MigrationStep = {
  name: '006-intake',
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('intake_desk')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('viewer', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('intake_file')
      .addColumn('desk', 'text', (c) =>
        c.notNull().references('intake_desk.id').onDelete('cascade'),
      )
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('document', 'text')
      .addPrimaryKeyConstraint('intake_file_key', ['desk', 'id'])
      .execute();
  },
};
