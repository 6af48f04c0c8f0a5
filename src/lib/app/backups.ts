// Backups of everything, in a folder of the data: made while people work, restored when verified.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parsed } from '#lib/model/parsed.ts';
import type { BackupManifest } from '#lib/server/backup-format.ts';
import { writeBackup } from '#lib/server/backup.ts';
import { readManifest, verifyBackup } from '#lib/server/read-backup.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import type { Workspace } from './workspace.ts';

/** A backup in the folder of backups. */
export interface StoredBackup {
  readonly name: string;
  readonly bytes: number;
  readonly createdAt: string;
  readonly dossiers: readonly string[];
}

type Place = Pick<Workspace, 'place'>;

const folderOf = ({ place }: Place): string => join(place.dataFolder, 'backups');

/** What files of this folder are called; nothing else is opened, so no path leads out of it. */
const nameForm = /^parley-[\w-]{1,60}\.zip$/;

/** The file of a backup by its name; undefined for a name that is none. */
export const backupFile = (workspace: Place, name: string): string | undefined =>
  nameForm.test(name) ? join(folderOf(workspace), name) : undefined;

/** The backups in the folder, newest first; files that are none are left out. */
export async function listBackups(workspace: Place): Promise<readonly StoredBackup[]> {
  const names = await readdir(folderOf(workspace)).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => nameForm.test(name))
      .map(async (name): Promise<StoredBackup[]> => {
        const file = join(folderOf(workspace), name);
        const manifest = await readManifest(file);
        if (!manifest.ok) return [];
        const { createdAt, dossiers } = manifest.value;
        const { size: bytes } = await stat(file);
        return [{ name, bytes, createdAt, dossiers: dossiers.map(({ id }) => id) }];
      }),
  );
  return found.flat().toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Saves everything to a new file of the folder; `why` stands in its name. */
export async function makeBackup(
  workspace: Place,
  at: string,
  why?: 'before-restore',
): Promise<Parsed<StoredBackup>> {
  const stamp = at.replace(/\.\d+Z$/, 'Z').replace(/[:.]/g, '-');
  const name = `parley-${stamp}${why === undefined ? '' : `-${why}`}.zip`;
  const file = join(folderOf(workspace), name);
  const written = await writeBackup(workspace.place.database, { file, at });
  if (!written.ok) return written;
  const { bytes, manifest } = written.value;
  const dossiers = manifest.dossiers.map(({ id }) => id);
  return { ok: true, value: { name, bytes, createdAt: manifest.createdAt, dossiers } };
}

/** Saves everything to a file anywhere. */
export async function writeDatabaseBackup(
  { place }: Place,
  file: string,
  at: string,
): Promise<Parsed<BackupManifest>> {
  const written = await writeBackup(place.database, { file, at });
  return written.ok ? { ok: true, value: written.value.manifest } : written;
}

/** Checks every hash of a backup. */
export async function inspectBackup(file: string): Promise<Parsed<BackupManifest>> {
  const verified = await verifyBackup(file);
  return verified.ok ? { ok: true, value: verified.value.manifest } : verified;
}

/** Deletes a backup. */
export async function deleteBackup(workspace: Place, name: string): Promise<void> {
  const file = backupFile(workspace, name);
  if (file !== undefined) await rm(file, { force: true });
}

/** What a restore did. */
export interface Restored {
  readonly manifest: BackupManifest;
  /** The backup of what was there before. */
  readonly safety: StoredBackup;
}

/**
 * Puts a backup in the place of everything, when every hash in it is right. What was there before is
 * saved first, so that this can be undone too.
 */
export async function restoreFrom(
  workspace: Workspace,
  file: string,
  at: string,
): Promise<Parsed<Restored>> {
  const verified = await verifyBackup(file);
  if (!verified.ok) return verified;
  const safety = await makeBackup(workspace, at, 'before-restore');
  if (!safety.ok) return safety;
  const restored = await restoreBackup(workspace.database, verified.value);
  if (!restored.ok) return restored;
  return { ok: true, value: { manifest: restored.value, safety: safety.value } };
}
