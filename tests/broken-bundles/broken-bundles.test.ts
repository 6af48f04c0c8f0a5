import { rmSync } from 'node:fs';
import process from 'node:process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLibrary } from '#lib/app/library.ts';
import { brokenBundles } from './cases.ts';
import { goodBundle } from './good-bundle.ts';
import { makePlace, takeStock, writeBundle } from './write-bundle.ts';

const place = makePlace();
afterAll(() => {
  rmSync(place.root, { recursive: true, force: true });
});

const library = openLibrary({ examples: join(place.root, 'no'), own: join(place.root, 'none') });

test('the bundle that the cases break is sound', async () => {
  const sound = { name: 'sound', files: goodBundle, code: '', path: '' };
  const loaded = await library.loadFolder(writeBundle(place, sound, brokenBundles.length));
  expect(loaded).toMatchObject({ ok: true, value: { warnings: [] } });
});

test.each(brokenBundles.filter(({ skip }) => skip !== true).map((c, i) => [c.name, c, i] as const))(
  'is refused with place and advice: %s',
  async (_, bundle, index) => {
    const folder = writeBundle(place, bundle, index);
    const before = takeStock(place.root);
    const started = process.cpuUsage();
    const loaded = await library.loadFolder(folder);
    const { user, system } = process.cpuUsage(started);
    expect(loaded.ok).toBe(false);
    const problems = loaded.ok ? [] : loaded.problems;
    const told = problems.find(({ code }) => code === bundle.code);
    expect(told, JSON.stringify(problems.slice(0, 3))).toBeDefined();
    if (bundle.code !== 'more_problems') expect(told?.path).toContain(bundle.path);
    expect(told?.message.length).toBeGreaterThan(15);
    expect(problems.length).toBeLessThanOrEqual(201);
    // Time of this process alone, so that a busy machine does not count.
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(takeStock(place.root)).toEqual(before);
    rmSync(folder, { recursive: true, force: true });
  },
  30_000,
);
