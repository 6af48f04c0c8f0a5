import type { Kysely } from 'kysely';
import type { MigrationStep } from './migration-step.ts';

/** Files between their preview and their import, where every server of an installation finds them. */
export const uploads: MigrationStep = {
  name: '003-uploads',
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('upload')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('viewer', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .execute();
  },
};
