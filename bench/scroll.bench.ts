// A very long table in a browser: how soon its first rows are there, and whether scrolling, jumping and
// filtering leave the page free to answer (long tasks, as the browser itself reports them).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { formatBundle } from '#lib/formats/format-bundle.ts';
import { ensureBuilt } from '../scripts/build.mjs';
import { findChromium, isRoot } from '../scripts/chromium.mjs';
import { aLargeDossier } from '../tests/support/large-dossier.ts';
import type { Bench, Row } from './bench.ts';
import { startServer, stopServer } from './built-server.ts';

const parties = 8;

/** Puts the bundle of a large dossier where the server looks for dossiers. */
function writeBundle(data: string, rows: number): void {
  const files = formatBundle(aLargeDossier({ rows, parties }));
  if (!files.ok) throw new Error(files.problems[0]?.message);
  for (const [name, bytes] of files.value) {
    const path = join(data, 'dossiers', 'large', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** Long tasks since the last asking, in milliseconds each. */
const longTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 200));
    const told = (globalThis as unknown as { tasks: number[] }).tasks;
    return told.splice(0);
  });

async function measure(page: Page, address: string, rows: number): Promise<Row[]> {
  const size = `${rows.toLocaleString('en')} rows, ${String(parties)} parties`;
  const longest = (tasks: readonly number[]): number => Math.max(0, ...tasks);
  const row = (name: string, median: number, limit: number): Row => ({
    ...{ name, size, median, unit: 'ms', limit },
  });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    (globalThis as unknown as { tasks: number[] }).tasks = tasks;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const url = `${address}/dossiers/large/compare`;
  const open = async (): Promise<number> => {
    const started = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('[data-row]').first().waitFor();
    return performance.now() - started;
  };
  const cold = await open();
  const warm = await open();
  await page.locator('[data-scripted]').waitFor({ state: 'attached' });
  const loading = await longTasks(page);
  await page.locator('.frame').hover();
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.wheel(0, 600);
    await sleep(30);
  }
  const scrolling = await longTasks(page);
  await page.getByRole('navigation', { name: 'Issues' }).getByRole('link').last().click();
  await page.locator('[data-row]').last().waitFor();
  await sleep(500);
  const jumping = await longTasks(page);
  await page.getByRole('searchbox').fill(`no. ${String(Math.floor(rows / 2))}`);
  await page.waitForURL(/q=/);
  await sleep(1000);
  const filtering = await longTasks(page);
  return [
    row('first rows, first comparison', cold, 1000),
    row('first rows, compared before', warm, 1000),
    row('longest task while loading', longest(loading), 50),
    row('longest task while scrolling', longest(scrolling), 50),
    row('longest task on a jump to the last issue', longest(jumping), 50),
    row('longest task while filtering', longest(filtering), 50),
  ];
}

const bench: Bench = {
  name: 'scroll',
  run: async ({ smoke }) => {
    const rows = smoke ? 300 : 5000;
    await ensureBuilt();
    const data = mkdtempSync(join(tmpdir(), 'parley-scroll-'));
    writeBundle(data, rows);
    const { server, address } = await startServer(data);
    const executablePath = await findChromium();
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: isRoot() ? ['--no-sandbox'] : [],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      return await measure(page, address, rows);
    } finally {
      await browser.close();
      await stopServer(server);
      rmSync(data, { recursive: true, force: true });
    }
  },
};

export default bench;
