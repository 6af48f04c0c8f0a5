import type { DossierProblem } from '#lib/model/dossier-problem.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { dropUpload, findUpload, keepUpload } from '#lib/server/uploads.ts';
import { unpackDossier } from './bundle-archive.ts';
import { findRole } from './identify-viewer.ts';
import { applyImport, previewImport, type Imported, type ImportPreview } from './import-bundle.ts';
import type { Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** The largest file that is taken, in bytes. */
export const largestUpload = 32 * 1024 * 1024;

export interface Upload {
  readonly bytes: Uint8Array;
  readonly passphrase: string;
  readonly viewer: Viewer;
  readonly at: string;
}

/** Reads an uploaded bundle and keeps it for the second step; gives the name to ask for it by. */
export async function receiveUpload(
  { database: { db } }: Workspace,
  { bytes, passphrase, viewer, at }: Upload,
): Promise<Parsed<string>> {
  if (bytes.length === 0 || bytes.length > largestUpload) {
    const message = `choose a file of at most ${String(largestUpload / 1024 / 1024)} MB`;
    return { ok: false, problems: [{ code: 'bad_upload', path: 'file', message }] };
  }
  const read = await unpackDossier(bytes, passphrase);
  if (!read.ok) return read;
  const { packDossier } = await import('./bundle-archive.ts');
  // Kept as it was read: opened, checked, and without private notes of others.
  const packed = packDossier(read.value.dossier);
  if (!packed.ok) return packed;
  return { ok: true, value: await keepUpload(db, { viewer: viewer.id, at, bytes: packed.value }) };
}

/** What an upload would do. */
export interface UploadPreview extends ImportPreview {
  readonly dossier: Dossier;
  readonly warnings: readonly DossierProblem[];
}

/** Tells what importing an upload would change. */
export async function previewUpload(
  workspace: Workspace,
  { id, viewer }: { readonly id: string; readonly viewer: Viewer },
): Promise<Parsed<UploadPreview>> {
  const bytes = await findUpload(workspace.database.db, { id, viewer: viewer.id });
  if (bytes === undefined) {
    const message = 'this upload is no longer kept; choose the file once more';
    return { ok: false, problems: [{ code: 'upload_gone', path: 'upload', message }] };
  }
  const read = await unpackDossier(bytes);
  if (!read.ok) return read;
  const { dossier, warnings } = read.value;
  const role = await findRole(workspace, viewer, dossier.id);
  const preview = await previewImport(workspace.store, dossier, { viewer, role });
  return preview.ok ? { ok: true, value: { ...preview.value, dossier, warnings } } : preview;
}

export interface Choice {
  readonly id: string;
  readonly viewer: Viewer;
  /** As the preview told it. */
  readonly sequence: number | null;
  /** The keys of the differences that were shown, and of those that are taken. */
  readonly shown: readonly string[];
  readonly taken: readonly string[];
  readonly at: string;
}

/** Imports an upload as it was chosen, and forgets it. */
export async function importUpload(
  workspace: Workspace,
  { id, viewer, sequence, shown, taken, at }: Choice,
): Promise<Parsed<Imported>> {
  const preview = await previewUpload(workspace, { id, viewer });
  if (!preview.ok) return preview;
  const incoming = preview.value.dossier;
  const role = await findRole(workspace, viewer, incoming.id);
  const choices = new Map(
    shown.map((key) => [key, taken.includes(key) ? ('take' as const) : ('keep' as const)]),
  );
  const importer = { viewer, role };
  const done = await applyImport(workspace.store, { incoming, sequence, choices, importer, at });
  if (done.ok) await dropUpload(workspace.database.db, id);
  return done;
}
