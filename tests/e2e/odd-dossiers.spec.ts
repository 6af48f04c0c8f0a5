import { expect, test } from '@playwright/test';
import { placeOddDossiers } from './odd-dossiers.ts';

test.beforeAll(() => placeOddDossiers());

test('hostile words are shown as words and never run', async ({ page, baseURL }) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL ?? ''}/`)) strangers.push(request.url());
  });
  for (const path of ['/', '/dossiers/odd-hostile/compare']) {
    await page.goto(path);
    await page.waitForTimeout(1000);
    await expect(page.getByText('<script>window.__ran = true</script>').first()).toBeVisible();
    expect(await page.evaluate(() => '__ran' in window)).toBe(false);
  }
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
  expect(strangers).toEqual([]);
});

test('hostile words do not run in the downloaded table either', async ({ page }) => {
  const answer = await page.request.get('/dossiers/odd-hostile/compare/table.html');
  await page.setContent(await answer.text());
  await expect(page.locator('table')).toBeVisible();
  expect(await page.evaluate(() => '__ran' in window)).toBe(false);
});

test('a row that rests on unconfirmed coding says "not reviewed", on the page and in the table', async ({
  page,
}) => {
  await page.goto('/dossiers/odd-hostile/compare');
  await expect(page.locator('[data-row]').getByText('not reviewed')).toBeVisible();
  const table = await page.request.get('/dossiers/odd-hostile/compare/table.txt');
  expect(await table.text()).toContain('not reviewed');
});

test('texts keep their language and direction', async ({ page }) => {
  await page.goto('/dossiers/odd-scripts/compare');
  const arabic = page.locator('.text[lang="ar"]').first();
  expect(await arabic.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
  const ukrainian = page.locator('.text[lang="uk"]').first();
  expect(await ukrainian.evaluate((text) => getComputedStyle(text).direction)).toBe('ltr');
  await expect(ukrainian).toContainText('зобовʼязані');
});

test('eight columns scroll inside their own region, which the keyboard reaches', async ({
  page,
}) => {
  await page.goto('/dossiers/odd-eight/compare');
  const region = page.getByRole('region', { name: /Comparison table/ });
  await expect(region).toHaveAttribute('tabindex', '0');
  expect(await region.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
});

test('one party alone and a dossier without papers have pages that say so', async ({ page }) => {
  await page.goto('/dossiers/odd-alone/compare');
  await expect(page.getByText('Line 60 of it.')).toBeVisible();
  await page.goto('/dossiers/odd-empty/compare');
  await expect(page.getByRole('heading', { name: 'Nothing to compare yet' })).toBeVisible();
});

test('a broken bundle is listed with what is wrong in it', async ({ page }) => {
  await page.goto('/');
  const broken = page.getByRole('region', { name: 'Bundles that cannot be read' });
  await expect(broken.getByRole('heading', { name: 'odd-broken' })).toBeVisible();
  await expect(broken.getByText('dossier.json').first()).toBeVisible();
  const answer = await page.goto('/dossiers/odd-broken/compare');
  expect(answer?.status()).toBe(422);
});
