import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '@playwright/test';
import { faults } from './axe.ts';
import { root } from '../../scripts/setup.mjs';
import { freshFolder, removeFolder, startServer, type TestServer } from '../support/test-server.ts';

const data = freshFolder();
const password = 'four random words here';
let server: TestServer;

function addAdmin(email: string, name: string): string {
  const env = { ...process.env, PARLEY_DATA: data };
  const args = [join(root, 'bin', 'parley.mjs'), 'people', 'add', email, '--name', name, '--admin'];
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return stdout.trim().split('\n').at(-1) ?? '';
}

let first = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  first = addAdmin('ana@example.org', 'Ana');
  server = await startServer({ data, env: { PARLEY_ACCOUNTS: 'required' } });
});

test.afterAll(async () => {
  await server.stop();
  removeFolder(data);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the first admin comes in by the link, and invites somebody, who reads what is shared', async ({
    page,
    browser,
  }) => {
    await page.goto(`${server.address}/dossiers/port-wages/compare`);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.goto(`${server.address}${first}`);
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByLabel('Password again').fill('short');
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(page.getByText(/a password has 12 to 128 characters/)).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByLabel('Password again').fill(password);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(page.getByRole('link', { name: 'Ana' })).toBeVisible();

    await page.getByRole('link', { name: 'People' }).click();
    await page.getByLabel('E-mail address', { exact: true }).fill('oleh@example.org');
    await page.getByLabel('Name').fill('Олег');
    await page.getByRole('button', { name: 'Add' }).click();
    const link = await page.locator('code').innerText();
    expect(link).toContain(`${server.address}/invite/`);

    const context = await browser.newContext({ javaScriptEnabled: false });
    const other = await context.newPage();
    await other.goto(link);
    await other.getByLabel('Password', { exact: true }).fill(password);
    await other.getByLabel('Password again').fill(password);
    await other.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(other.getByRole('link', { name: 'Олег' })).toBeVisible();
    await other.goto(`${server.address}/dossiers/port-wages/compare`);
    const tools = other.getByRole('navigation', { name: 'Dossier' });
    await expect(tools.getByRole('link', { name: 'History' })).toBeVisible();
    await expect(tools.getByRole('link', { name: /^(Edit|Code|Members|Delete)/ })).toHaveCount(0);
    expect((await other.goto(`${server.address}/dossiers/port-wages/edit`))?.status()).toBe(403);

    await page.goto(`${server.address}/dossiers/port-wages/members`);
    await page.getByLabel('E-mail address of their account').fill('oleh@example.org');
    await page.getByRole('radio', { name: /^editor/ }).check();
    await page.getByRole('button', { name: 'Give the role' }).click();
    await expect(page.getByText('oleh@example.org')).toBeVisible();
    expect((await other.goto(`${server.address}/dossiers/port-wages/edit`))?.status()).toBe(200);
    await other.goto(`${server.address}/account`);
    await other.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await context.close();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the pages of accounts', async ({ page }) => {
      for (const path of ['/sign-in', '/invite/nothing', '/dossiers/port-wages/members']) {
        await page.goto(`${server.address}${path}`);
        expect([path, await faults(page)]).toEqual([path, []]);
      }
      await page.getByLabel('E-mail address').fill('ana@example.org');
      await page.getByLabel('Password').fill('not the password at all');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toContainText('do not belong together');
      expect(['refused', await faults(page)]).toEqual(['refused', []]);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      // Where one wanted to go in the first place.
      await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible();
      for (const path of ['/account', '/people', '/dossiers/port-wages/members', '/operation']) {
        await page.goto(`${server.address}${path}`);
        expect([path, await faults(page)]).toEqual([path, []]);
      }
      const denied = await page.goto(`${server.address}/dossiers/none-of-this-name/compare`);
      expect(denied?.status()).toBe(404);
      expect(['denied', await faults(page)]).toEqual(['denied', []]);
    });
  });
}
