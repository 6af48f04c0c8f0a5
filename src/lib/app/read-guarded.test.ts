import { describe, expect, test } from 'vitest';
import { readGuarded } from './read-guarded.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe('reading in a thread of its own', () => {
  test('a document comes back whole', async () => {
    const read = await readGuarded(file('paper.txt', 'Each side releases all prisoners.'));
    expect(read).toMatchObject({
      ok: true,
      value: { format: 'text', text: 'Each side releases all prisoners.' },
    });
  });

  test.each([
    ['a stopped reading', { signal: AbortSignal.abort() }, 'cancelled'],
    ['no time', { timeoutMs: 1 }, 'took_too_long'],
    ['no memory', { memoryMb: 4 }, 'too_much_memory'],
  ])('%s is a refusal, not a crash', async (_, guard, code) => {
    const read = await readGuarded(file('paper.txt', 'Words.\n\n'.repeat(100_000)), guard);
    expect(read).toMatchObject({ ok: false, problems: [{ code, path: 'paper.txt' }] });
  });

  test('a reading can be stopped while it goes on', async () => {
    const stop = new AbortController();
    const reading = readGuarded(file('paper.txt', 'Words.'), { signal: stop.signal });
    stop.abort();
    expect(await reading).toMatchObject({ ok: false, problems: [{ code: 'cancelled' }] });
  });
});
