import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DossierProblem } from '#lib/model/dossier-problem.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { bundleLimits, isBundleFile, type BundleFiles } from '#lib/formats/bundle.ts';
import { readBundleFolder } from '#lib/server/bundle-folder.ts';
import { readBundle } from './read-bundle.ts';

/** A dossier as it was read from a folder, fit to be compared. */
export interface LoadedDossier {
  readonly dossier: Dossier;
  readonly folder: string;
  /** SHA-256 over all its files: the same digest is the same dossier. */
  readonly digest: string;
  /** What a person should look at; paths name file and place. */
  readonly warnings: readonly DossierProblem[];
}

/** One folder of the library: a dossier, or what is wrong with it. */
export interface LibraryEntry {
  /** The dossier's id; the name of its folder when it cannot be read. */
  readonly id: string;
  readonly origin: 'own' | 'example';
  readonly folder: string;
  readonly loaded: Parsed<LoadedDossier>;
  /** True for an own dossier that hides an example of the same id. */
  readonly hidesExample: boolean;
}

export interface Library {
  /** All dossiers, own ones first, each group by folder name; broken ones with their problems. */
  readonly list: () => Promise<readonly LibraryEntry[]>;
  /** A dossier by its id alone; paths are unknown ids here. */
  readonly load: (id: string) => Promise<Parsed<LoadedDossier>>;
  /** The dossier in a folder anywhere on the disk, for callers who may read the whole disk anyway. */
  readonly loadFolder: (folder: string) => Promise<Parsed<LoadedDossier>>;
  /** What a person typed: a path when it looks like one, else an id, else a folder of that name. */
  readonly find: (reference: string) => Promise<Parsed<LoadedDossier>>;
}

/** Where dossiers lie: the examples that come with Parley, and one's own. Either may be missing. */
export interface LibraryFolders {
  readonly examples: string;
  readonly own: string;
}

/** The folder of one's own dossiers under the data folder of Parley. */
export const ownDossiers = (dataFolder: string | undefined): string =>
  join(resolve(dataFolder === undefined || dataFolder === '' ? '.parley' : dataFolder), 'dossiers');

/** Opens the library; reads nothing yet. A dossier whose files have not changed is parsed once. */
export function openLibrary(folders: LibraryFolders): Library {
  const cache = new Map<string, Parsed<LoadedDossier>>();
  const loadFolder = (folder: string): Promise<Parsed<LoadedDossier>> => readDossier(folder, cache);
  const list = async (): Promise<readonly LibraryEntry[]> => {
    const own = await listFolder(folders.own, 'own', loadFolder);
    const examples = await listFolder(folders.examples, 'example', loadFolder);
    const ids = new Set(examples.map(({ id }) => id));
    const ownIds = new Set(own.map(({ id }) => id));
    return [
      ...own.map((entry) => ({ ...entry, hidesExample: ids.has(entry.id) })),
      ...examples.filter(({ id }) => !ownIds.has(id)),
    ];
  };
  const load = async (id: string): Promise<Parsed<LoadedDossier>> => {
    const entries = await list();
    const entry = entries.find((candidate) => candidate.id === id);
    return entry?.loaded ?? unknownDossier(id, entries);
  };
  const find = async (reference: string): Promise<Parsed<LoadedDossier>> => {
    if (/[\\/]|^\.{1,2}$/.test(reference)) return loadFolder(reference);
    const loaded = await load(reference);
    if (loaded.ok || loaded.problems[0]?.code !== 'unknown_dossier') return loaded;
    const folder = await loadFolder(reference);
    return !folder.ok && folder.problems[0]?.code === 'not_found' ? loaded : folder;
  };
  return { list, load, loadFolder, find };
}

function unknownDossier(id: string, entries: readonly LibraryEntry[]): Parsed<never> {
  const known = entries.map((entry) => entry.id).join(', ') || 'none';
  const message = `there is no dossier of this id and no such folder (known dossiers: ${known})`;
  return { ok: false, problems: [{ code: 'unknown_dossier', path: id, message }] };
}

type LoadFolder = (folder: string) => Promise<Parsed<LoadedDossier>>;

/** The dossiers in the folders right inside `parent`; two of one id are both told. */
async function listFolder(
  parent: string,
  origin: LibraryEntry['origin'],
  loadFolder: LoadFolder,
): Promise<readonly LibraryEntry[]> {
  const names = await folderNames(parent);
  const entries: LibraryEntry[] = [];
  for (const name of names) {
    const folder = join(parent, name);
    const loaded = await loadFolder(folder);
    const id = loaded.ok ? loaded.value.dossier.id : name;
    const twin = entries.find((entry) => entry.id === id);
    const entry = { id, origin, folder, loaded, hidesExample: false };
    entries.push(twin === undefined ? entry : { ...entry, id: name, loaded: sameId(id, twin) });
  }
  return entries;
}

function sameId(id: string, twin: LibraryEntry): Parsed<never> {
  const message = `the dossier has the id ${id}, as the one in ${twin.folder}; give one another id`;
  return {
    ok: false,
    problems: [{ code: 'duplicate_dossier', path: 'dossier.json: id', message }],
  };
}

/** Folders by name; a missing parent has none. Hidden ones are nobody's dossiers. */
async function folderNames(parent: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(parent, { withFileTypes: true });
    const folders = entries.filter((e) => e.isDirectory() && !e.name.startsWith('.'));
    return folders.map(({ name }) => name).toSorted();
  } catch {
    return [];
  }
}

const mostCached = 100;

async function readDossier(
  folder: string,
  cache: Map<string, Parsed<LoadedDossier>>,
): Promise<Parsed<LoadedDossier>> {
  const files = await readBundleFolder(folder, { accepts: isBundleFile, limits: bundleLimits });
  if (!files.ok) return files;
  const digest = digestFiles(files.value);
  const key = `${digest} ${folder}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const read = readBundle(files.value);
  const loaded: Parsed<LoadedDossier> = read.ok
    ? { ok: true, value: { ...read.value, folder, digest } }
    : read;
  if (cache.size >= mostCached) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, loaded);
  return loaded;
}

function digestFiles(files: BundleFiles): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].toSorted()) {
    const bytes = files.get(path) ?? new Uint8Array();
    hash.update(`${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
