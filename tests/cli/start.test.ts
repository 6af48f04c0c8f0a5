import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import process from 'node:process';
import { expect, test } from 'vitest';

/** Runs `npm start`'s script with a PORT that it has to refuse. */
function startOn(port: string) {
  const env = { ...process.env, PORT: port };
  return spawnSync(process.execPath, ['scripts/start.mjs'], { encoding: 'utf8', env });
}

test.each(['web', '0', '70000', '3000.5'])('npm start refuses the port %s by name', (port) => {
  const { status, stderr } = startOn(port);
  expect(stderr).toContain(`not "${port}"`);
  expect(status).toBe(1);
});

test('npm start says so when the port asked for is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const { status, stderr } = startOn(port);
  other.close();
  expect(stderr).toContain(`Port ${port} is in use`);
  expect(status).toBe(1);
});
