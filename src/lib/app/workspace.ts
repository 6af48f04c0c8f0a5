import { join } from 'node:path';
import type { Parsed } from '#lib/model/parsed.ts';
import { openDatabase, type Database, type DatabasePlace } from '#lib/server/database.ts';
import { openDossierStore, type DossierStore } from '#lib/server/dossier-store.ts';
import { ensureIndexed } from '#lib/server/search-index.ts';
import { readStorage } from '#lib/server/settings.ts';
import { openLibrary, ownDossiers, type Library } from './library.ts';
import { loadFolders } from './load-folders.ts';

/** Where a Parley keeps its things. */
export interface WorkspacePlace {
  readonly dataFolder: string;
  readonly database: DatabasePlace;
  /** The folder of the examples that come with Parley. */
  readonly examples: string;
}

/** An open Parley: its database with the dossiers, and the folders dossiers are loaded from. */
export interface Workspace {
  readonly place: WorkspacePlace;
  readonly database: Database;
  readonly store: DossierStore;
  /** The examples and the bundles put into the data folder by hand. */
  readonly folders: Library;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database, brings it to today's form, and loads the examples that it never had. `now` is
 * the time for the log, an ISO time in UTC.
 */
export async function openWorkspace(
  place: WorkspacePlace,
  now: string,
): Promise<Parsed<Workspace>> {
  const opened = await openDatabase(place.database);
  if (!opened.ok) return opened;
  const database = opened.value;
  const store = openDossierStore(database);
  const own = ownDossiers(place.dataFolder);
  const folders = openLibrary({ examples: place.examples, own });
  const workspace = { place, database, store, folders, close: () => database.close() };
  try {
    await ensureIndexed(database);
    await loadFolders(workspace, now);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { ok: true, value: workspace };
}

/** Where everything lies, as the environment says; `root` is the folder of the program. */
export const placeFromEnvironment = (env: NodeJS.ProcessEnv, root: string): WorkspacePlace => ({
  ...readStorage(env),
  examples: join(root, 'data'),
});
