// A lock file made on one kind of machine can silently lack the binaries of the others, and npm then
// refuses to install from it anywhere.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const text = readFileSync('package-lock.json', 'utf8');
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).default({}),
      }),
    ),
  })
  .parse(JSON.parse(text));

test('the lock file holds every optional package its packages name', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(path, name)),
  );
  expect(missing).toEqual([]);
});

test('the lock file pins each package by its hash and names no server to fetch it from', () => {
  const loose = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && !integrity,
  );
  expect(loose).toEqual([]);
  expect(text).not.toContain('"resolved"');
});

/** Looks a package up as Node does: in the folder of the one that asks, then in each folder around it. */
function isFound(asker: string, name: string): boolean {
  const place = asker === '' ? `node_modules/${name}` : `${asker}/node_modules/${name}`;
  if (place in packages) return true;
  if (asker === '') return false;
  return isFound(asker.slice(0, Math.max(0, asker.lastIndexOf('/node_modules/'))), name);
}
