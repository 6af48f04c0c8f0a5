import { stat } from 'node:fs/promises';
import type { Parsed } from '#lib/model/parsed.ts';
import { writeFileAtomically } from '#lib/server/atomic-file.ts';
import { explainFileError } from '#lib/server/file-error.ts';

/** Saves a file whole or not at all; a folder of that name is left as it is. */
export async function saveFile(
  path: string,
  content: string | Uint8Array,
): Promise<Parsed<undefined>> {
  try {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) {
      const message = 'this is a folder; name a file to write to';
      return { ok: false, problems: [{ code: 'not_a_file', path, message }] };
    }
    await writeFileAtomically(path, content);
    return { ok: true, value: undefined };
  } catch (error) {
    return { ok: false, problems: [{ ...explainFileError(error), path }] };
  }
}
