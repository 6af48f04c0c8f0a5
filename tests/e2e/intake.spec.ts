import { expect, test, type Page } from '@playwright/test';
import { faults } from './axe.ts';
import { toolsOnPaper, wordsOnPaper } from './on-paper.ts';
import { makeDossier } from './own-dossier.ts';

/** Two papers of an invented dispute, as somebody may have them. */
const board = {
  name: 'harbour-board.md',
  mimeType: 'text/markdown',
  buffer: Buffer.from(`---
title: Proposal of the Harbour Board
date: 2031-05-02
---

# Proposal of the Harbour Board

## I. Hours

1. The working week shall not exceed 38 hours; overtime is paid at one and a half times the rate.
2. Night work may be ordered after the crew has been told 14 days in advance.

## II. Wages

3. The Board shall raise wages by 3 percent.
4. The agreement lasts two years.
`),
};

const union = {
  name: 'dockers.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(`POSITION OF THE DOCKERS’ UNION

A. Hours

1. The working week shall not exceed 35 hours.
2. Night work is voluntary.

B. Pay

3. The Board shall raise wages by 6 percent.
4. The agreement lasts one year.
`),
};

const broken = {
  name: 'broken.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 and then nothing'),
};

const long = (count: number) => ({
  name: 'long.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    Array.from({ length: count }, (_, i) => `${i + 1}. The port stays open on day ${i + 1}.`).join(
      '\n',
    ),
  ),
});

const pieces = (page: Page) => page.getByRole('list', { name: 'Pieces of the paper' });
const chosen = (page: Page) => pieces(page).locator('[aria-current="true"]');
const paper = (page: Page, number: number) =>
  page.getByRole('article', { name: new RegExp(`^Paper ${number}`) });

/** Reading and drafting take a thread of their own each, which takes its time on a busy machine. */
const patience = { timeout: 25_000 };
test.describe.configure({ timeout: 90_000 });

/** Waits until everything on the desk is read. */
const expectRead = (page: Page) =>
  expect(page.getByRole('button', { name: 'Make the draft comparison' })).toBeVisible(patience);

/** Waits for the draft comparison of a dossier. */
const expectDraft = (page: Page, id: string) =>
  expect(page).toHaveURL(new RegExp(`/dossiers/${id}/compare$`), patience);

/** Lays files out on a desk and waits until they are read. */
async function prepare(
  page: Page,
  files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
  title = 'Talks in the harbour',
): Promise<void> {
  await page.goto('/intake');
  await page.getByLabel('Files', { exact: true }).setInputFiles(files);
  await page.getByLabel('Title of a new dossier').fill(title);
  await page.getByRole('button', { name: 'Read the documents' }).click();
  await expectRead(page);
}

/** Opens the cuts of the first paper and waits until keys are listened to. */
async function openCuts(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See and mend the cuts of Paper 1' }).click();
  await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
}

test('two files become a draft comparison by mouse', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Import papers' }).click();
  await page.getByLabel('Files', { exact: true }).setInputFiles([board, union]);
  await page.getByLabel('Title of a new dossier').fill('Talks by mouse');
  await page.getByRole('checkbox', { name: /^Labour/ }).check();
  await page.getByRole('button', { name: 'Read the documents' }).click();
  await expectRead(page);
  const first = paper(page, 1);
  await expect(first.getByLabel(/^Party/)).toHaveValue('Harbour Board');
  await expect(first.getByLabel('Title', { exact: true })).toHaveValue(
    'Proposal of the Harbour Board',
  );
  await expect(first.getByLabel('Dated')).toHaveValue('2031-05-02');
  await expect(page.getByText('Left out: 1 entry about the file')).toBeVisible();
  const second = paper(page, 2);
  await second.getByLabel(/^Party/).fill('The Dockers’ Union');
  await second.getByLabel('Title', { exact: true }).fill('Position of the Union');
  await second.getByLabel('Dated').fill('in May');
  await page.getByRole('button', { name: 'Make the draft comparison' }).click();
  await expect(page.getByRole('alert')).toContainText('a date that exists');
  await expect(second.getByLabel(/^Party/)).toHaveValue('The Dockers’ Union');
  await second.getByLabel('Dated').fill('2031-05-03');
  await page.getByRole('button', { name: 'Make the draft comparison' }).click();
  await expectDraft(page, 'talks-by-mouse');
  await expect(page.getByText('The working week shall not exceed 38 hours').first()).toBeVisible();
  await expect(page.getByText('The working week shall not exceed 35 hours').first()).toBeVisible();
});

test('two files become a draft comparison by keyboard alone', async ({ page }) => {
  await page.goto('/intake');
  await page.getByLabel('Files', { exact: true }).setInputFiles([board, union]);
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const at = document.activeElement;
        const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
        return [at?.textContent, ...labels.map((label) => label.textContent)]
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim();
      });
      if (name.test(here)) return;
    }
    throw new Error(`nothing like ${String(name)} is reached by Tab`);
  };
  await page.getByLabel('Files', { exact: true }).focus();
  await tabTo(/^Title of a new dossier/);
  await page.keyboard.type('Talks by keyboard');
  await page.keyboard.press('Enter');
  await expectRead(page);
  await page.locator('body').focus();
  await tabTo(/^See and mend the cuts.*Paper 1/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
  for (const key of ['j', 'j', 'a']) await page.keyboard.press(key);
  await expect(chosen(page)).toContainText('overtime is paid');
  await page.keyboard.press('c');
  await tabTo(/^Done/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('5 clauses, 2 edits by hand')).toBeVisible();
  await page.getByRole('article', { name: /^Paper 2/ }).focus();
  await tabTo(/^See and mend the cuts.*Paper 2/);
  await tabTo(/^Dated/);
  await page.keyboard.type('2031-05-03');
  await tabTo(/^Make the draft comparison/);
  await page.keyboard.press('Enter');
  await expectDraft(page, 'talks-by-keyboard');
});

test('on paper the desk and the cuts say what was read and typed, without buttons and fields', async ({
  page,
}) => {
  await prepare(page, [board, union], 'Talks on paper');
  await expect(page.getByRole('checkbox', { name: /^Labour/ })).not.toBeChecked();
  const title = `${'A title longer than any field shows at once, '.repeat(6)}and its end`;
  await paper(page, 1).getByLabel('Title', { exact: true }).fill(title);
  await paper(page, 2)
    .getByLabel('What it is')
    .selectOption({ label: 'Context: told around the papers' });
  expect(await toolsOnPaper(page)).toEqual([]);
  const words = await wordsOnPaper(page);
  for (const said of [title, 'Harbour Board', 'date: 2031-05-02', 'Context: told'])
    expect(words).toContain(said);
  expect(words).toMatch(/Title of a new dossier\s+Talks on paper/);
  expect(words).not.toMatch(/Starter packs|Another file|Remove|Publisher/);
  await openCuts(page);
  expect(await toolsOnPaper(page)).toEqual([]);
  expect(await wordsOnPaper(page)).toContain('4. The agreement lasts two years.');
  await page.goto('/intake');
  expect(await toolsOnPaper(page)).toEqual([]);
  expect(await wordsOnPaper(page)).toContain('Talks on paper');
});

test('a file that cannot be read is named with its reason, and the others are prepared', async ({
  page,
}) => {
  await prepare(page, [broken, union], 'Talks with a broken file');
  const refused = page.getByRole('region', { name: 'broken.pdf' });
  await expect(refused).toContainText('the file is damaged or not what its name says');
  await refused.getByRole('button', { name: 'Remove' }).click();
  await expect(refused).toHaveCount(0);
  await expect(paper(page, 1)).toBeVisible();
});

test('reading is cancelled, and taken up again', async ({ page }) => {
  const files = Array.from({ length: 12 }, (_, i) => ({
    ...long(1200),
    name: `part-${i + 1}.txt`,
  }));
  await page.goto('/intake');
  await page.getByLabel('Files', { exact: true }).setInputFiles(files);
  await page.getByRole('button', { name: 'Read the documents' }).click();
  const last = page.getByRole('region', { name: 'part-12.txt' });
  await last.getByRole('button', { name: 'Cancel' }).click();
  await expect(last.getByText('Cancelled')).toBeVisible();
  await expectRead(page);
  await expect(page.getByRole('article')).toHaveCount(11);
  await last.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('article')).toHaveCount(12, patience);
});

/** So much that making a draft of it takes seconds, in which it is cancelled. */
const slow = Array.from({ length: 5 }, (_, paper) => ({
  name: `side-${paper + 1}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(
    Array.from(
      { length: 2500 },
      (_, i) => `${i + 1}. The Board shall raise wages by ${i} percent within ${paper + 2} days.`,
    ).join('\n'),
  ),
}));
const make = (page: Page) => page.getByRole('button', { name: 'Make the draft comparison' });
const making = (page: Page) => page.getByRole('progressbar', { name: 'Making the draft' });
const cancel = (page: Page) => page.getByRole('button', { name: 'Cancel making the draft' });

