// A dossier as one file to carry away, and back: a .zip of its bundle, or that locked with a
// passphrase (.zip.age).
import { bundleLimits, dossierFile, isBundleFile, type BundleFiles } from '#lib/formats/bundle.ts';
import { formatBundle } from '#lib/formats/format-bundle.ts';
import type { DossierProblem } from '#lib/model/dossier-problem.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { withoutPrivateNotes } from '#lib/model/shared-dossier.ts';
import { readBundleFolder } from '#lib/server/bundle-folder.ts';
import { decryptFile, encryptFile, isEncryptedFile } from '#lib/server/encrypted-file.ts';
import { readZip, writeZip } from '#lib/server/zip.ts';
import { readBundle, type ReadBundle } from './read-bundle.ts';

/** The files of a dossier for other eyes: everybody's private notes stay here. */
export const shareBundle = (dossier: Dossier): Parsed<BundleFiles> =>
  formatBundle(withoutPrivateNotes(dossier));

/** A dossier as a .zip; the same dossier always gives the same bytes. */
export function packDossier(dossier: Dossier): Parsed<Uint8Array> {
  const files = shareBundle(dossier);
  return files.ok ? { ok: true, value: writeZip(files.value) } : files;
}

/** A dossier as a .zip.age, which only the passphrase opens. */
export async function packLockedDossier(
  dossier: Dossier,
  passphrase: string,
): Promise<Parsed<Uint8Array>> {
  const packed = packDossier(dossier);
  return packed.ok ? encryptFile(packed.value, passphrase) : packed;
}

/** Reads a dossier from the bytes of a .zip or .zip.age; the latter asks for its passphrase. */
export async function unpackDossier(
  bytes: Uint8Array,
  passphrase?: string,
): Promise<Parsed<ReadBundle>> {
  if (!isEncryptedFile(bytes)) return readArchive(bytes);
  if (passphrase === undefined || passphrase === '') {
    const message = 'this file is encrypted; give the passphrase it was made with';
    return { ok: false, problems: [{ code: 'passphrase_missing', path: 'passphrase', message }] };
  }
  const opened = await decryptFile(bytes, passphrase);
  return opened.ok ? readArchive(opened.value) : opened;
}

/** Reads a dossier from a folder of the disk. */
export async function unpackFolder(folder: string): Promise<Parsed<ReadBundle>> {
  const files = await readBundleFolder(folder, { accepts: isBundleFile, limits: bundleLimits });
  return files.ok ? readForeign(files.value) : files;
}

async function readArchive(bytes: Uint8Array): Promise<Parsed<ReadBundle>> {
  const content = await readZip(bytes, { choose: chooseBundle, limits: bundleLimits });
  if (!content.ok) return content;
  const { files, leftOut } = content.value;
  const read = readForeign(files);
  if (!read.ok) return read;
  const warnings = [...leftOut.map(tellLeftOut), ...read.value.warnings];
  return { ok: true, value: { ...read.value, warnings } };
}

const tellLeftOut = (path: string): DossierProblem => ({
  code: 'file_left_out',
  path: path.slice(0, 200),
  message: 'this file is no part of a dossier and was left out',
  severity: 'warning',
});

/**
 * Which files of an archive are the bundle, by their paths in it. A bundle packed together with its
 * folder, as most programs do it, is found when it is the only one.
 */
export function chooseBundle(names: readonly string[]): ReadonlyMap<string, string> {
  const roots = names
    .filter((name) => name === dossierFile || name.endsWith(`/${dossierFile}`))
    .map((name) => name.slice(0, -dossierFile.length))
    .filter((root) => !root.startsWith('__MACOSX/'));
  const root = roots.includes('') ? '' : roots.length === 1 ? (roots[0] ?? '') : '';
  return new Map(
    names
      .filter((name) => name.startsWith(root) && isBundleFile(name.slice(root.length)))
      .map((name) => [name, name.slice(root.length)]),
  );
}

/** A bundle from elsewhere; private notes in it belong to nobody here and are left out. */
function readForeign(files: BundleFiles): Parsed<ReadBundle> {
  const read = readBundle(files);
  if (!read.ok) return read;
  const dossier = withoutPrivateNotes(read.value.dossier);
  const left = read.value.dossier.annotations.length - dossier.annotations.length;
  if (left === 0) return read;
  const message = `${left} private ${left === 1 ? 'note' : 'notes'} left out: nobody here is known to be the author`;
  const warning: DossierProblem = {
    ...{ code: 'private_note_left_out', path: `${dossierFile}: annotations`, message },
    severity: 'warning',
  };
  return { ok: true, value: { dossier, warnings: [...read.value.warnings, warning] } };
}
