import { nameDownload } from '#lib/app/download.ts';

/** Hands out bytes as a file to keep. */
export const sendFile = (bytes: Uint8Array, name: string, type: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': nameDownload(name),
      'cache-control': 'no-store',
    },
  });
