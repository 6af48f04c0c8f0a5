import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const plans = '/dossiers/plans-2025/rounds';
const lake = '/dossiers/lake-mirn/rounds';

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('texts, moves and unchanged clauses are chosen by links and a form', async ({ page }) => {
    await page.goto(lake);
    await page.getByRole('link', { name: /^Aurel/ }).click();
    const rows = page.locator('[data-row]');
    await expect(rows).toHaveCount(7);
    await page.getByLabel('Show unchanged clauses too').check();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/party=aurel.*unchanged=show/);
    await expect(rows).toHaveCount(8);
    const counts = page.getByRole('navigation', { name: 'Clauses by move' });
    await counts.getByRole('link', { name: /dropped/ }).click();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('strikes the point out');
  });
});

test('a cap that changed its figure and its scope tells both, and leads to the compared row', async ({
  page,
}) => {
  await page.goto(plans);
  const row = page.locator('[data-row]', { hasText: 'Limit the size of Ukraine’s armed forces' });
  await expect(row).toContainText('Shifted');
  await expect(row).toContainText('figure: size of the armed forces · scope narrower');
  await expect(row).toContainText('no longer speaks to wartime');
  await expect(row.locator('ins, del')).toHaveCount(0);
  await row.getByRole('link', { name: /^Compare row/ }).click();
  await expect(page).toHaveURL(/compare\?col=us-plan&col=e3-counter-proposal#row-forces/);
  await expect(page.locator('[id="row-forces:act:cap-forces"]')).toBeInViewport();
});

test('two rounds are chosen and changed words shown by keyboard alone', async ({ page }) => {
  await page.goto(`${lake}?base=rolling-1`);
  await expect(page.getByRole('region', { name: 'Brackets and options by round' })).toContainText(
    '38',
  );
  await page.getByLabel('Text at the left').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/from=rolling-1/);
  // The text that was made from it stands beside it.
  await expect(page.getByLabel('Text at the right')).toHaveValue('rolling-2');
  const first = page.locator('[data-row]').first();
  await expect(first.locator('del').first()).toContainText('[gone: ');
  await page.getByRole('link', { name: 'Swap' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Read backwards')).toBeVisible();
  await expect(first).toContainText('Words added');
});

test('exchanging two parties exchanges their columns and nothing else', async ({ page }) => {
  await page.goto(lake);
  const cells = async (): Promise<string[][]> => {
    const rows = await page.locator('main table tr').all();
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  };
  const there = await cells();
  await page.getByRole('link', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/col=bresk&col=aurel/);
  await expect(page.locator('main thead th').nth(1)).toContainText('Bresk');
  expect(await cells()).toEqual(there.map(([head = '', ...own]) => [head, ...own.toReversed()]));
});

test('light and dark are accessible, and nothing is wider than a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [plans, lake, `${lake}?base=rolling-1`]) {
    await page.goto(path);
    expect([path, await fits(page)]).toEqual([path, true]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  const looks = [
    [`${lake}?base=rolling-1`, 'light'],
    [`${plans}?move=shifted`, 'dark'],
    [lake, 'dark'],
  ] as const;
  for (const [path, colorScheme] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    expect([path, colorScheme, await faults(page)]).toEqual([path, colorScheme, []]);
  }
});

test('a dossier without rounds says so and what to do', async ({ page }) => {
  await page.goto('/dossiers/port-wages/rounds');
  await expect(page.getByRole('heading', { name: 'No rounds yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Edit the papers' }).click();
  await expect(page).toHaveURL(/port-wages\/edit\/paper$/);
});
