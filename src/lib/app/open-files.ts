import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { RawFile } from '#lib/intake/document.ts';
import { mostBytes } from '#lib/intake/read/read-document.ts';
import { refuseFile } from '#lib/intake/refusal.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { explainFileError } from '#lib/server/file-error.ts';

/** Whether a person named a file that is there, and not a folder or the id of a dossier. */
export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Opens a file to be read as a paper; one that is too large is refused before it is loaded. */
export async function openFile(path: string): Promise<Parsed<RawFile>> {
  try {
    const found = await stat(path);
    if (found.size > mostBytes) return refuseFile('too_large', path);
    const bytes = new Uint8Array(await readFile(path));
    return { ok: true, value: { name: basename(resolve(path)), bytes } };
  } catch (error) {
    return { ok: false, problems: [{ ...explainFileError(error), path }] };
  }
}
