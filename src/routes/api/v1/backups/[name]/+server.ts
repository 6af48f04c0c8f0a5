import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { backupFile } from '#lib/app/backups.ts';
import { nameDownload } from '#lib/app/download.ts';
import { site } from '#lib/app/site.ts';
import { refuse } from '../../answer.ts';
import type { RequestHandler } from './$types';

/** A backup as a file. */
export const GET: RequestHandler = async ({ params }) => {
  const file = backupFile(await site(), params.name);
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
  if (file === undefined || found === undefined)
    return refuse({ status: 404, code: 'unknown_backup', title: 'There is no such backup.' });
  return new Response(streamFile(file), {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(found.size),
      'content-disposition': nameDownload(params.name),
    },
  });
};

/** A file as a stream that reads as fast as it is taken. */
function streamFile(file: string): ReadableStream<Uint8Array> {
  const source = createReadStream(file);
  const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(to) {
      const next = await chunks.next();
      if (next.done === true) to.close();
      else to.enqueue(next.value);
    },
    cancel() {
      source.destroy();
    },
  });
}
