import { sql, type Kysely } from 'kysely';
import type { MigrationStep } from './migration-step.ts';

/** Who looks at which dossier right now, from whichever server. */
export const presence: MigrationStep = {
  name: '005-presence',
  async up(db: Kysely<unknown>, { engine }): Promise<void> {
    await db.schema
      .createTable('presence')
      .addColumn('stream', 'text', (c) => c.primaryKey())
      .addColumn('dossier', 'text', (c) => c.notNull().references('dossier.id').onDelete('cascade'))
      .addColumn('viewer', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('presence_dossier').on('presence').column('dossier').execute();
    if (engine === 'postgres') await wakeByTriggers(db);
  },
};

/** A change wakes the other servers when it is committed, and not before. */
async function wakeByTriggers(db: Kysely<unknown>): Promise<void> {
  await sql`create function parley_wake() returns trigger language plpgsql as
    $$ begin perform pg_notify('parley', ''); return null; end $$`.execute(db);
  await sql`create trigger change_wakes after insert on change
    for each statement execute function parley_wake()`.execute(db);
  await sql`create trigger dossier_wakes after delete on dossier
    for each statement execute function parley_wake()`.execute(db);
}
