// What operators and scripts rely on is documented.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessTable } from '#lib/app/access.ts';

test('every address of the API is in docs/api.md with its methods', () => {
  const text = readFileSync('docs/api.md', 'utf8');
  for (const [route, rights] of Object.entries(accessTable)) {
    if (!route.startsWith('/api/')) continue;
    const line = text.split('\n').find((one) => one.includes(`\`${route}\``)) ?? '';
    for (const method of Object.keys(rights)) expect(line, route).toContain(`\`${method}\``);
  }
});

test('every setting that is read is in docs/operation.md', () => {
  const source = readFileSync('src/lib/server/settings.ts', 'utf8');
  const names = [...source.matchAll(/'((?:PARLEY|OIDC)_[A-Z_]+|DATABASE_URL|ORIGIN|HOST)'/g)];
  const text = readFileSync('docs/operation.md', 'utf8');
  expect(names.length).toBeGreaterThan(8);
  for (const [, name] of names) expect(text).toContain(`\`${name ?? ''}`);
});
