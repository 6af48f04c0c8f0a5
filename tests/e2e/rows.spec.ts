import { expect, test, type Page } from '@playwright/test';
import { Buffer } from 'node:buffer';
import { zipSync } from 'fflate';
import { formatBundle } from '#lib/formats/format-bundle.ts';
import { aLargeDossier } from '../support/large-dossier.ts';
import { faults } from './axe.ts';
import { makeDossier } from './own-dossier.ts';

const rowPage = async (page: Page, base: string): Promise<void> => {
  await page.goto(`${base}/compare`);
  await page.locator('[data-details] summary').first().click();
  await page.getByRole('link', { name: 'Row 1 on its own page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 ');
};

test('what a row opens to is loaded when it is opened', async ({ page }) => {
  await page.goto('/dossiers/istanbul-2025/compare');
  await page.locator('[data-scripted]').waitFor({ state: 'attached' });
  const details = page.locator('[data-details]').first();
  await expect(details.getByText('Rule')).toHaveCount(0);
  await details.locator('summary').click();
  await expect(details.getByText('Rule').first()).toBeVisible();
});

test('an analyst renames a row, judges it, makes one and moves what it says there, and takes it back', async ({
  page,
  request,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const base = await makeDossier(request, 'rows-by-hand');
  await rowPage(page, base);
  await page.getByLabel('Title', { exact: true }).fill('Where the fleet lies');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 Where the fleet lies');
  await page.getByRole('combobox', { name: 'Relation' }).selectOption('partial-overlap');
  await page.getByLabel('Reason').fill('Both say what becomes of the bay.');
  await page.getByRole('button', { name: 'Record verdict' }).click();
  await expect(page.locator('[data-row]')).toContainText('Partial overlap');
  await expect(page.locator('[data-row]')).toContainText('Both say what becomes of the bay.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[data-row]')).toContainText('Incompatible as written');
  await page.getByRole('link', { name: 'Make a new row' }).click();
  await page.getByLabel('Title').fill('Harbours');
  await page.getByRole('combobox', { name: 'Issue' }).selectOption({ label: 'The fleet' });
  await page.getByRole('button', { name: 'Make the row' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 Harbours');
  await page.getByRole('link', { name: 'Row before' }).click();
  await page.getByRole('checkbox', { name: /Borduria 1/ }).check();
  await page.getByRole('combobox', { name: 'Move the chosen ones to' }).selectOption({
    label: '2 Harbours',
  });
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('home in another row')).toBeVisible();
  await page.goto(`${base}/compare`);
  await expect(page.locator('[data-row]')).toHaveCount(2);
  await expect(page.locator('[data-row]').nth(1)).toContainText('Harbours');
  // Nothing was drawn by the server that the browser would draw otherwise.
  expect(said).toEqual([]);
});

test('a view is kept under a name, found again and forgotten', async ({ page, request }) => {
  const base = await makeDossier(request, 'rows-views');
  await page.goto(`${base}/compare?relation=incompatible&sort=gravest`);
  const views = page.locator('.views > summary');
  await views.click();
  await page.getByLabel('Keep what is shown as').fill('Clashes');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.goto(`${base}/compare`);
  await views.click();
  await page.getByRole('link', { name: 'Clashes' }).click();
  await expect(page).toHaveURL(/relation=incompatible&sort=gravest/);
  await views.click();
  await page.getByRole('button', { name: 'Forget the view Clashes' }).click();
  await expect(views).toHaveText('Views');
});

test('single keys jump between rows that are incompatible and open the verdict', async ({
  page,
}) => {
  await page.goto('/dossiers/istanbul-2025/compare');
  await page.locator('[data-scripted]').waitFor({ state: 'attached' });
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  const second = page.locator('[data-row].rel-incompatible').nth(1);
  await expect(second).toBeFocused();
  await page.keyboard.press('[');
  await expect(page.locator('[data-row].rel-incompatible').first()).toBeFocused();
  await page.keyboard.press('v');
  await expect(page).toHaveURL(/\/compare\/rows\/.*#verdict$/);
  await expect(page.getByRole('heading', { name: 'Your verdict' })).toBeInViewport();
});

test('the palette leads to pages and issues by their words', async ({ page }) => {
  await page.goto('/dossiers/istanbul-2025/compare');
  await page.locator('[data-scripted]').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sanctions');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#issue-sanctions$/);
  await page.keyboard.press('Control+k');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.type('gloss');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
});

test('a very long table holds only what is near, and reaches every row', async ({
  page,
  request,
}) => {
  const files = formatBundle(aLargeDossier({ rows: 400, parties: 2 }));
  if (!files.ok) throw new Error(files.problems[0]?.message);
  const data = Buffer.from(zipSync(Object.fromEntries(files.value)));
  const sent = await request.post('/api/v1/import', { data });
  expect(sent.ok()).toBe(true);
  await page.goto('/dossiers/large/compare');
  await page.locator('[data-scripted]').waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('tbody').count()).toBe(40);
  expect(await page.locator('[data-row]').count()).toBeLessThan(120);
  await page.getByRole('navigation', { name: 'Issues' }).getByRole('link').last().click();
  await expect(page.locator('[id="issue-issue-9"]')).toBeInViewport();
  await page.goto('/dossiers/large/compare#row-issue-5:act:act-201');
  await expect(page.locator('[id="row-issue-5:act:act-201"]')).toBeInViewport({ ratio: 0.01 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of a row shows what it rests on and takes decisions', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'rows-plain');
    await rowPage(page, base);
    await expect(page.getByText('Rule').first()).toBeVisible();
    await page.getByLabel('Title', { exact: true }).fill('Ships');
    await page.getByRole('button', { name: 'Rename' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 Ships');
  });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the page of a row, ${scheme}`, async ({ page, request }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const base = await makeDossier(request, `rows-axe-${scheme}`);
    await rowPage(page, base);
    expect(await faults(page)).toEqual([]);
    await page.goto(`${base}/compare/rows`);
    expect(await faults(page)).toEqual([]);
  });
}
