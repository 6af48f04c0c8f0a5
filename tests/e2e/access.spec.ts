import { expect, test } from '@playwright/test';
import { faults } from './axe.ts';

const compare = '/dossiers/istanbul-2025/compare';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the list', async ({ page }) => {
      await page.goto('/');
      expect(await faults(page)).toEqual([]);
    });

    test('axe finds nothing on the comparison with everything open', async ({ page }) => {
      await page.goto(`${compare}?relation=incompatible&relation=same-terms`);
      await page.locator('[data-scripted]').waitFor({ state: 'attached' });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      // Colours are judged at rest, not while something fades in.
      await page.waitForTimeout(400);
      expect(await faults(page)).toEqual([]);
    });

    test('axe finds nothing with three columns and none with a filter without rows', async ({
      page,
    }) => {
      await page.goto('/dossiers/port-wages/compare');
      expect(await faults(page)).toEqual([]);
      await page.goto('/dossiers/port-wages/compare?q=no-such-words');
      await expect(page.getByText('No row fits these filters.')).toBeVisible();
      expect(await faults(page)).toEqual([]);
    });
  });
}

test('the page never scrolls sideways, from a telephone to a desk', async ({ page }) => {
  for (const width of [390, 1024, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of ['/', compare, '/dossiers/port-wages/compare']) {
      await page.goto(path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([path, width, over]).toEqual([path, width, 0]);
    }
  }
});

test('on a telephone each party’s words stand under its name', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(compare);
  const row = page.locator('[data-row]').first();
  const names = row.locator('.cell-name');
  await expect(names.first()).toBeVisible();
  const tops = await names.evaluateAll((all) =>
    all.map((name) => name.getBoundingClientRect().top),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(tops).size).toBe(tops.length);
});

test('the keyboard alone reaches content, filters and an opened row', async ({ page }) => {
  await page.goto(`${compare}?relation=same-terms`);
  await page.locator('[data-scripted]').waitFor({ state: 'attached' });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  const summary = page.locator('[data-details] summary').first();
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if (await summary.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(summary).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-details]').first()).toHaveAttribute('open', '');
});
