import type { Page } from '@playwright/test';

/** What a printed page may not show: what only a hand on a screen can use, and boxes that hide what is in them. */
export async function toolsOnPaper(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    const tools = all.filter((element) =>
      element.matches('button, .button, input, select, textarea, progress, kbd'),
    );
    const cut = all.filter((element) => {
      const { overflowY, clipPath } = getComputedStyle(element);
      const isHiding = overflowY !== 'visible' && clipPath === 'none';
      return isHiding && element.scrollHeight > element.clientHeight + 1;
    });
    return [
      ...tools.map(({ outerHTML }) => `tool: ${outerHTML.slice(0, 120)}`),
      ...cut.map(({ outerHTML }) => `cut off: ${outerHTML.slice(0, 120)}`),
    ];
  });
  await page.emulateMedia({ media: null });
  return found;
}

/** The words of the page as they are printed. */
export async function wordsOnPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const words = await page.locator('main').innerText();
  await page.emulateMedia({ media: null });
  return words;
}
