// Damaged files: whatever happened to them, reading ends in time and within its memory, with a
// document that keeps the laws of reading or with a refusal that has a known code.
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isRefusalCode } from '../../src/lib/intake/refusal.ts';
import { mutate, seeded } from '../support/mutate.ts';
import { makeSampleFiles } from '../support/sample-files.ts';
import type { MutationOutcome } from './mutation-worker.ts';

const isLong = process.env['PARLEY_LONG'] === '1';
const times = isLong ? 500 : 30;
const seed = Number(process.env['PARLEY_SEED'] ?? 20_310_405);
const timeoutMs = 10_000;
const memoryMb = 768;

const samples = await makeSampleFiles();

test.each(samples)(
  `$name is read, and damaged it is read or refused, ${times} times with the seed ${seed}`,
  async ({ name, bytes }) => {
    const random = seeded(seed);
    const reader = startReader();
    expect(await reader.read(name, bytes)).toEqual({ kind: 'read', faults: [] });
    for (let i = 0; i < times; i += 1) {
      const isInside = name.endsWith('.docx') && i % 2 === 1;
      const damaged = isInside ? mutateEntry(bytes, random) : mutate(bytes, random);
      const outcome = await reader.read(name, damaged);
      const where = `${name}, damage ${i}, seed ${seed}`;
      expect(isFine(outcome), `${where}: ${JSON.stringify(outcome)}`).toBe(true);
    }
    await reader.end();
  },
  times * timeoutMs,
);

test('damage is the same for the same seed, and differs from one time to the next', () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, i) => i);
  const twice = () => {
    const random = seeded(7);
    return [mutate(bytes, random), mutate(bytes, random)];
  };
  expect(twice()).toEqual(twice());
  expect(twice()[0]).not.toEqual(twice()[1]);
});

const isFine = (outcome: MutationOutcome): boolean =>
  outcome.kind === 'refused'
    ? isRefusalCode(outcome.code)
    : outcome.kind === 'read' && outcome.faults.length === 0;

/** Damage inside a packed file, which the sums of the archive would otherwise give away at once. */
function mutateEntry(bytes: Uint8Array, random: () => number): Uint8Array {
  const entries = unzipSync(bytes);
  const main = 'word/document.xml';
  return zipSync({ ...entries, [main]: mutate(entries[main] ?? bytes, random) });
}

/** A thread with the limits of the app that reads one file after another. */
function startReader() {
  const path = join(import.meta.dirname, 'mutation-worker.ts');
  const worker = new Worker(path, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  return {
    async read(name: string, bytes: Uint8Array): Promise<MutationOutcome> {
      worker.postMessage({ name, bytes });
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const [outcome] = (await once(worker, 'message', { signal })) as [MutationOutcome];
        return outcome;
      } catch (error) {
        return { kind: 'thrown', message: String(error) };
      }
    },
    end: () => worker.terminate(),
  };
}
