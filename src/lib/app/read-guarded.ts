import type { RawFile, ReadDocument, ReadOptions } from '#lib/intake/document.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { runGuarded, type Guard } from './run-guarded.ts';

/**
 * Reads a file from a stranger as `readDocument` does, but in a thread of its own with limits of time
 * (10 s) and memory (768 MB). Never rejects: a file that goes beyond them is refused.
 */
export function readGuarded(
  file: RawFile,
  { signal, timeoutMs, memoryMb, ...options }: ReadOptions & Guard = {},
): Promise<Parsed<ReadDocument>> {
  const job = { job: 'read', input: { file, options } } as const;
  return runGuarded({ fileName: file.name, job, signal, timeoutMs, memoryMb });
}
