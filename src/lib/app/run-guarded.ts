// Files from strangers can be made so that reading them takes hours or all memory. A worker thread
// with limits does it instead: whatever happens there, the program goes on.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuseFile, type RefusalCode } from '#lib/intake/refusal.ts';
import type { IntakeAnswer, IntakeJob, IntakeJobName } from './intake-jobs.ts';

export interface Guard {
  /** Ends the work early; the answer is then the refusal `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  /** What the thread may take for its objects, in megabytes. */
  readonly memoryMb?: number | undefined;
}

/** The file that the work is about, for the refusals. */
export interface GuardedJob<Name extends IntakeJobName> extends Guard {
  readonly fileName: string;
  readonly job: IntakeJob<Name>;
}

/**
 * Does a job in a thread of its own and hands back its answer. Never rejects: a thread that takes too
 * long, grows too large or breaks is ended, and the file it read is refused.
 */
export function runGuarded<Name extends IntakeJobName>({
  fileName,
  job,
  signal,
  timeoutMs = 10_000,
  memoryMb = 768,
}: GuardedJob<Name>): Promise<IntakeAnswer<Name>> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(refuseFile('cancelled', fileName));
      return;
    }
    const worker = new Worker(workerFile(), {
      workerData: job,
      // What this process was started with (a test runner, a loader) is not the worker's.
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const end = (answer: IntakeAnswer<Name>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(answer);
      void worker.terminate();
    };
    const refuse = (code: RefusalCode): void => end(refuseFile(code, fileName));
    const cancel = (): void => refuse('cancelled');
    const timer = setTimeout(() => refuse('took_too_long'), timeoutMs);
    signal?.addEventListener('abort', cancel, { once: true });
    worker.once('message', end);
    worker.once('error', (error) =>
      refuse(isMemoryTrouble(error) ? 'too_much_memory' : 'malformed'),
    );
    // A thread that ends without an answer broke in a way nothing tells of.
    worker.once('exit', () => refuse('malformed'));
  });
}

function isMemoryTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || error.message.includes('allocation failed');
}

const workerPath = join('src', 'lib', 'app', 'intake-worker.ts');
let foundWorker: string | undefined;

/**
 * The file of the worker. The built server runs from `build/`, beside `src/`; so it is looked for from
 * here upward.
 */
function workerFile(): string {
  let folder = import.meta.dirname;
  while (foundWorker === undefined) {
    const path = join(folder, workerPath);
    if (existsSync(path)) foundWorker = path;
    const parent = dirname(folder);
    if (foundWorker === undefined && parent === folder) throw new Error(`${workerPath} is missing`);
    folder = parent;
  }
  return foundWorker;
}
