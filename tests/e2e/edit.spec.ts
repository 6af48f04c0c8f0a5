import { expect, test } from '@playwright/test';
import { faults } from './axe.ts';
import { demand, editByOther, makeDossier } from './own-dossier.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a record is edited, and the edit is in the history and can be taken back', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'edit-plain');
    await page.goto(`${base}/compare`);
    await page
      .getByRole('navigation', { name: 'Dossier' })
      .getByRole('link', { name: 'Edit' })
      .click();
    await page.getByRole('link', { name: 'Issues' }).click();
    await page.getByRole('link', { name: 'The fleet', exact: true }).click();
    await page.getByLabel('Label').fill('Флот у затоці');
    await page.getByLabel('Why (for the history)').fill('Named as both sides do');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved as change 3')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Флот у затоці');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.goto(`${base}/edit/issue/fleet`);
    await expect(page.getByLabel('Label')).toHaveValue('The fleet');
    await page.goto(`${base}/history`);
    await expect(page.getByText('Named as both sides do')).toBeVisible();
  });

  test('rows of lists and groups are added and taken out, and nothing typed is lost', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'edit-rows');
    await page.goto(`${base}/edit/provision/a-leave`);
    await page.getByRole('button', { name: '+ amount' }).click();
    await page.getByLabel('Unit').fill('days');
    await page.getByRole('button', { name: '+ vague word' }).click();
    await expect(page.getByLabel('Unit')).toHaveValue('days');
    await page.getByRole('button', { name: 'Remove amount 1' }).click();
    await expect(page.getByLabel('Unit')).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Vague word 1' }).fill('fleet');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved as change 3')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Vague word 1' })).toHaveValue('fleet');
  });

  test('what cannot be saved comes back as it was typed, with the reason at its field', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'edit-wrong');
    await page.goto(`${base}/edit/provision/a-leave`);
    const words = page.getByRole('textbox', { name: 'The words it rests on' });
    await words.fill('Words that stand nowhere');
    await page.getByLabel('Note').fill('A long thought');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing was saved');
    await expect(words).toHaveValue('Words that stand nowhere');
    await expect(words).toHaveAccessibleDescription(/do not stand in the clause/);
    await expect(page.getByLabel('Note')).toHaveValue('A long thought');
    await words.fill('within 30 days');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved as change 3')).toBeVisible();
    const read = await request.get(`/api/v1${base}/records/provision/a-leave`);
    const from = demand.indexOf('within');
    expect(await read.json()).toMatchObject({
      body: { words: { from, to: from + 14, exact: 'within 30 days' } },
    });
  });

  test('who was slower sees both versions and chooses field by field', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'edit-conflict');
    await page.goto(`${base}/edit/issue/fleet`);
    await editByOther(request, `${base}/records/issue/fleet`, { question: 'Where is the fleet?' });
    await page.getByLabel('Label').fill('The fleet of Borduria');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { name: /was faster/ })).toBeVisible();
    await expect(page.getByText('Where is the fleet?')).toBeVisible();
    await page.getByRole('button', { name: 'Save what is chosen' }).click();
    await expect(page.getByText('Saved as change 4')).toBeVisible();
    const read = await request.get(`/api/v1${base}/records/issue/fleet`);
    expect(await read.json()).toMatchObject({
      body: { label: 'The fleet of Borduria', question: 'Where is the fleet?' },
    });
  });

  test('a new version of a text is a paper of its own with its clauses', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'edit-paper');
    await page.goto(`${base}/edit/paper/a-paper`);
    await expect(page.getByText('The text of a paper never changes.')).toBeVisible();
    await page.getByRole('link', { name: 'Add a new version' }).click();
    await expect(page.getByLabel('Supersedes')).toHaveValue('a-paper');
    await page.getByLabel('Title').fill('Second paper of Aland');
    await page.getByLabel('Kind').selectOption('memorandum');
    await page.getByLabel('Dated').fill('2025-07-23');
    await page.getByRole('textbox', { name: 'Language' }).fill('uk');
    await page.getByLabel('How much of the original words we hold').selectOption('full');
    await page.getByRole('button', { name: '+ party' }).click();
    await page.getByLabel('Party 1').selectOption('a');
    await page
      .getByLabel('Its text')
      .fill('1. Флот іде.\n2.3 Порт відкрито.\n5.5 мільйона людей.\n\nІнше слово.');
    await page.getByRole('button', { name: 'Add paper' }).click();
    await expect(page.getByText('Saved as change 3')).toBeVisible();
    const clauses = await request.get(`/api/v1${base}/records/clause`);
    const { records } = (await clauses.json()) as { records: { body: { locator: string } }[] };
    expect(records.map(({ body }) => body.locator)).toEqual(['1', '1', '1', '2.3', '¶3']);
  });

  test('what others rest on is not deleted, and what rests on it goes along', async ({
    page,
    request,
  }) => {
    const base = await makeDossier(request, 'edit-delete');
    await page.goto(`${base}/edit/act/leave`);
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('alert')).toContainText('provision/a-leave');
    await page.goto(`${base}/edit/clause/a-1`);
    await page.getByRole('button', { name: 'Delete with 1 record that rest on it' }).click();
    await expect(page.getByText('Saved as change 3')).toBeVisible();
    expect((await request.get(`/api/v1${base}/records/provision/a-leave`)).status()).toBe(404);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await request.get(`/api/v1${base}/records/provision/a-leave`)).status()).toBe(200);
  });

  test('a dossier is made by hand, and its records move up and down', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'New dossier' }).click();
    await page.getByLabel('Title').fill('Talks by hand');
    await page.getByRole('textbox', { name: 'Id' }).fill('by hand');
    await page.getByRole('button', { name: 'Make the dossier' }).click();
    await expect(page.getByText('an id holds letters')).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue('Talks by hand');
    await page.getByRole('textbox', { name: 'Id' }).fill('by-hand');
    await page.getByRole('button', { name: 'Make the dossier' }).click();
    for (const name of ['First', 'Second']) {
      await page.goto('/dossiers/by-hand/edit/issue/new');
      await page.getByLabel('Label').fill(name);
      await page.getByRole('button', { name: 'Add issue' }).click();
      await expect(page.getByText(/Saved as change/)).toBeVisible();
    }
    await page.goto('/dossiers/by-hand/edit/issue');
    await page.getByRole('button', { name: 'Move Second up' }).click();
    const names = page.getByRole('main').getByRole('listitem').getByRole('link');
    await expect(names.filter({ hasText: /First|Second/ })).toHaveText(['Second', 'First']);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the pages of editing and history', async ({ page, request }) => {
      const base = await makeDossier(request, `edit-axe-${colorScheme}`);
      const paths = [
        ...[
          '',
          '/provision',
          '/provision/a-leave',
          '/clause/a-1',
          '/paper/new',
          '/dimension/new',
        ].map((path) => `${base}/edit${path}`),
        ...[`${base}/history`, `${base}/history/2`, '/dossiers/new', `${base}/members`],
      ];
      for (const path of paths) {
        await page.goto(path);
        expect([path, await faults(page)]).toEqual([path, []]);
      }
      await page.goto(`${base}/edit/issue/fleet`);
      await editByOther(request, `${base}/records/issue/fleet`, { question: 'Where is it?' });
      await page.getByLabel('Label').fill('The fleet of Borduria');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('heading', { name: /was faster/ })).toBeVisible();
      expect(['a conflict', await faults(page)]).toEqual(['a conflict', []]);
    });
  });
}

test('the Enter key saves, with the program as without', async ({ page, request }) => {
  const base = await makeDossier(request, 'edit-keys');
  await page.goto(`${base}/edit/actor/a`);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('The Kingdom of Aland');
  await name.press('Enter');
  await expect(page.getByText('Saved as change 3')).toBeVisible();
  await expect(name).toHaveValue('The Kingdom of Aland');
});

test('no page of editing scrolls sideways on a telephone', async ({ page, request }) => {
  const base = await makeDossier(request, 'edit-narrow');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', '/provision', '/provision/a-leave', '/paper/a-paper']) {
    await page.goto(`${base}/edit${path}`);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, over]).toEqual([path, 0]);
  }
});