test('making a draft is cancelled by keyboard, and nothing is stored', async ({ page }) => {
  await prepare(page, slow, 'Talks cut short');
  await paper(page, 5)
    .getByLabel(/^Party/)
    .fill('The fifth side');
  await make(page).focus();
  await page.keyboard.press('Enter');
  await expect(making(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(cancel(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const told = page.getByText('Making the draft was cancelled. Nothing was stored');
  await expect(told).toBeVisible(patience);
  await expect(making(page)).toHaveCount(0);
  await expect(make(page)).toBeFocused();
  expect((await page.request.get('/api/v1/dossiers/talks-cut-short')).status()).toBe(404);
  await page.reload();
  await expect(paper(page, 5).getByLabel(/^Party/)).toHaveValue('The fifth side');
  await expect(making(page)).toHaveCount(0);
});

test('a draft whose page is closed is given up, and the desk says so elsewhere', async ({
  page,
  context,
}) => {
  await prepare(page, slow, 'Talks left alone');
  const other = await context.newPage();
  await make(page).click();
  await expect(making(page)).toBeVisible();
  await other.goto(page.url());
  await expect(other.getByText('is being made on another page')).toBeVisible();
  await page.close();
  await expect(making(other)).toHaveCount(0, patience);
  await expect(make(other)).toBeEnabled();
  expect((await other.request.get('/api/v1/dossiers/talks-left-alone')).status()).toBe(404);
  await other.close();
});

test('a page of papers that became a dossier meanwhile leads to it', async ({ page, context }) => {
  await prepare(page, [board], 'Talks on two pages');
  const stale = await context.newPage();
  await stale.goto(page.url());
  await openCuts(stale);
  const cuts = stale.url();
  await stale.goBack();
  await make(page).click();
  await expectDraft(page, 'talks-on-two-pages');
  await make(stale).click();
  await expect(stale.getByText('their draft was made')).toBeVisible();
  await stale.getByRole('link', { name: 'Open “Talks on two pages”' }).click();
  await expectDraft(stale, 'talks-on-two-pages');
  await stale.goto(cuts);
  await expect(stale.getByRole('link', { name: 'Open “Talks on two pages”' })).toBeVisible();
});

test('nothing is made of files that could not be read, or of no paper', async ({ page }) => {
  await page.goto('/intake');
  await page.getByLabel('Files', { exact: true }).setInputFiles([broken]);
  await page.getByRole('button', { name: 'Read the documents' }).click();
  await expect(page.getByText('none of these files was read')).toBeVisible(patience);
  await expect(make(page)).toHaveCount(0);
  await page.getByText('Another file or text').click();
  await page.getByLabel('Files', { exact: true }).setInputFiles([union]);
  await page.getByRole('button', { name: 'Read it too' }).click();
  await expectRead(page);
  await paper(page, 1).getByLabel('What it is').selectOption('context');
  await page.getByRole('button', { name: 'Save for later' }).click();
  await expect(page.getByText('no text here is a paper')).toBeVisible();
  await expect(make(page)).toHaveCount(0);
});

test('one party under a long and a short name is filled in as one, and can be changed', async ({
  page,
}) => {
  const of = (name: string, title: string) => ({
    ...{ name, mimeType: 'text/markdown' },
    buffer: Buffer.from(`# ${title}\n\n1. The port stays open.\n2. Wages rise by 3 percent.\n`),
  });
  const files = [of('a.md', 'Proposal of Kestria'), of('b.md', 'Reply of the Kestrian Federation')];
  await prepare(page, files, 'Talks of one party');
  const parties = page.getByLabel(/^Party/);
  const first = await parties.first().inputValue();
  expect(['Kestria', 'Kestrian Federation']).toContain(first);
  await expect(parties.last()).toHaveValue(first);
  await expect(page.getByLabel('Party (a guess)')).not.toHaveCount(0);
  await parties.last().fill('Another Kestria');
  await page.getByRole('button', { name: 'Save for later' }).click();
  await expect(parties.last()).toHaveValue('Another Kestria');
});

test('cuts are edited by single keys, and every edit is undone and redone', async ({ page }) => {
  await prepare(page, [union], 'Talks about cuts');
  await openCuts(page);
  const rows = pieces(page).getByRole('listitem');
  const before = await rows.allTextContents();
  /** Keys by their names, words to be typed in quotes. */
  const steps = [
    ['/ "1. The working" Enter', 'The working week'],
    ['s ArrowRight Enter', 'cut by hand'],
    ['n', 'note'],
    ['r "1bis" Enter', '1bis'],
    ['>', 'level 3'],
    ['o "Week" Tab "short" Enter', 'Week: short'],
  ] as const;
  for (const [keys, told] of steps) {
    await expect(pieces(page)).toHaveAttribute('aria-busy', 'false');
    for (const [key, words] of keys.matchAll(/"([^"]*)"|\S+/g)) {
      if (words === undefined) await page.keyboard.press(key);
      else await page.keyboard.type(words);
    }
    const about = chosen(page).locator('.words, .piece').filter({ hasText: told });
    await expect(about).toBeVisible(patience);
  }
  const after = await rows.allTextContents();
  for (let undone = 0; undone < 5; undone += 1) {
    await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
    await page.keyboard.press('u');
    await expect(pieces(page)).toHaveAttribute('aria-busy', 'false');
  }
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  expect((await rows.allTextContents()).length).toBe(before.length);
  for (let redone = 0; redone < 5; redone += 1) {
    await page.keyboard.press('U');
    await expect(pieces(page)).toHaveAttribute('aria-busy', 'false');
  }
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
  expect((await rows.allTextContents()).length).toBe(after.length);
});

test('an edit that makes no sense is told at its piece', async ({ page }) => {
  await prepare(page, [union], 'Talks with a wrong edit');
  await openCuts(page);
  await page.keyboard.press('<');
  await expect(page.getByRole('alert')).toContainText('outermost already');
  await page.getByLabel('Split before the words').fill('words of nobody');
  await page.getByRole('button', { name: 'Split', exact: false }).click();
  await expect(page.getByRole('alert')).toContainText('“words of nobody” does not stand');
});

test('a paper of thousands of pieces is shown a page at a time, and keys go on to the next', async ({
  page,
}) => {
  await prepare(page, [long(3000)], 'Long talks');
  await openCuts(page);
  const rows = pieces(page).getByRole('listitem');
  await expect(rows).toHaveCount(120);
  await expect(page.getByText('1–120 of 3000 pieces')).toBeVisible();
  await page.keyboard.press('k');
  await page.goto(`${page.url()}?at=p120`);
  await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByText('121–240 of 3000 pieces')).toBeVisible();
  await page.getByLabel('Find words or a number').fill('day 2999.');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(chosen(page)).toContainText('The port stays open on day 2999.');
});

test('a file is divided among the sides, and the division is undone', async ({ page }) => {
  await prepare(page, [union], 'Talks in one file');
  await paper(page, 1)
    .getByLabel(/^Party/)
    .fill('The Union');
  await paper(page, 1).getByRole('button', { name: 'Divide it' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'B. Pay' })
    .getByRole('button', { name: 'Begin here' })
    .click();
  await expect(paper(page, 2)).toContainText('B. Pay');
  await expect(paper(page, 1).getByLabel(/^Party/)).toHaveValue('The Union');
  await paper(page, 2).getByLabel('What it is').selectOption('context');
  await page.getByRole('button', { name: 'Save for later' }).click();
  await expect(page.getByRole('article', { name: /^Context/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo the last division' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(paper(page, 1).getByLabel(/^Party/)).toHaveValue('The Union');
});

test('papers go into a dossier that is there, beside what it holds', async ({ page, request }) => {
  const base = await makeDossier(request, 'intake-into');
  await page.goto(`${base}/compare`);
  await page
    .getByRole('navigation', { name: 'Dossier' })
    .getByRole('link', { name: 'Import papers' })
    .click();
  await expect(page.getByRole('combobox', { name: 'Dossier' })).toHaveValue('intake-into');
  await page.getByText('Paste a text instead').click();
  await page.getByLabel('What the text is called').fill('Reply of Aland');
  await page
    .getByLabel('Text', { exact: true })
    .fill('1. The fleet stays in the bay for sixty days after the treaty is signed.');
  await page.getByRole('button', { name: 'Read the documents' }).click();
  await expectRead(page);
  await paper(page, 1)
    .getByLabel(/^Party/)
    .fill('Aland');
  await paper(page, 1).getByLabel('Dated').fill('2025-06-09');
  await page.getByRole('button', { name: 'Make the draft comparison' }).click();
  await expectDraft(page, 'intake-into');
  const read = await request.get(`/api/v1${base}/records/paper`);
  const { records } = (await read.json()) as { records: { body: { title: string } }[] };
  expect(records.map(({ body }) => body.title)).toContain('Reply of Aland');
});

test('hostile words in names and texts stay words', async ({ page }) => {
  const words = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  const hostile = {
    name: 'onerror=alert(3).txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`1. ${words} and the port stays open.\n2. ${words} once more.\n`),
  };
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  await prepare(page, [hostile], words);
  await paper(page, 1)
    .getByLabel(/^Party/)
    .fill(words);
  await expect(paper(page, 1)).toContainText(words);
  await openCuts(page);
  await expect(chosen(page)).toContainText(words);
  await page.getByLabel('Split before the words').fill(words.repeat(2));
  await page.getByRole('button', { name: 'Split', exact: false }).click();
  await expect(page.getByRole('alert')).toContainText(words);
  expect(await page.locator('main :is(img, script)').count()).toBe(0);
  expect(alerts).toEqual([]);
});

test('what is being prepared is found again, and cleared away', async ({ page }) => {
  await prepare(page, [union], 'Talks put off');
  await page.goto('/intake');
  await page.getByRole('link', { name: 'Talks put off' }).click();
  await expect(page.getByLabel('Title of a new dossier')).toHaveValue('Talks put off');
  const address = page.url();
  await page.goto('/intake');
  await page.getByRole('button', { name: 'Clear away Talks put off' }).click();
  await expect(page.getByRole('link', { name: 'Talks put off' })).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two files become a draft comparison, with a cut mended on the way', async ({ page }) => {
    await prepare(page, [board, union], 'Talks without a program');
    await paper(page, 2).getByLabel('Dated').fill('2031-05-03');
    await page.getByRole('button', { name: 'See and mend the cuts of Paper 1' }).click();
    await page.getByRole('link', { name: /^2 / }).click();
    await expect(chosen(page)).toContainText('Night work may be ordered');
    await page.getByLabel('Split before the words').fill('after the crew');
    await page.getByRole('button', { name: 'Split', exact: false }).click();
    await expect(chosen(page)).toContainText('cut by hand');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('cut by hand')).toHaveCount(0);
    await page.getByRole('link', { name: 'Done: back to the papers' }).click();
    await expect(paper(page, 2).getByLabel('Dated')).toHaveValue('2031-05-03');
    await page.getByRole('button', { name: 'Make the draft comparison' }).click();
    await expectDraft(page, 'talks-without-a-program');
  });

  test('the Enter key saves what was typed and does nothing else', async ({ page }) => {
    await prepare(page, [union], 'Talks and Enter');
    const party = paper(page, 1).getByLabel(/^Party/);
    await party.fill('The Union');
    await party.press('Enter');
    await expect(party).toHaveValue('The Union');
    await expect(page).toHaveURL(/\/intake\/[^/]+$/);
  });

  test('nothing chosen is told, and where it was to go is kept', async ({ page }) => {
    await page.goto('/intake');
    await page.getByLabel('Title of a new dossier').fill('Talks of nobody');
    await page.getByRole('button', { name: 'Read the documents' }).click();
    await expect(page.getByRole('alert')).toContainText('choose at least one file');
    await expect(page.getByLabel('Title of a new dossier')).toHaveValue('Talks of nobody');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the pages of an import', async ({ page }) => {
      await page.goto('/intake');
      await page.getByText('Paste a text instead').click();
      expect(['import', await faults(page)]).toEqual(['import', []]);
      await prepare(page, [board, broken], `Axe in ${colorScheme}`);
      await page.getByRole('button', { name: 'Divide it' }).click();
      await page.getByText('Source and attribution').click();
      await page.getByText('Left out: 1 entry').click();
      expect(['desk', await faults(page)]).toEqual(['desk', []]);
    });

    test('axe finds nothing on the page of cuts', async ({ page }) => {
      await prepare(page, [board], `Axe on cuts in ${colorScheme}`);
      await openCuts(page);
      for (const key of ['j', 'j', 's']) await page.keyboard.press(key);
      await expect(page.getByText('Esc gives up')).toBeVisible();
      expect(['cuts', await faults(page)]).toEqual(['cuts', []]);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(['keys', await faults(page)]).toEqual(['keys', []]);
    });
  });
}

test('no page of an import scrolls sideways on a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const over = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await page.goto('/intake');
  expect(['import', await over()]).toEqual(['import', 0]);
  await prepare(page, [board, union], 'Talks on a telephone');
  expect(['desk', await over()]).toEqual(['desk', 0]);
  await openCuts(page);
  expect(['cuts', await over()]).toEqual(['cuts', 0]);
});
