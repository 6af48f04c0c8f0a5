// Files locked with a passphrase in the age format (age-encryption.org), which the `age` command
// opens too. Deriving the key takes a second and 256 MB on purpose, so it runs beside the server's
// own thread, one at a time.
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { Parsed } from '#lib/model/parsed.ts';

/** Passphrases below this are guessed too soon by a machine that has the file. */
export const shortestPassphrase = 12;

const beginning = 'age-encryption.org/v1\n';
/** The work of the `age` command (2^18); a file asking for more is made to wear the reader out. */
const mostWork = 18;

/** Whether bytes look like an age file. */
export const isEncryptedFile = (bytes: Uint8Array): boolean => headOf(bytes).startsWith(beginning);

const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 300)).toString('latin1');

/** Locks a file with a passphrase of at least twelve characters. */
export async function encryptFile(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Parsed<Uint8Array>> {
  if (passphrase.length < shortestPassphrase) {
    const message = `use a passphrase of at least ${shortestPassphrase} characters, for instance five unrelated words`;
    return { ok: false, problems: [{ code: 'passphrase_short', path: 'passphrase', message }] };
  }
  return inTurn({ task: 'encrypt', bytes, passphrase });
}

/** Opens a file that was locked with a passphrase; a wrong one is told as such. */
export async function decryptFile(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Parsed<Uint8Array>> {
  const lock = /^-> (\S+)(?: \S+ (\d+))?/m.exec(headOf(bytes));
  if (!isEncryptedFile(bytes) || lock === null) {
    const message = 'this is no file encrypted with age';
    return { ok: false, problems: [{ code: 'not_encrypted', path: '(whole)', message }] };
  }
  if (lock[1] !== 'scrypt') {
    const message = 'this file is locked for a key, not with a passphrase; open it with age first';
    return { ok: false, problems: [{ code: 'locked_for_key', path: '(whole)', message }] };
  }
  if (Number(lock[2]) > mostWork) {
    const message = 'opening this file takes more work than any honest one; it is not opened';
    return { ok: false, problems: [{ code: 'lock_too_heavy', path: '(whole)', message }] };
  }
  return inTurn({ task: 'decrypt', bytes, passphrase });
}

interface Job {
  readonly task: 'encrypt' | 'decrypt';
  readonly bytes: Uint8Array;
  readonly passphrase: string;
}

let last: Promise<unknown> = Promise.resolve();

/** Runs a job when those before it are done, so that memory for one key at a time is enough. */
function inTurn(job: Job): Promise<Parsed<Uint8Array>> {
  const result = last.then(() => runJob(job));
  last = result.catch(() => undefined);
  return result;
}

const workerCode = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.library).then(async ({ Encrypter, Decrypter }) => {
  const { task, bytes, passphrase } = workerData;
  const machine = task === 'encrypt' ? new Encrypter() : new Decrypter();
  if (task === 'encrypt') machine.setPassphrase(passphrase);
  else machine.addPassphrase(passphrase);
  try {
    parentPort.postMessage({ value: await machine[task](bytes) });
  } catch (error) {
    parentPort.postMessage({ reason: String(error.message) });
  }
});
`;

const answerSchema = z.union([
  z.object({ value: z.instanceof(Uint8Array) }),
  z.object({ reason: z.string() }),
]);

function runJob(job: Job): Promise<Parsed<Uint8Array>> {
  // Found from here, where it is installed; the code of the worker has no place of its own.
  const library = import.meta.resolve('age-encryption');
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerCode, { eval: true, workerData: { ...job, library } });
    worker.once('error', reject);
    worker.once('message', (message: unknown) => {
      const answer = answerSchema.parse(message);
      resolve(
        'value' in answer
          ? { ok: true, value: answer.value }
          : { ok: false, problems: [explain(answer.reason)] },
      );
    });
  });
}

function explain(reason: string): { code: string; path: string; message: string } {
  return /no identity matched/.test(reason)
    ? {
        code: 'passphrase_wrong',
        path: 'passphrase',
        message: 'this passphrase does not open the file',
      }
    : {
        code: 'encrypted_file_damaged',
        path: '(whole)',
        message: 'this encrypted file is damaged or was changed on its way; get it once more',
      };
}
