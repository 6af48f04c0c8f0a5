import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findChromium, isRoot } from './scripts/chromium.mjs';
import { anyFreePort } from './scripts/ports.mjs';

// Workers read this file again: what must be the same for all of them goes through the environment.
const port = (process.env['PARLEY_TEST_PORT'] ??= String(await anyFreePort()));
const data = (process.env['PARLEY_TEST_DATA'] ??= mkdtempSync(join(tmpdir(), 'parley-e2e-')));
const executablePath = await findChromium();
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  ...(process.env['CI'] ? { workers: 1 } : {}),
  reporter: 'list',
  use: {
    baseURL: address,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: isRoot() ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${address}/`,
    env: { PORT: port, PARLEY_DATA: data },
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
