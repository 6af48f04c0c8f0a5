// Files that somebody looks at before importing them; kept for an hour, for that person alone.
import type { Kysely } from 'kysely';
import { makeSecret } from './secret-text.ts';
import type { Tables } from './tables.ts';

const hourMs = 3_600_000;

/** Keeps a file and gives the name to ask for it by; forgets those whose hour is over. */
export async function keepUpload(
  db: Kysely<Tables>,
  {
    viewer,
    at,
    bytes,
  }: { readonly viewer: string; readonly at: string; readonly bytes: Uint8Array },
): Promise<string> {
  const over = new Date(Date.parse(at) - hourMs).toISOString();
  await db.deleteFrom('upload').where('at', '<', over).execute();
  const id = makeSecret();
  const content = Buffer.from(bytes).toString('base64');
  await db.insertInto('upload').values({ id, viewer, at, content }).execute();
  return id;
}

/** The file of that name and person; undefined when it is gone. */
export async function findUpload(
  db: Kysely<Tables>,
  { id, viewer }: { readonly id: string; readonly viewer: string },
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('upload')
    .select('content')
    .where('id', '=', id)
    .where('viewer', '=', viewer)
    .executeTakeFirst();
  return row && Buffer.from(row.content, 'base64');
}

/** Forgets a file. */
export async function dropUpload(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).execute();
}
