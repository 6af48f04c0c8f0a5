import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const sequence = '/dossiers/istanbul-2025/sequence';

const graph = (page: Page) => page.getByRole('region', { name: /scrolls sideways/ });
const arrows = (page: Page) => graph(page).locator('a[href^="#step-"]');
const rows = (page: Page) => page.locator('tbody tr');

test('leaving a premise out recomputes circles, graph and dates at once', async ({ page }) => {
  await page.goto(sequence, { waitUntil: 'networkidle' });
  const before = await rows(page).count();
  const circles = page.getByRole('heading', { name: /^Circular order/ });
  await expect(circles).toHaveCount(3);
  const box = page.getByRole('checkbox', { name: /withdrawal from the four regions/ });
  await box.check();
  await expect(page).toHaveURL(/off=context%3Awithdrawal-presupposes-talks/);
  await expect(circles).toHaveCount(2);
  await expect(rows(page)).toHaveCount(before - 1);
  await expect(box).toBeFocused();
  await page.getByLabel('Count days from').selectOption({ label: 'elections are held' });
  await expect(page).toHaveURL(/from=elections/);
  await expect(page.getByText('Days from ‘elections are held’')).toBeVisible();
});

test('by keyboard alone an arrow leads to its row, and the row to the comparison', async ({
  page,
}) => {
  await page.goto(sequence);
  await graph(page).focus();
  await page.keyboard.press('Tab');
  const arrow = arrows(page).first();
  await expect(arrow).toBeFocused();
  const target = (await arrow.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${target}$`));
  await expect(page.locator(target)).toBeInViewport();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/compare#row-/);
  await expect(page.locator('tr:target')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('readings and premises are chosen by the form, and nothing is lost on 390 pixels', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(sequence);
    await page.getByLabel(/Conditions for a ceasefire/).selectOption('option-1');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/reading.ceasefire-options=option-1/);
    await expect(page).toHaveURL(/off=context/);
    await expect(page.getByRole('heading', { name: /^Circular order/ })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'All together' })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.goto('/dossiers/istanbul-2025/sequence?col=ukraine-statement-children');
    await expect(page.getByText('No order of steps is stated')).toBeVisible();
    await page.getByRole('link', { name: 'Compare the papers' }).click();
    await expect(page).toHaveURL(/\/compare\?col=ukraine-statement-children/);
  });
});

test('axe finds nothing, in light and in dark', async ({ page }) => {
  await page.goto(sequence);
  expect(await faults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faults(page)).toEqual([]);
});

test('swapping mirrors lanes and lists and keeps every statement', async ({ page }) => {
  const read = async () => ({
    lanes: await page.locator('.lane h4').allInnerTexts(),
    steps: (await rows(page).evaluateAll((all) => all.map(({ id }) => id))).sort(),
    words: await arrows(page).evaluateAll((all) => all.map((a) => a.textContent)),
  });
  await page.goto(sequence, { waitUntil: 'networkidle' });
  const before = await read();
  expect(before.lanes.slice(0, 3)).toEqual(['Russia', 'Ukraine', 'All together']);
  await page.getByRole('link', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/col=ukraine&col=russia/);
  await expect(page.locator('.lane h4').first()).toHaveText('Ukraine');
  const after = await read();
  expect(after.lanes.slice(0, 3)).toEqual(['Ukraine', 'Russia', 'All together']);
  expect(after.steps).toEqual(before.steps);
  expect(after.words).toEqual(before.words);
});
