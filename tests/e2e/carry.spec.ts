import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { faults } from './axe.ts';
import { editByOther, makeDossier } from './own-dossier.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an import shows what it would change, and takes what is ticked', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'carry-merge');
    await page.goto(`${base}/export`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download carry-merge.zip', exact: true }).click(),
    ]);
    const file = await download.path();
    expect(download.suggestedFilename()).toBe('carry-merge.zip');
    await editByOther(request, `${base}/records/issue/fleet`, { label: 'Renamed here' });
    await editByOther(request, `${base}/records/act/leave`, { label: 'sail away' });
    await page.goto('/import');
    await page.getByLabel('File').setInputFiles(file);
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await expect(page.getByText('There is a dossier of this id here.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Renamed here');
    await page.getByLabel('Take the one of the file: leave the bay').uncheck();
    await page.getByRole('button', { name: 'Import' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Change 5');
    const read = async (path: string) =>
      ((await (await request.get(`/api/v1${base}${path}`)).json()) as { body: { label: string } })
        .body.label;
    expect(await read('/records/issue/fleet')).toBe('The fleet');
    expect(await read('/records/act/leave')).toBe('sail away');
  });

  test('an encrypted export opens with its passphrase and with no other', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'carry-locked');
    await page.goto(`${base}/export`);
    const button = page.getByRole('button', { name: 'Download carry-locked.zip.age' });
    await page.getByLabel('Passphrase', { exact: true }).fill('five unrelated words');
    await page.getByLabel('Passphrase again').fill('six unrelated words');
    await button.click();
    await expect(page.getByText('The two passphrases differ.')).toBeVisible();
    await page.getByLabel('Passphrase', { exact: true }).fill('five unrelated words');
    await page.getByLabel('Passphrase again').fill('five unrelated words');
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const file = await download.path();
    expect(readFileSync(file).includes('The fleet leaves')).toBe(false);
    await page.goto('/import');
    await page.getByLabel('File').setInputFiles(file);
    await page.getByLabel('Passphrase').fill('not these words at all');
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await expect(page.getByText('this passphrase does not open the file').first()).toBeVisible();
    await page.getByLabel('File').setInputFiles(file);
    await page.getByLabel('Passphrase').fill('five unrelated words');
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await expect(page.getByText('The dossier here is the same already.')).toBeVisible();
  });

  test('what is no bundle is refused with a reason', async ({ page }) => {
    await page.goto('/import');
    const file = { name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') };
    await page.getByLabel('File').setInputFiles(file);
    await page.getByRole('button', { name: 'Show what it would change' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing was imported.');
  });

  test('a dossier is deleted only by its title, and then it is gone', async ({ page, request }) => {
    const base = await makeDossier(request, 'carry-delete');
    await page.goto(`${base}/delete`);
    await page.getByRole('textbox').fill('The fleet');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByRole('alert')).toContainText('The fleet (carry-delete)');
    await page.getByRole('textbox').fill('The fleet (carry-delete)');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText(/records, 2 texts and 2 changes are gone/)).toBeVisible();
    expect((await page.goto(`${base}/compare`))?.status()).toBe(404);
  });

  test('a backup is made and deleted on the page of operation', async ({ page }) => {
    await page.goto('/operation');
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(page.getByText(/parley-.*\.zip is written/)).toBeVisible();
    await page.locator('summary').first().click();
    await page
      .getByLabel(/type: restore/)
      .first()
      .fill('no');
    await page.getByRole('button', { name: 'Restore' }).first().click();
    await expect(page.getByText('Nothing was restored')).toBeVisible();
    await page.locator('summary').first().click();
    await page.getByRole('button', { name: 'Delete this backup for good' }).first().click();
    await expect(page.getByText(/is deleted/)).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the pages of carrying and operation', async ({ page, request }) => {
      const base = await makeDossier(request, `carry-axe-${colorScheme}`);
      await request.post('/api/v1/backups');
      const paths = [
        '/import',
        '/operation',
        '/account',
        '/people',
        `${base}/export`,
        `${base}/delete`,
      ];
      for (const path of paths) {
        await page.goto(path);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect([path, await faults(page)]).toEqual([path, []]);
      }
    });
  });
}
