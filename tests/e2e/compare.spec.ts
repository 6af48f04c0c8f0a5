import { expect, test, type Page } from '@playwright/test';

const compare = '/dossiers/istanbul-2025/compare';

/** Scripts have taken the page over: only then do keys and live filters work. */
const ready = (page: Page) => page.locator('[data-scripted]').waitFor({ state: 'attached' });

const rows = (page: Page) => page.locator('[data-row]');

test('the list leads to the comparison of a dossier', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Istanbul memoranda of June 2025' }).click();
  await expect(page).toHaveURL(new RegExp(`${compare}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Istanbul/);
  await expect(page.getByText('Not an official document.').first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /^Russia/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /^Ukraine/ })).toBeVisible();
});

test('a filter in the address shows its rows and nothing else', async ({ page }) => {
  await page.goto(`${compare}?relation=incompatible`);
  const shown = await rows(page).count();
  expect(shown).toBeGreaterThan(0);
  await expect(page.locator('[data-row].rel-incompatible')).toHaveCount(shown);
});

test('what the address names and the dossier lacks is told, and all rows are shown', async ({
  page,
}) => {
  await page.goto(compare);
  const all = await rows(page).count();
  await page.goto(`${compare}?issue=cheese&col=atlantis`);
  await expect(page.getByRole('alert')).toContainText('cheese');
  await expect(page.getByRole('alert')).toContainText('atlantis');
  await expect(rows(page)).toHaveCount(all);
});

test('a dossier or page that is not there says so on a page that looks right', async ({ page }) => {
  const answer = await page.goto('/dossiers/atlantis/compare');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('atlantis')).toBeVisible();
  await expect(page.getByRole('link', { name: 'All dossiers' })).toBeVisible();
});

test('typing filters the table, keeps the focus and stands in the address', async ({ page }) => {
  await page.goto(compare);
  await ready(page);
  const all = await rows(page).count();
  const search = page.getByRole('searchbox');
  await search.pressSequentially('neutral', { delay: 20 });
  await expect(page).toHaveURL(/[?&]q=neutral/);
  await expect.poll(() => rows(page).count()).toBeLessThan(all);
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('neutral');
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(rows(page)).toHaveCount(all);
  await expect(search).toHaveValue('');
});

test('swapping mirrors the columns and changes no number and no relation', async ({ page }) => {
  const read = async () => {
    await expect(rows(page).first()).toBeVisible();
    return rows(page).evaluateAll((all) =>
      all.map((row) => ({
        id: row.id,
        relation: [...row.classList].find((name) => name.startsWith('rel-')),
        texts: [...row.querySelectorAll('td:not(.assessment)')].map((cell) => cell.textContent),
      })),
    );
  };
  await page.goto(compare);
  await ready(page);
  const before = await read();
  await page.getByRole('link', { name: 'Swap' }).click();
  await expect(page).toHaveURL(/col=ukraine&col=russia/);
  await expect(page.locator('thead th').nth(1)).toContainText('Ukraine');
  const after = await read();
  expect(after.map(({ id, relation }) => ({ id, relation }))).toEqual(
    before.map(({ id, relation }) => ({ id, relation })),
  );
  expect(after.map(({ texts }) => texts.toReversed())).toEqual(before.map(({ texts }) => texts));
});

test('leaving a premise out recomputes the table', async ({ page }) => {
  await page.goto(`${compare}?relation=incompatible`);
  await ready(page);
  const strip = page.getByRole('navigation', { name: 'Rows by relation' });
  const before = await strip.innerText();
  await page.getByText(/^Premises \(/).click();
  const boxes = page.locator('input[name="off"]');
  for (let i = 0; i < (await boxes.count()); i += 1) {
    await boxes.nth(i).check();
    await expect(page).toHaveURL(/off=/);
  }
  await expect.poll(() => strip.innerText()).not.toBe(before);
  await expect(strip).not.toContainText(/[1-9]\d* given premises/);
});

test('single keys move through the rows, open one and can be switched off', async ({ page }) => {
  await page.goto(compare);
  await ready(page);
  await page.keyboard.press('j');
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press('Enter');
  const details = page.locator('[data-details]').first();
  await expect(details).toHaveAttribute('open', '');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.locator('#content').focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('j');
  await expect(rows(page).nth(0)).not.toBeFocused();
});

test('every row has a link, and the address leads to it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(compare);
  await ready(page);
  const row = rows(page).nth(5);
  const id = (await row.getAttribute('id')) ?? '';
  await row.getByRole('link', { name: /Link to row/ }).click();
  await expect(row.getByRole('status')).toHaveText('Link copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).hash).toBe(`#${id}`);
  await page.goto(copied);
  await expect(page.locator(':target')).toHaveAttribute('id', id);
});

test('the table is copied as a table with title block, sources and review marks', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${compare}?relation=incompatible`);
  await ready(page);
  const shown = await rows(page).count();
  await page.getByRole('button', { name: 'Copy table' }).click();
  await expect(page.getByText('Copied. Paste it into a document as a table.')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { html: await read('text/html'), text: await read('text/plain') };
  });
  const seen = await page.evaluate((html) => {
    const pasted = new DOMParser().parseFromString(html, 'text/html');
    return {
      tables: pasted.querySelectorAll('table').length,
      rows: pasted.querySelectorAll('tbody th[scope="row"]').length,
      sources: pasted.querySelectorAll('ol > li').length,
      text: pasted.body.textContent,
    };
  }, copied.html);
  expect(seen.tables).toBe(1);
  expect(seen.rows).toBe(shown);
  expect(seen.sources).toBeGreaterThan(3);
  expect(seen.text).toContain('Not an official document.');
  expect(copied.text.split('\n').filter((line) => line.includes('\t'))).toHaveLength(shown + 1);
});

test('nothing on the page asks another host for anything', async ({ page, baseURL }) => {
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL ?? ''}/`)) strangers.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(compare);
  await ready(page);
  // Long enough for whatever a page would fetch by itself; the stream of changes never ends.
  await page.waitForTimeout(1000);
  expect(strangers).toEqual([]);
  expect(errors).toEqual([]);
});
