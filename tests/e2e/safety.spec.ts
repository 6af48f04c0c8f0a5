import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the first page opens without a console error and without a request to another host', async ({
  page,
  baseURL,
}) => {
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${baseURL ?? ''}/`)) strangers.push(url);
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(errors).toEqual([]);
  expect(strangers).toEqual([]);
});

test('the first page has no accessibility violation that axe finds', async ({ page }) => {
  await page.goto('/');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('every answer forbids framing, sniffing and scripts from elsewhere', async ({ request }) => {
  for (const path of ['/', '/no-such-page']) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-/);
  }
});

test('a request under a stranger’s name is sent to the own address and a post refused', async ({
  request,
  baseURL,
}) => {
  const headers = { host: 'rebound.example' };
  const got = await request.get('/', { headers, maxRedirects: 0 });
  expect(got.status()).toBe(307);
  expect(got.headers()['location']).toBe(`${baseURL ?? ''}/`);
  expect((await request.post('/', { headers })).status()).toBe(421);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the first page shows its heading', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
