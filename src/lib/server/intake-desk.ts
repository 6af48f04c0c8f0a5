// Desks on which papers are prepared before they enter a dossier, with the files that lie on them. A
// desk is kept for a week after its last change, for the person alone who laid it out.
import type { Kysely } from 'kysely';
import { makeSecret } from './secret-text.ts';
import type { Tables } from './tables.ts';

const weekMs = 7 * 24 * 3_600_000;
/** So often a change is tried again because another came first. */
const mostTries = 20;

/** A desk by its secret name and the person it belongs to. */
export interface DeskKey {
  readonly id: string;
  readonly viewer: string;
}

/** A file of a desk by its name there. */
export interface DeskFileKey {
  readonly desk: string;
  readonly id: string;
}

/** Lays out a desk and gives its name; clears away those whose week is over. */
export async function layDesk(
  db: Kysely<Tables>,
  { viewer, at, state }: { readonly viewer: string; readonly at: string; readonly state: string },
): Promise<string> {
  const over = new Date(Date.parse(at) - weekMs).toISOString();
  await db.deleteFrom('intake_desk').where('at', '<', over).execute();
  const id = makeSecret();
  await db.insertInto('intake_desk').values({ id, viewer, at, version: 1, state }).execute();
  return id;
}

/** The state of a desk of that person; undefined when it is gone or another's. */
export async function findDesk(
  db: Kysely<Tables>,
  { id, viewer }: DeskKey,
): Promise<{ readonly version: number; readonly state: string } | undefined> {
  return db
    .selectFrom('intake_desk')
    .select(['version', 'state'])
    .where('id', '=', id)
    .where('viewer', '=', viewer)
    .executeTakeFirst();
}

/** The desks of a person, the one changed last first. */
export async function listDesks(
  db: Kysely<Tables>,
  viewer: string,
): Promise<readonly { readonly id: string; readonly at: string; readonly state: string }[]> {
  return db
    .selectFrom('intake_desk')
    .select(['id', 'at', 'state'])
    .where('viewer', '=', viewer)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
}

/** What becomes of a desk: its next state, or nothing with an answer. */
export interface DeskPlan<T> {
  /** Undefined leaves the desk as it is. */
  readonly state: string | undefined;
  readonly answer: T;
}

/**
 * Changes a desk by a plan made on its newest state; the plan is made anew when somebody else was
 * faster. Undefined when the desk is gone.
 */
export async function changeDesk<T>(
  db: Kysely<Tables>,
  { id, viewer, at }: DeskKey & { readonly at: string },
  plan: (state: string) => DeskPlan<T>,
): Promise<T | undefined> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const found = await findDesk(db, { id, viewer });
    if (found === undefined) return undefined;
    const { state, answer } = plan(found.state);
    if (state === undefined) return answer;
    const { numUpdatedRows } = await db
      .updateTable('intake_desk')
      .set({ state, at, version: found.version + 1 })
      .where('id', '=', id)
      .where('version', '=', found.version)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return answer;
  }
  throw new Error('a desk was changed by others again and again');
}

/** Takes all files off a desk and leaves a word of what became of them. */
export async function emptyDesk(
  db: Kysely<Tables>,
  { id, viewer, at, state }: DeskKey & { readonly at: string; readonly state: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('intake_desk')
      .set((eb) => ({ state, at, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('viewer', '=', viewer)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await trx.deleteFrom('intake_file').where('desk', '=', id).execute();
  });
}

/** Clears a desk away with its files. */
export async function clearDesk(db: Kysely<Tables>, { id, viewer }: DeskKey): Promise<void> {
  await db.deleteFrom('intake_desk').where('id', '=', id).where('viewer', '=', viewer).execute();
}

/** Puts a file on a desk and gives its name there. */
export async function layFile(
  db: Kysely<Tables>,
  { desk, bytes }: { readonly desk: string; readonly bytes: Uint8Array },
): Promise<string> {
  const id = makeSecret();
  const content = Buffer.from(bytes).toString('base64');
  await db.insertInto('intake_file').values({ desk, id, content, document: null }).execute();
  return id;
}

/** The bytes of a file on a desk. */
export async function findFileBytes(
  db: Kysely<Tables>,
  { desk, id }: DeskFileKey,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('intake_file')
    .select('content')
    .where('desk', '=', desk)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && Buffer.from(row.content, 'base64');
}

/** Keeps what reading a file gave. */
export async function keepDocument(
  db: Kysely<Tables>,
  { desk, id, document }: DeskFileKey & { readonly document: string },
): Promise<void> {
  await db
    .updateTable('intake_file')
    .set({ document })
    .where('desk', '=', desk)
    .where('id', '=', id)
    .execute();
}

/** What reading a file gave, as JSON; undefined before it was read. */
export async function findDocument(
  db: Kysely<Tables>,
  { desk, id }: DeskFileKey,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('intake_file')
    .select('document')
    .where('desk', '=', desk)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.document ?? undefined;
}

/** Takes a file off a desk. */
export async function removeFile(db: Kysely<Tables>, { desk, id }: DeskFileKey): Promise<void> {
  await db.deleteFrom('intake_file').where('desk', '=', desk).where('id', '=', id).execute();
}
