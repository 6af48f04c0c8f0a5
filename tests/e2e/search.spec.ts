import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { makeDossier } from './own-dossier.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('words of a clause lead to the clause, marked where they stand', async ({
    page,
    request,
  }) => {
    await makeDossier(request, 'search-plain');
    await page.goto('/search');
    await page.getByRole('searchbox', { name: 'Words' }).fill('fleet leaves');
    await page.getByRole('combobox', { name: 'Dossier' }).selectOption('search-plain');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByText('1 found')).toBeVisible();
    await expect(page.locator('mark')).toHaveText(['fleet', 'leaves']);
    await page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').click();
    await expect(page).toHaveURL(/edit\/clause\/a-1$/);
  });

  test('nothing found and nothing asked are said', async ({ page }) => {
    await page.goto('/search?q=zzzzqqqq');
    await expect(page.getByText('Nothing was found.')).toBeVisible();
    await page.goto('/search?q=-only');
    await expect(page.getByText('There is nothing to look for')).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the page of search', async ({ page }) => {
      await page.goto('/search?q=ceasefire');
      await expect(page.getByText(/\d+ found/)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  });
}
