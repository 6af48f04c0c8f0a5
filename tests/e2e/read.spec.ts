import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';

const istanbul = '/dossiers/istanbul-2025/read';
const port = '/dossiers/port-wages/read';

/** What each clause of a column is, in its order. */
const clausesOf = (page: Page, column: 'first' | 'second') =>
  page
    .locator(`[data-column="${column}"] [data-clause]`)
    .evaluateAll((all) =>
      all.map((clause) => [
        clause.id,
        [...clause.querySelectorAll('[data-counterpart]')]
          .map((chip) => chip.textContent.replace(/\s+/g, ' '))
          .toSorted(),
      ]),
    );

test('swapping the papers mirrors the page', async ({ page }) => {
  await page.goto(istanbul);
  const before = [await clausesOf(page, 'first'), await clausesOf(page, 'second')];
  await page.getByRole('link', { name: 'Swap the two papers' }).click();
  await expect(page).toHaveURL(/a=ukraine-memorandum&b=russia-memorandum/);
  await expect(page.getByRole('article').first()).toHaveAttribute('id', 'paper-ukraine-memorandum');
  expect([await clausesOf(page, 'second'), await clausesOf(page, 'first')]).toEqual(before);
});

test('by keyboard alone: clauses, columns and counterparts, with columns that scroll together', async ({
  page,
}) => {
  await page.goto(istanbul);
  await page.locator('[data-scripted]').waitFor({ state: 'attached' });
  await expect(page.locator('.gutter path.drawn').first()).toBeVisible();
  const scrolls = () =>
    page.locator('[data-column]').evaluateAll((all) => all.map(({ scrollTop }) => scrollTop));
  const focused = page.locator('[data-clause]:focus');

  await page.getByRole('region', { name: /^Text of .* Russia/ }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(focused).toHaveAttribute('data-clause', 'ru-I.2');
  await page.keyboard.press('g');
  await expect(focused).toHaveAttribute('data-clause', 'ua-I.5a');
  await expect(page.locator('[data-column="second"]')).toContainText('no duty to be neutral');
  await page.keyboard.press('h');
  await expect(focused).toHaveAttribute('data-clause', /^ru-/);

  await page.keyboard.press('Shift+Tab');
  await page.getByRole('region', { name: /^Text of .* Russia/ }).focus();
  await page.keyboard.press('End');
  const isAtEnd = async () => {
    const ends = await page
      .locator('[data-column]')
      .evaluateAll((all) => all.map((c) => c.scrollHeight - c.clientHeight - c.scrollTop));
    return ends.every((rest) => rest <= 2);
  };
  await expect.poll(isAtEnd).toBe(true);
  await page.getByRole('switch', { name: 'Scroll together' }).focus();
  await page.keyboard.press('Space');
  const [, before] = await scrolls();
  await page.getByRole('region', { name: /^Text of .* Russia/ }).focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => (await scrolls())[0]).toBe(0);
  expect((await scrolls())[1]).toBe(before);
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Scroll together' })).not.toBeChecked();
});

test('by pointer: a counterpart comes beside its clause, the map leads to any place', async ({
  page,
}) => {
  await page.goto(`${istanbul}#clause-ua-I.5a`);
  await expect(page.locator('.gutter path.drawn').first()).toBeVisible();
  const clause = page.locator('[data-clause="ua-I.5a"]');
  await expect(clause).toBeInViewport();
  await clause.locator('[data-counterpart]').first().click();
  const other = page.locator('[data-clause="ru-I.2"]');
  await expect(other).toBeFocused();
  await expect(other).toBeInViewport();
  await expect(page.locator('.gutter path.drawn:not(.away)')).not.toHaveCount(0);

  const map = page.locator('.map').last();
  const box = await map.boundingBox();
  await map.click({ position: { x: 8, y: (box?.height ?? 0) - 3 } });
  await expect(page.locator('[data-column="second"] [data-clause]').last()).toBeInViewport();
  await expect(page.locator('[data-column="first"] [data-clause]').last()).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('papers are chosen, counterparts and rows followed; a narrow screen shows one at a time', async ({
    page,
  }) => {
    await page.goto(port);
    await page.getByLabel('Beside it').selectOption('ministry-memorandum');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await expect(page).toHaveURL(/b=ministry-memorandum/);
    const clause = page.locator('[data-column="first"] [data-clause]:has([data-counterpart])');
    const chip = clause.first().locator('[data-counterpart]').first();
    const id = (await chip.getAttribute('data-counterpart')) ?? '';
    await chip.click();
    await expect(page.locator(':target')).toHaveAttribute('data-clause', id);

    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator('[data-column="second"]')).toBeVisible();
    await expect(page.locator('[data-column="first"]')).toBeHidden();
    await page.getByRole('link', { name: /^Read the other paper/ }).click();
    await expect(page.locator('[data-column="first"]')).toBeVisible();
    await expect(page.locator('[data-column="second"]')).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);

    await page.getByRole('link', { name: /^Read it alone/ }).click();
    await page.getByRole('navigation', { name: 'Outline' }).getByRole('link').nth(2).click();
    await expect(page.locator(':target')).toBeVisible();
    await page.goBack();
    await page.goBack();
    await clause.first().getByRole('link', { name: /^row/ }).first().click();
    await expect(page).toHaveURL(/compare\/rows\/.*col=/);
  });
});

test('nothing on the page is out of reach of assistive technology, light or dark', async ({
  page,
}) => {
  test.slow();
  const plans = '/dossiers/plans-2025/read';
  for (const [colorScheme, path] of [
    ['light', plans],
    ['dark', plans],
    ['dark', `${port}?a=union-memorandum&b=none`],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    expect(await faults(page), `${path} ${colorScheme}`).toEqual([]);
  }
});
