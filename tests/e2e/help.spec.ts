import { expect, test } from '@playwright/test';
import { faults } from './axe.ts';

test('the rule of a row leads to how it decides, with an example', async ({ page }) => {
  await page.goto('/dossiers/istanbul-2025/compare?relation=incompatible');
  const rule = page.getByRole('link', { name: /^R1 / }).first();
  await rule.click();
  await expect(page).toHaveURL(/\/help\/rules#R1$/);
  const section = page.getByRole('region', { name: /^R1 / });
  await expect(section).toBeInViewport();
  await expect(section.getByText('Incompatible as written')).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
