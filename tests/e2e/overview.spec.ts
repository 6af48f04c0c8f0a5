import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const istanbul = '/dossiers/istanbul-2025';
const port = '/dossiers/port-wages';

const ready = (page: Page) => page.locator('[data-scripted]').waitFor({ state: 'attached' });

/** The cells of a table, row by row. */
const cellsOf = (page: Page, table: string) =>
  page
    .getByRole('region', { name: table })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => ({
        issue: row.querySelector('th')?.textContent.trim(),
        cells: [...row.querySelectorAll('td')].map((cell) =>
          // What a link says of its column is turned round with the columns.
          cell.textContent
            .replace(/\s+/g, ' ')
            .replace(/^.*?: /, '')
            .trim(),
        ),
      })),
    );

test('the list leads to the overview, and each line of it to the rows it speaks of', async ({
  page,
}) => {
  await page.goto('/');
  const card = page.getByRole('article', { name: /^Port of Aldmere/ });
  await card.getByRole('link', { name: 'Overview' }).click();
  await expect(page).toHaveURL(new RegExp(`${port}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Port of Aldmere');
  const lines = page.getByRole('region', { name: 'Issue by issue' });
  await expect(lines.getByRole('heading', { level: 3 }).first()).toHaveText('Pay');
  const cell = page.getByRole('link', { name: /^Working time, .* and Ministry of Labour:/ }).last();
  const count = /(\d+)\s+fits within/.exec((await cell.textContent()) ?? '')?.[1];
  await cell.click();
  await expect(page).toHaveURL(/col=union&col=ministry&issue=working-time/);
  await expect(page.locator('[data-row].rel-fits-within')).toHaveCount(Number(count));
});

test('swapping the parties mirrors both tables and changes no line', async ({ page }) => {
  await page.goto(port);
  await ready(page);
  const tables = ['Table of issues and pairs of parties', 'Table of who speaks to what'];
  const before = await Promise.all(tables.map((table) => cellsOf(page, table)));
  const headlines = page
    .getByRole('region', { name: 'Issue by issue' })
    .locator('li [class*="badge"]');
  const told = await headlines.allInnerTexts();
  await page.getByRole('link', { name: 'Reverse' }).click();
  await expect(page).toHaveURL(/col=ministry&col=union&col=employer/);
  await expect(page.getByRole('columnheader', { name: /^Ministry of Labour and D/ })).toBeVisible();
  const after = await Promise.all(tables.map((table) => cellsOf(page, table)));
  const turned = after.map((rows) =>
    rows.map(({ issue, cells }) => ({ issue, cells: cells.toReversed() })),
  );
  expect(turned).toEqual(before);
  expect(await headlines.allInnerTexts()).toEqual(told);
});

test('by keyboard alone: a reading is chosen, its table reached, a term found', async ({
  page,
}) => {
  await page.goto(istanbul);
  await ready(page);
  await page.getByLabel('Russia: Conditions for a ceasefire').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/reading\.ceasefire-options=option-1/);
  const readings = page.getByRole('region', { name: 'Readings by rank' });
  await expect(readings.locator('tbody tr')).toHaveCount(1);
  await readings.focus();
  await expect(readings).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(readings.getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/compare\?.*reading\.ceasefire-options=option-1/);

  await page.goto(`${istanbul}/glossary`);
  await ready(page);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('Kiev', { delay: 15 });
  await expect(page).toHaveURL(/q=Kiev/);
  await expect(page.getByText('“Kiev”')).toBeVisible();
  await expect(page.getByText(/^1 of \d+ entries$/)).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('day, filters and the way to a source all work', async ({ page }) => {
    await page.goto(istanbul);
    await page.getByLabel('Papers as at').fill('2025-06-01');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/as-at=2025-06-01/);
    await expect(page.getByText('As at 1 June 2025')).toBeVisible();
    await page.getByRole('link', { name: 'Sources', exact: true }).click();
    await page.getByLabel('Party').selectOption({ label: 'Ukraine' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByText(/^7 of 15 sources$/)).toBeVisible();
    await page.getByRole('link', { name: /^LIGA\.net:/ }).click();
    await expect(page.locator(':target')).toContainText('news.liga.net');
    await page.getByRole('link', { name: 'Glossary', exact: true }).click();
    await page.getByRole('searchbox').fill('join nato');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(/q=join\+nato/);
    await expect(page.getByRole('heading', { level: 4, name: 'Join NATO' })).toBeVisible();
  });
});

test('nothing on the three pages is out of reach of assistive technology, light or dark', async ({
  page,
}) => {
  // Six analyses take their time where others work on the machine.
  test.slow();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of [
      port,
      `${istanbul}/sources?paper=ukraine-statement-children`,
      `${port}/glossary?q=pay`,
    ]) {
      await page.goto(path);
      expect(await faults(page), `${path} ${colorScheme}`).toEqual([]);
    }
  }
});

test('the three pages fit a narrow screen and ask no other host for anything', async ({
  page,
  baseURL,
}) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL ?? ''}/`)) strangers.push(request.url());
  });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [istanbul, port, `${istanbul}/sources`, `${istanbul}/glossary`]) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
  expect(strangers).toEqual([]);
  const links = page.getByRole('main').locator('a[href^="http"]');
  await page.goto(`${istanbul}/sources`);
  expect(await links.count()).toBeGreaterThan(10);
  for (const rel of await links.evaluateAll((all) => all.map((link) => link.getAttribute('rel'))))
    expect(rel).toContain('noopener');
});
