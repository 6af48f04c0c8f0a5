import { randomUUID } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

/** A zip archive that is written bit by bit, so that its size does not matter to memory. */
export interface ZipWriter {
  /** Adds a file; its content is asked for as fast as the disk takes it. */
  readonly add: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Puts the finished archive into its place, durably; returns its size in bytes. */
  readonly finish: () => Promise<number>;
  /** Takes away what was written. */
  readonly abandon: () => Promise<void>;
}

/** Thrown when an archive would need the extension for more than 4 GB, which many programs lack. */
export class ArchiveTooLarge extends Error {}

const mostBytes = 4_200_000_000;

/**
 * Opens an archive for writing. Under its name it appears whole or not at all; only its owner can
 * read it. Throws the errors of the file system.
 */
export async function openZipWriter(path: string): Promise<ZipWriter> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const handle = await open(draft, 'wx', 0o600);
  const waiting: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    waiting.push(chunk);
  });
  let size = 0;
  const flush = async (): Promise<void> => {
    for (const chunk of waiting.splice(0)) {
      size += chunk.length;
      if (size > mostBytes) throw new ArchiveTooLarge();
      await writeAll(handle, chunk);
    }
  };
  return {
    add: async (name, content) => {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = new Date(1980, 0, 1);
      zip.add(entry);
      let entrySize = 0;
      for await (const chunk of content) {
        entrySize += chunk.length;
        if (entrySize > mostBytes) throw new ArchiveTooLarge();
        entry.push(chunk);
        await flush();
      }
      entry.push(new Uint8Array(), true);
      await flush();
    },
    finish: async () => {
      zip.end();
      await flush();
      await handle.sync();
      await handle.close();
      await rename(draft, path);
      return size;
    },
    abandon: async () => {
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
    },
  };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.length;) {
    const { bytesWritten } = await handle.write(chunk, from);
    from += bytesWritten;
  }
}
