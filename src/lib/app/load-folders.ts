import type { Database } from '#lib/server/database.ts';
import type { DossierStore } from '#lib/server/dossier-store.ts';
import type { Library, LibraryEntry } from './library.ts';

/** What loading needs of a workspace. */
interface Shelf {
  readonly database: Database;
  readonly store: DossierStore;
  readonly folders: Library;
}

const program = { id: 'parley', name: 'Parley' } as const;

/**
 * Loads the bundles that lie in folders (the examples, and those put into the data folder by hand)
 * as far as the database never saw them. Each version of a bundle is loaded once: a dossier that was
 * deleted afterwards stays deleted, and one that is there already is left as it is, unless it is an
 * example nobody has edited, which follows the version that came with the program.
 */
export async function loadFolders(shelf: Shelf, now: string): Promise<void> {
  for (const entry of await shelf.folders.list()) await loadEntry(shelf, entry, now);
}

async function loadEntry(
  { database, store }: Shelf,
  { loaded, origin }: LibraryEntry,
  now: string,
): Promise<void> {
  if (!loaded.ok) return;
  const { dossier, digest } = loaded.value;
  if (await isLoaded(database, digest)) return;
  const isExample = origin === 'example';
  const stored = (await store.list()).find(({ id }) => id === dossier.id);
  const isUntouchedExample =
    isExample && stored !== undefined && stored.sequence === stored.exampleSequence;
  if (isUntouchedExample) await store.remove(dossier.id);
  if (stored === undefined || isUntouchedExample) {
    const terms = { author: program, at: now, action: isExample ? 'example' : 'import' };
    await store.create(dossier, isExample ? { ...terms, example: digest } : terms);
  }
  await rememberLoaded(database, digest, now);
}

/** Only the digest is kept, so that nothing of a deleted dossier stays. */
const keyOf = (digest: string): string => `loaded:${digest}`;

async function isLoaded({ db }: Database, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('installation')
    .select('key')
    .where('key', '=', keyOf(digest))
    .executeTakeFirst();
  return row !== undefined;
}

async function rememberLoaded({ db }: Database, digest: string, now: string): Promise<void> {
  await db
    .insertInto('installation')
    .values({ key: keyOf(digest), value: now })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
}
