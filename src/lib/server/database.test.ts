import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-database-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const place = () => ({ engine: 'sqlite', file: join(folder, 'data', 'parley.db') }) as const;

test('what was written is there when the file is opened again', async () => {
  const first = await openDatabase(place());
  if (!first.ok) throw new Error(JSON.stringify(first.problems));
  await first.value.db.insertInto('installation').values({ key: 'a', value: 'b' }).execute();
  await first.value.close();
  const second = await openDatabase(place());
  if (!second.ok) throw new Error(JSON.stringify(second.problems));
  const rows = await second.value.db.selectFrom('installation').selectAll().execute();
  expect(rows).toContainEqual({ key: 'a', value: 'b' });
  await second.value.close();
});

test('a file that is no database is refused with what to do', async () => {
  const file = join(folder, 'parley.db');
  writeFileSync(file, 'This is a letter, and a long one. '.repeat(100));
  expect(await openDatabase({ engine: 'sqlite', file })).toMatchObject({
    ok: false,
    problems: [{ code: 'storage_damaged' }],
  });
});
