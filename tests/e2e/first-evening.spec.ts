import { expect, test, type Page } from '@playwright/test';

// The evening when two papers appear and the table is due: from the files to ten confirmed provisions,
// by keyboard alone.
test.describe.configure({ timeout: 120_000 });
const patience = { timeout: 25_000 };

const paper = (name: string, demands: readonly string[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(demands.map((demand, at) => `${at + 1}. ${demand}`).join('\n\n')),
});

const norland = paper('norland.txt', [
  'Both sides cease fire without conditions.',
  'Sudland withdraws its troops from the islands.',
  'Both sides exchange all prisoners of war.',
  'Sudland joins no military alliance.',
  'All sanctions are lifted.',
  'Norland shall release detained civilians.',
]);
// Its first clause holds a demand and an order of steps: two provisions to confirm in one place.
const sudland = paper('sudland.txt', [
  'Both sides cease fire only after Norland has withdrawn its troops.',
  'Norland withdraws its troops from the islands.',
  'Both sides exchange all prisoners of war.',
  'Sudland is free to join any military alliance.',
  'No sanctions are lifted.',
  'Norland shall return all children.',
]);

/** Goes to what the keyboard reaches under a name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const at = document.activeElement;
      const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
      const words = [at?.textContent, ...labels.map((label) => label.textContent)].join(' ');
      return words.replace(/\s+/g, ' ').trim();
    });
    if (name.test(here)) return;
  }
  throw new Error(`nothing like ${String(name)} is reached by Tab`);
}

test('two files become ten confirmed provisions by keyboard alone', async ({ page, request }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto('/intake');
  // Choosing files is a dialog of the system; all that follows is typed.
  await page.getByLabel('Files', { exact: true }).setInputFiles([norland, sudland]);
  await page.getByLabel('Files', { exact: true }).focus();
  await tabTo(page, /^Title of a new dossier/);
  await page.keyboard.type('The first evening');
  await tabTo(page, /^Ceasefire and peace/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Make the draft comparison' })).toBeVisible(
    patience,
  );
  await page.locator('body').focus();
  await tabTo(page, /^Make the draft comparison/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/dossiers\/the-first-evening\/compare$/, patience);
  await tabTo(page, /^Code$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/code$/);
  await tabTo(page, /Next to review$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^c ?Confirm/ })).toBeVisible(patience);

  const confirmed = async (): Promise<number> => {
    const read = await request.get('/api/v1/dossiers/the-first-evening');
    return (await read.text()).match(/"state":"confirmed"/g)?.length ?? 0;
  };
  for (let count = 1; count <= 10; count += 1) {
    const here = page.url();
    await page.keyboard.press('c');
    await expect.poll(confirmed, patience).toBe(count);
    // The key goes on to the next provision that waits.
    await expect.poll(() => page.url(), patience).not.toBe(here);
  }
  expect(faults).toEqual([]);
});
