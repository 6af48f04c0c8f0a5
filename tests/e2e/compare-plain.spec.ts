import { expect, test } from '@playwright/test';

const compare = '/dossiers/istanbul-2025/compare';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('list, comparison, filter, details and download all work', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Istanbul memoranda of June 2025' }).click();
    const rows = page.locator('[data-row]');
    const all = await rows.count();
    expect(all).toBeGreaterThan(20);

    await page.getByRole('searchbox').fill('neutral');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/q=neutral/);
    expect(await rows.count()).toBeLessThan(all);
    expect(await rows.count()).toBeGreaterThan(0);

    await page.locator('[data-details] summary').first().click();
    await page
      .getByRole('link', { name: /^Row \S+ on its own page$/ })
      .first()
      .click();
    await expect(page.getByText('Rule').first()).toBeVisible();
    await page.goBack();

    await expect(page.getByRole('button', { name: 'Copy table' })).toHaveCount(0);
    const href = await page.getByRole('link', { name: 'Download table' }).getAttribute('href');
    const answer = await page.request.get(href ?? '');
    expect(answer.headers()['content-type']).toContain('text/html');
    expect(answer.headers()['content-disposition']).toContain('istanbul-2025');
    expect(await answer.text()).toContain('<table');
  });

  test('columns are swapped and chosen by links and fields alone', async ({ page }) => {
    await page.goto(compare);
    await page.getByRole('link', { name: 'Swap' }).click();
    await expect(page.locator('thead th').nth(1)).toContainText('Ukraine');
    await page.getByLabel('Add a column').selectOption({ index: 3 });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    // Number, three columns, and the assessment at their right.
    await expect(page.locator('thead th')).toHaveCount(5);
    await expect(page.locator('thead th').last()).toContainText('Assessment');
  });

  test('the theme is chosen by a form and kept', async ({ page }) => {
    await page.goto(`${compare}?q=neutral`);
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(page).toHaveURL(/q=neutral/);
    const scheme = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(await scheme()).toBe('dark');
    await page.goto('/');
    expect(await scheme()).toBe('dark');
    await page.getByRole('button', { name: 'Auto' }).click();
    expect(await scheme()).toBe('light dark');
  });
});

test('the chosen theme never leads to another site', async ({ request, baseURL }) => {
  const answer = await request.post('/theme', {
    headers: { origin: baseURL ?? '' },
    form: { theme: 'dark', back: '//evil.example/' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers()['location']).toBe('/');
});
