import { expect, test } from '@playwright/test';
import { editByOther, makeDossier } from './own-dossier.ts';

test('a change made elsewhere appears without loading the page again', async ({
  page,
  request,
}) => {
  const base = await makeDossier(request, 'live-compare');
  const opened = page.waitForResponse((response) => response.url().endsWith('/events'));
  await page.goto(`${base}/compare`);
  await opened;
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  await editByOther(request, `${base}/records/head/head`, { title: 'The northern fleet' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The northern fleet');
  expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
});

test('a form in which something is typed stays as it is', async ({ page, request }) => {
  const base = await makeDossier(request, 'live-form');
  const opened = page.waitForResponse((response) => response.url().endsWith('/events'));
  await page.goto(`${base}/edit/issue/fleet`);
  await opened;
  await page.getByLabel('Label').fill('Typed and not saved');
  await editByOther(request, `${base}/records/issue/fleet`, { question: 'Where?' });
  await page.waitForTimeout(1500);
  await expect(page.getByLabel('Label')).toHaveValue('Typed and not saved');
});
