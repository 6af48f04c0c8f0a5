// Reads damaged files one after another, and says of each what came of it; run by Node as it stands.
import { parentPort } from 'node:worker_threads';
import { checkReading } from '../../src/lib/intake/read/check-reading.ts';
import { readDocument } from '../../src/lib/intake/read/read-document.ts';
import type { RawFile } from '../../src/lib/intake/document.ts';

/** What came of a damaged file: the code of a refusal, the faults of a document, or what was thrown. */
export type MutationOutcome =
  | { readonly kind: 'read'; readonly faults: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'thrown'; readonly message: string };

async function tryFile(file: RawFile): Promise<MutationOutcome> {
  try {
    const read = await readDocument(file);
    if (read.ok) return { kind: 'read', faults: checkReading(read.value) };
    return { kind: 'refused', code: read.problems[0]?.code ?? '' };
  } catch (error) {
    return {
      kind: 'thrown',
      message: error instanceof Error ? (error.stack ?? '') : String(error),
    };
  }
}

parentPort?.on('message', (file: RawFile) => {
  void tryFile(file).then((outcome) => parentPort?.postMessage(outcome));
});
