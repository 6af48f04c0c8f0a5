import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { brokenBundles } from '../broken-bundles/cases.ts';
import { goodBundle } from '../broken-bundles/good-bundle.ts';
import { makePlace, takeStock, writeBundle } from '../broken-bundles/write-bundle.ts';
import { runParley } from './run-parley.ts';

const place = makePlace();
afterAll(() => {
  rmSync(place.root, { recursive: true, force: true });
});

test.each(['istanbul-2025', 'lake-mirn', 'plans-2025', 'port-wages'])(
  '%s has no errors',
  async (id) => {
    const { status, stdout } = await runParley(['check', id]);
    expect(stdout).toMatch(
      new RegExp(`^${id}: \\d+ papers, \\d+ provisions; no errors, \\d+ warnings?\\.\n$`),
    );
    expect(status).toBe(0);
  },
);

test('a sound bundle in a folder passes, and says so in JSON', async () => {
  const sound = { name: 'sound', files: goodBundle, code: '', path: '' };
  const folder = writeBundle(place, sound, 1000);
  const { status, stdout, stderr } = await runParley(['check', folder, '--json'], {
    through: 'shim',
  });
  expect(JSON.parse(stdout)).toEqual({ ok: true, problems: [] });
  expect([status, stderr]).toEqual([0, '']);
});

test('a paper that contradicts itself is told, and is no error', async () => {
  const { status, stderr } = await runParley(['check', 'istanbul-2025']);
  expect(stderr).toContain('warning: papers/russia-memorandum.md: ');
  expect(stderr).toContain('[circular_order]');
  expect(status).toBe(0);
});

test('a paper that dossier.json does not list is told, and is no error', async () => {
  const files = { ...goodBundle, 'papers/stray.md': 'x' };
  const folder = writeBundle(place, { name: 'stray', files, code: '', path: '' }, 1001);
  const { status, stderr } = await runParley(['check', folder]);
  expect(stderr).toContain('warning: papers/stray.md: dossier.json does not list this paper');
  expect(status).toBe(0);
});

test('no text of a broken bundle steers the terminal', async () => {
  const files = { ...goodBundle, 'dossier.json': '{"format": "parley-dossier", "\\u001b[2J": 1}' };
  const folder = writeBundle(place, { name: 'escape', files, code: '', path: '' }, 1002);
  const { status, stderr } = await runParley(['check', folder]);
  expect(stderr).not.toContain('\u001b');
  expect(status).toBe(2);
});

test('every broken bundle gives exit 2 and a message with code and place, and is left as it is', async () => {
  const cases = brokenBundles.filter(({ skip }) => skip !== true);
  const folders = cases.map((bundle, index) => writeBundle(place, bundle, index));
  const before = takeStock(place.root);
  const wrong: string[] = [];
  const queue = [...cases.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, { name, code, path }] = next;
      const { status, stderr } = await runParley(['check', folders[index] ?? '']);
      const line = stderr.split('\n').find((text) => text.endsWith(`[${code}]`));
      const isNamed =
        line?.startsWith('error: ') === true && (code === 'more_problems' || line.includes(path));
      if (status !== 2 || !isNamed)
        wrong.push(`${name}: exit ${String(status)}, ${stderr.slice(0, 200)}`);
    }
  };
  await Promise.all([work(), work(), work()]);
  expect(wrong).toEqual([]);
  expect(takeStock(place.root)).toEqual(before);
}, 240_000);
