import type { Dirent } from 'node:fs';
import { lstat, mkdir, opendir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { explainFileError } from './file-error.ts';

/** Which files of a folder are wanted, and how much of them is still a reasonable amount. */
export interface FolderRules {
  /** By path relative to the folder, with forward slashes. */
  readonly accepts: (path: string) => boolean;
  readonly limits: {
    readonly fileBytes: number;
    readonly totalBytes: number;
    readonly files: number;
  };
}

/**
 * Reads the accepted files of a folder and of the folders right inside it. Limits are held before
 * anything is read; a link that leads out of the folder, a pipe or an unreadable file is refused.
 */
export async function readBundleFolder(
  folder: string,
  rules: FolderRules,
): Promise<Parsed<ReadonlyMap<string, Uint8Array>>> {
  const root = await findRoot(folder);
  if (!root.ok) return root;
  const reading: Reading = { root: root.value, rules, problems: [] };
  const paths = await listFiles(reading);
  const files = new Map<string, Uint8Array>();
  if (reading.problems.length === 0) {
    let left = rules.limits.totalBytes;
    for (const path of paths) {
      const bytes = await readOne(reading, path, left);
      if (bytes === undefined) continue;
      left -= bytes.length;
      files.set(path, bytes);
    }
  }
  const { problems } = reading;
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: files };
}

interface Reading {
  /** The real path of the folder. */
  readonly root: string;
  readonly rules: FolderRules;
  readonly problems: Problem[];
}

async function findRoot(folder: string): Promise<Parsed<string>> {
  try {
    const root = await realpath(folder);
    if ((await lstat(root)).isDirectory()) return { ok: true, value: root };
    const message = 'this is a file; a dossier is a folder with dossier.json in it';
    return { ok: false, problems: [{ code: 'not_a_folder', path: folder, message }] };
  } catch (error) {
    return { ok: false, problems: [{ ...explainFileError(error), path: folder }] };
  }
}

/** Accepted files in the folder, then in its folders, in the order of their names. */
async function listFiles(reading: Reading): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(reading, '')) {
    if (reading.rules.accepts(entry.name)) found.push(entry.name);
    else if (entry.isDirectory() || entry.isSymbolicLink()) {
      const inner = await innerFiles(reading, entry);
      found.push(...inner);
    }
    if (found.length > reading.rules.limits.files) {
      const message = `there are more than ${reading.rules.limits.files} files; a dossier has fewer`;
      reading.problems.push({ code: 'too_many_files', path: entry.name, message });
      return [];
    }
  }
  return found.toSorted();
}

async function innerFiles(reading: Reading, folder: Dirent): Promise<readonly string[]> {
  // A folder no accepted file could lie in is never opened.
  if (!reading.rules.accepts(`${folder.name}/x.md`)) return [];
  if (!(await isInside(reading, folder.name))) return [];
  const entries = await entriesOf(reading, folder.name);
  return entries.map(({ name }) => `${folder.name}/${name}`).filter(reading.rules.accepts);
}

async function entriesOf({ root, rules, problems }: Reading, path: string): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(join(root, path))) {
      entries.push(entry);
      if (entries.length > rules.limits.files * 10) break;
    }
  } catch (error) {
    problems.push({ ...explainFileError(error), path: path === '' ? '(whole)' : path });
  }
  return entries;
}

async function isInside({ root, problems }: Reading, path: string): Promise<boolean> {
  try {
    const real = await realpath(join(root, path));
    if (real.startsWith(root.endsWith(sep) ? root : root + sep)) return true;
    const message = 'this link leads out of the folder; put the file itself there';
    problems.push({ code: 'link_outside', path, message });
  } catch (error) {
    problems.push({ ...explainFileError(error), path });
  }
  return false;
}

async function readOne(
  reading: Reading,
  path: string,
  left: number,
): Promise<Uint8Array | undefined> {
  const { root, rules, problems } = reading;
  if (!(await isInside(reading, path))) return undefined;
  try {
    const real = await realpath(join(root, path));
    // Opening a pipe would wait for ever, so that the kind of file is looked at before.
    if (!(await lstat(real)).isFile()) {
      const message = 'a file has to stand here, not a folder, pipe or device';
      problems.push({ code: 'not_a_file', path, message });
      return undefined;
    }
    const { size } = await stat(real);
    if (size > rules.limits.fileBytes || size > left) {
      const most = Math.min(rules.limits.fileBytes, rules.limits.totalBytes);
      const message = `too large: a file of a dossier has at most ${megabytes(most)}, all together ${megabytes(rules.limits.totalBytes)}`;
      problems.push({ code: 'file_too_large', path, message });
      return undefined;
    }
    return await readFile(real);
  } catch (error) {
    problems.push({ ...explainFileError(error), path });
    return undefined;
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/**
 * Writes files into a folder, which is made when it is missing. Each file appears whole or not at
 * all, dossier.json last, so that a reader never sees it name a paper that is not there yet.
 */
export async function writeBundleFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  accepts: (path: string) => boolean,
): Promise<Parsed<undefined>> {
  const stray = [...files.keys()].find((path) => !accepts(path) || path.includes('..'));
  if (stray !== undefined) {
    const message = 'this name does not belong into a dossier, so nothing was written';
    return { ok: false, problems: [{ code: 'name_refused', path: stray, message }] };
  }
  try {
    await mkdir(folder, { recursive: true });
    const root = await realpath(folder);
    const paths = [...files.keys()].toSorted((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1));
    for (const path of paths) {
      const target = join(root, path);
      await mkdir(dirname(target), { recursive: true });
      const problems: Problem[] = [];
      const parent = dirname(path);
      const inside = parent === '.' || (await isInside({ root, problems, rules: noRules }, parent));
      if (!inside) return { ok: false, problems };
      await writeFileAtomically(target, files.get(path) ?? new Uint8Array());
    }
    return { ok: true, value: undefined };
  } catch (error) {
    return { ok: false, problems: [{ ...explainFileError(error), path: folder }] };
  }
}

const depth = (path: string): number => path.split('/').length;
const noRules: FolderRules = {
  accepts: () => false,
  limits: { fileBytes: 0, totalBytes: 0, files: 0 },
};
