import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { faults } from './axe.ts';
import { makeDraft } from './coding-dossier.ts';
import { toolsOnPaper, wordsOnPaper } from './on-paper.ts';
import { editByOther } from './own-dossier.ts';

/** Scripts have taken the page over: only then do keys work. */
const ready = (page: Page) => page.locator('[data-scripted]').waitFor({ state: 'attached' });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await ready(page);
}

/** Presses keys as a person would, one by one, and counts them. */
async function pressed(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

async function provision(request: APIRequestContext, base: string, id: string) {
  const read = await request.get(`/api/v1${base}/records/provision/${id}`);
  return read.ok() ? ((await read.json()) as { body: Record<string, unknown> }).body : undefined;
}

async function stateOf(request: APIRequestContext, base: string, id: string): Promise<unknown> {
  const body = await provision(request, base, id);
  return (body?.['review'] as { state: string } | undefined)?.state;
}

const effects = (page: Page) => page.getByRole('region', { name: 'What follows' });
const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

test('a right suggestion is accepted by one key, which leads on, and taken back by another', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-accept');
  await open(page, `${base}/code/a-1`);
  await expect(page.getByText('not reviewed')).toBeVisible();
  expect(await pressed(page, 'c')).toBe(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause 2');
  await expect(page.getByRole('status').first()).toContainText('Saved');
  expect(await stateOf(request, base, 'a-1-1')).toBe('confirmed');
  await pressed(page, 'u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause 1');
  await expect(page.getByText('not reviewed')).toBeVisible();
  expect(await stateOf(request, base, 'a-1-1')).toBe('suggested');
  await pressed(page, 'U');
  await expect(page.getByRole('status').first()).toContainText('Brought back');
  expect(await stateOf(request, base, 'a-1-1')).toBe('confirmed');
});

test('Enter accepts as well, until nothing waits any more', async ({ page, request }) => {
  const base = await makeDraft(request, 'code-enter');
  await open(page, `${base}/code/a-1`);
  for (const next of ['Clause 2', 'Clause 1', 'Clause 2']) {
    await pressed(page, 'Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(next);
  }
  await pressed(page, 'Enter');
  await expect.poll(() => stateOf(request, base, 'b-2-1')).toBe('confirmed');
  await expect(page.getByRole('link', { name: 'Next to review' })).toHaveCount(0);
});

test('quick coding takes three keys: issue, who is bound, modality', async ({ page, request }) => {
  const base = await makeDraft(request, 'code-quick');
  await open(page, `${base}/code/b-2`);
  const port = page.getByRole('button', { name: /The port/ });
  const key = (await port.locator('kbd').textContent()) ?? '';
  const aland = page.getByRole('button', { name: /Aland/ }).locator('kbd');
  expect(await pressed(page, key, (await aland.textContent()) ?? '', 'a')).toBe(3);
  await expect.poll(() => stateOf(request, base, 'b-2-1')).toBe('overridden');
  const stored = await provision(request, base, 'b-2-1');
  expect(stored).toMatchObject({ issues: ['port'], bearers: ['a'], modality: 'may', act: 'leave' });
  expect(JSON.stringify(stored)).toMatch(/"why":"[^"]*modality/);
});

test('a clause without provisions is coded by the same three keys, with act and words filled in', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-prefilled');
  await open(page, `${base}/code/b-3`);
  await expect(field(page, 'Act')).not.toHaveValue('');
  expect(await pressed(page, '1', '1', 'm')).toBe(3);
  await expect(page.getByRole('status').first()).toContainText('Saved');
  expect(await provision(request, base, 'b-3')).toMatchObject({
    ...{ modality: 'must', clause: 'b-3', review: { state: 'confirmed' } },
  });
});

test('a provision from nothing takes at most eight keys besides its words', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-nothing');
  await open(page, `${base}/code/a-2`);
  let keys = await pressed(page, 'a');
  await expect(page).toHaveURL(/new=norm/);
  keys += await pressed(page, 't');
  await page.keyboard.type('open the port');
  keys += await pressed(page, 'Escape', 'Escape', '2', '1', 'm');
  expect(keys).toBeLessThanOrEqual(8);
  await expect(page.getByRole('status').first()).toContainText('Saved');
  const made = await provision(request, base, 'a-2');
  expect(made).toMatchObject({ act: 'open-the-port', modality: 'must', clause: 'a-2' });
  const act = await request.get(`/api/v1${base}/records/act/open-the-port`);
  expect(await act.json()).toMatchObject({ body: { label: 'open the port' } });
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByRole('status').first()).toContainText('Taken back');
  expect((await request.get(`/api/v1${base}/records/act/open-the-port`)).status()).toBe(404);
});

test('the preview tells a finding that really follows when it is saved', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-preview');
  await open(page, `${base}/code/b-2`);
  await expect(effects(page)).toContainText('incompatible as written');
  await page.getByRole('radio', { name: /^(m )?must$/ }).check();
  await expect(effects(page)).toContainText('changes');
  await expect(effects(page)).toContainText('same terms');
  await expect(effects(page)).toContainText('was: incompatible as written');
  expect(await stateOf(request, base, 'b-2-1')).toBe('suggested');
  const sentence = (await effects(page).locator('.sentence').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'Confirm', exact: false }).first().click();
  await expect(page.getByRole('status').first()).toContainText('Saved');
  await page.goto(`${base}/compare`);
  await expect(page.getByRole('table')).toContainText(sentence.trim());
});

test('an act is found by typing, walked to by arrows, and a new name is told as new', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-type');
  await open(page, `${base}/code/a-2`);
  const act = field(page, 'Act');
  await act.fill('port');
  await expect(page.getByRole('option', { name: 'close the port' })).toBeVisible();
  await act.press('ArrowDown');
  await expect(page.locator('li[aria-selected="true"]')).toHaveText('close the port');
  await act.press('Enter');
  await expect(act).toHaveValue('close the port');
  await expect(page.getByText('new act')).toHaveCount(0);
  await act.fill('paint the port');
  await expect(page.getByText('new act')).toBeVisible();
  await act.press('Control+Enter');
  await expect(page.getByRole('status').first()).toContainText('Saved');
  expect(await provision(request, base, 'a-2-1')).toMatchObject({ act: 'paint-the-port' });
});

test('words are taken from the clause by mouse and by keyboard, and stand out there', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-words');
  await open(page, `${base}/code/a-2`);
  const clause = page.getByRole('group', { name: 'Words of the clause' });
  const words = page.getByRole('textbox', { name: 'Words it rests on' });
  await clause.getByText('The fleet').dblclick({ position: { x: 50, y: 12 } });
  await page.getByRole('button', { name: /Take the selected words/ }).click();
  await expect(words).toHaveValue('fleet');
  await expect(clause.locator('mark.chosen')).toHaveText('fleet');
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await pressed(page, 'h', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
  const taken = await words.inputValue();
  expect('The fleet of Borduria leaves').toContain(taken);
  expect(taken.split(' ').length).toBeGreaterThanOrEqual(2);
  await expect(clause.locator('mark.chosen').first()).toHaveText(taken);
  await pressed(page, 'c');
  await expect(page.getByRole('status').first()).toContainText('Saved');
  expect(await provision(request, base, 'a-2-1')).toMatchObject({ words: { exact: taken } });
});

test('a provision is split and merged again by keys, and rejected by one', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-shape');
  await open(page, `${base}/code/a-2`);
  const cards = page.getByRole('region', { name: 'Its provisions' }).locator('ol > li');
  await pressed(page, 's');
  await expect(cards).toHaveCount(2);
  expect(await provision(request, base, 'a-2-1')).toMatchObject({
    words: { exact: 'The fleet of Borduria leaves the bay within 30 days' },
  });
  await pressed(page, 'p');
  await expect(page).toHaveURL(/provision=a-2(&|$)/);
  await expect(page.getByRole('textbox', { name: 'Words it rests on' })).toHaveValue(
    'the port is opened to traders.',
  );
  await pressed(page, 'p');
  await expect(page).toHaveURL(/provision=a-2-1/);
  await pressed(page, 'g');
  await expect(cards).toHaveCount(1);
  await pressed(page, 'x');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause 1');
  expect(await provision(request, base, 'a-2-1')).toBeUndefined();
  await pressed(page, 'u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause 2');
  expect(await provision(request, base, 'a-2-1')).toBeDefined();
});

test('all suggestions of a clause are confirmed at once', async ({ page, request }) => {
  const base = await makeDraft(request, 'code-all');
  await open(page, `${base}/code/a-2`);
  await pressed(page, 's');
  await expect(page.getByRole('button', { name: /Confirm all 2/ })).toBeVisible();
  await pressed(page, 'C');
  await expect(page.getByRole('status').first()).toContainText('2 confirmed');
  expect(await stateOf(request, base, 'a-2-1')).toBe('confirmed');
  expect(await stateOf(request, base, 'a-2')).toBe('confirmed');
});

test('the comparison leads to the coding of what nobody has reviewed', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-from-table');
  await open(page, `${base}/compare`);
  await page.getByRole('link', { name: 'Code clause 3 of Aland' }).click();
  await expect(page).toHaveURL(/\/code\/a-3$/);
  await page.goto(`${base}/compare?review=not-reviewed`);
  await expect(page.getByRole('link', { name: /Code clause 2 of Borduria/ })).toBeVisible();
});

test('what was confirmed in the list keeps its way from the comparison to its coding', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-reviewed');
  await open(page, `${base}/code`);
  await page.getByRole('button', { name: 'Confirm 2 suggestions on The fleet' }).click();
  await expect(page.getByRole('status').first()).toContainText('2 confirmed');
  await open(page, `${base}/compare`);
  const way = page.getByRole('link', { name: 'Code clause 2 of Aland' });
  await expect(page.getByRole('row').filter({ has: way })).not.toContainText('not reviewed');
  await way.click();
  await expect(page).toHaveURL(/\/code\/a-2$/);
});

test('keys lead from clause to clause and to what waits, and can be switched off', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-ways');
  await open(page, `${base}/code`);
  await pressed(page, 'n');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause 1');
  for (const [key, clause] of [
    ['j', 'a-2'],
    ['j', 'a-3'],
    ['k', 'a-2'],
    ['N', 'a-3'],
    ['n', 'b-1'],
  ] as const) {
    await pressed(page, key);
    await expect(page).toHaveURL(new RegExp(`/code/${clause}$`));
  }
  await pressed(page, '?');
  await expect(page.getByRole('dialog')).toContainText('Quick coding');
  await page.getByLabel('Single keys are on').uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  await pressed(page, 'c', '1', 'j');
  await expect(page).toHaveURL(/\/code\/b-1$/);
  expect(await stateOf(request, base, 'b-1-1')).toBe('suggested');
});

/** Keeps back what the page asks for until it is let go. */
async function hold(page: Page, isMeant: (url: URL) => boolean): Promise<() => void> {
  const gate = Promise.withResolvers<undefined>();
  await page.route(isMeant, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return () => gate.resolve(undefined);
}

/** The way to a clause, and what a button of the page sends. */
const wayTo = (clause: string) => (url: URL) =>
  url.pathname.endsWith(`/code/${clause}/__data.json`);
const sending = (act: string) => (url: URL) => url.search.startsWith(`?/${act}`);

test('keys pressed on the way to the next clause act there, not on the clause left', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-ahead');
  await open(page, `${base}/code/a-1`);
  const letGo = await hold(page, wayTo('a-2'));
  await pressed(page, 'j', 'c');
  letGo();
  await expect.poll(() => stateOf(request, base, 'a-2-1')).toBe('confirmed');
  await expect(page).toHaveURL(/\/code\/b-1\?/);
  expect(await stateOf(request, base, 'a-1-1')).toBe('suggested');
});

test('so do keys pressed behind a link that was pressed by hand', async ({ page, request }) => {
  const base = await makeDraft(request, 'code-ahead-link');
  await open(page, `${base}/code/a-1`);
  // In one go, as when the browser was busy: no painting, and no navigation, comes in between.
  await page
    .getByRole('link', { name: 'Next', exact: false })
    .first()
    .evaluate((link) => {
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true }));
    });
  await expect.poll(() => stateOf(request, base, 'a-2-1')).toBe('confirmed');
  expect(await stateOf(request, base, 'a-1-1')).toBe('suggested');
});

test('accepting faster than the answers come accepts one suggestion for each key', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-ahead-accept');
  await open(page, `${base}/code/a-1`);
  const letGo = await hold(page, sending('save'));
  await pressed(page, 'c', 'Enter', 'Control+Enter');
  letGo();
  await expect(page).toHaveURL(/\/code\/b-2\?/);
  const states = ['a-1-1', 'a-2-1', 'b-1-1', 'b-2-1'].map((id) => stateOf(request, base, id));
  expect(await Promise.all(states)).toEqual([
    ...['confirmed', 'confirmed', 'confirmed'],
    'suggested',
  ]);
});

test('quick coding and ways on can be typed ahead', async ({ page, request }) => {
  const base = await makeDraft(request, 'code-ahead-quick');
  await open(page, `${base}/code/b-2`);
  const keyOf = async (name: RegExp): Promise<string> =>
    (await page.getByRole('button', { name }).locator('kbd').textContent()) ?? '';
  const [issue, bearer] = [await keyOf(/The port/), await keyOf(/Aland/)];
  await open(page, `${base}/code/b-1`);
  const letGo = await hold(page, wayTo('b-2'));
  await pressed(page, 'j', issue, bearer, 'a', 'k');
  letGo();
  await expect.poll(() => stateOf(request, base, 'b-2-1')).toBe('overridden');
  expect(await provision(request, base, 'b-2-1')).toMatchObject({
    ...{ issues: ['port'], bearers: ['a'], modality: 'may' },
  });
  expect(await stateOf(request, base, 'b-1-1')).toBe('suggested');
});

test('what is typed behind a key that leads into a field stands in the field', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-ahead-field');
  await open(page, `${base}/code/a-1`);
  const letGo = await hold(page, wayTo('a-2'));
  await pressed(page, 'j', 't', 'c', 'a', 'n', ' ', 'n', 'o', 't');
  letGo();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause 2');
  await expect(field(page, 'Act')).toHaveValue('can not');
  expect(await stateOf(request, base, 'a-2-1')).toBe('suggested');
});

test('keys behind an act that is refused are left out, and said to be', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-ahead-refused');
  await open(page, `${base}/code/a-2`);
  await editByOther(request, `${base}/records/provision/a-2-1`, { note: 'Seen elsewhere' });
  const letGo = await hold(page, sending('save'));
  await pressed(page, 'c', 'x', 'j');
  letGo();
  await expect(page.getByRole('heading', { name: /(was|were) faster/ })).toBeVisible();
  await expect(page.getByText('Pressed meanwhile and left out: x j')).toBeVisible();
  await expect(page).toHaveURL(/\/code\/a-2$/);
  expect(await provision(request, base, 'a-2-1')).toMatchObject({ note: 'Seen elsewhere' });
});

test('an act without an answer is said to have none, and what was typed stays', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-lost');
  await open(page, `${base}/code/a-2`);
  await page.route(sending('save'), (route) => route.abort());
  await field(page, 'Act').fill('wait for rain');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('No answer came');
  await expect(field(page, 'Act')).toHaveValue('wait for rain');
  await expect(field(page, 'Act')).toBeFocused();
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await page.keyboard.press('Escape');
  await pressed(page, 'j');
  await asked;
});

test('what was typed is not left behind without a question', async ({ page, request }) => {
  const base = await makeDraft(request, 'code-leave');
  await open(page, `${base}/code/a-2`);
  await field(page, 'Act').fill('wait for rain');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await pressed(page, 'j');
  await asked;
  await expect(field(page, 'Act')).toHaveValue('wait for rain');
  const askedAgain = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await pressed(page, 'u');
  await askedAgain;
  await expect(field(page, 'Act')).toHaveValue('wait for rain');
  await pressed(page, 's');
  await expect(page.getByRole('alert')).toContainText('Save what you changed here first');
  await expect(field(page, 'Act')).toHaveValue('wait for rain');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('suggestions are confirmed, changed and taken back by buttons', async ({
    page,
    request,
  }) => {
    const base = await makeDraft(request, 'code-plain');
    await page.goto(`${base}/compare`);
    await page
      .getByRole('navigation', { name: 'Dossier' })
      .getByRole('link', { name: 'Code' })
      .click();
    await page.getByRole('link', { name: 'Next to review' }).click();
    await page.getByRole('button', { name: 'Confirm' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clause 2');
    expect(await stateOf(request, base, 'a-1-1')).toBe('confirmed');
    await page.getByRole('radio', { name: 'must not' }).check();
    await page.getByRole('combobox', { name: 'Act' }).fill('enter the bay');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(effects(page)).toContainText('enter the bay');
    await expect(page.getByRole('combobox', { name: 'Act' })).toHaveValue('enter the bay');
    await page.getByRole('button', { name: 'Confirm' }).first().click();
    expect(await provision(request, base, 'a-2-1')).toMatchObject({
      ...{ act: 'enter-the-bay', modality: 'must-not', review: { state: 'overridden' } },
    });
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(page.getByRole('radio', { name: 'must', exact: true })).toBeChecked();
  });

  test('every field can be reached, and rows are added without losing what was typed', async ({
    page,
    request,
  }) => {
    const base = await makeDraft(request, 'code-fields');
    await page.goto(`${base}/code/a-2`);
    await page.getByLabel('by night').check();
    await page.getByText('More').click();
    await page.getByRole('button', { name: '+ amount' }).click();
    await page.getByRole('combobox', { name: 'Term' }).fill('time to leave');
    await page.getByLabel('Unit').fill('days');
    await page.getByLabel('Max').fill('30');
    await page.getByRole('button', { name: '+ event has happened' }).click();
    await page.getByRole('combobox', { name: 'Event has happened' }).fill('the CEASEFIRE');
    await page.getByRole('button', { name: 'another issue' }).click();
    await page.getByRole('combobox', { name: 'issue 2' }).fill('The port');
    await page.getByRole('button', { name: 'Confirm' }).first().click();
    await expect(page.getByRole('status').first()).toContainText('Saved');
    expect(await provision(request, base, 'a-2-1')).toMatchObject({
      issues: ['fleet', 'port'],
      scope: { time: ['night'] },
      amounts: [{ of: 'time-to-leave', unit: 'days', max: 30 }],
      given: [{ event: 'truce' }],
    });
  });

  test('orders and claims are made with names of their own', async ({ page, request }) => {
    const base = await makeDraft(request, 'code-kinds');
    await page.goto(`${base}/code/a-3`);
    await page.getByRole('link', { name: 'an order of events' }).click();
    await page.getByRole('combobox', { name: 'Issue' }).fill('Mines');
    await page.getByRole('combobox', { name: 'Earlier event' }).fill('the count of the mines');
    await page.getByRole('combobox', { name: 'Later event' }).fill('the ceasefire');
    await page.getByRole('button', { name: 'Add it' }).click();
    await expect(page.getByText('the count of the mines → the ceasefire')).toBeVisible();
    await page.getByRole('link', { name: 'a claim of fact' }).click();
    await page.getByRole('combobox', { name: 'Issue' }).fill('Mines');
    await page.getByRole('combobox', { name: 'Subject' }).fill('');
    await page.getByRole('button', { name: 'Add it' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing was saved');
    await expect(page.getByRole('combobox', { name: 'Subject' })).toHaveAccessibleDescription(
      /is missing/,
    );
    await page.getByRole('combobox', { name: 'Subject' }).fill('mines in the strait');
    await page.getByRole('button', { name: 'Add it' }).click();
    await expect(page.getByText('mines in the strait: it is so')).toBeVisible();
    const issues = await request.get(`/api/v1${base}/records/issue`);
    const { records } = (await issues.json()) as { records: { id: string }[] };
    expect(records.filter(({ id }) => id.startsWith('mines'))).toHaveLength(1);
  });

  test('who was slower sees both versions, and nothing typed is lost', async ({
    page,
    request,
  }) => {
    const base = await makeDraft(request, 'code-conflict');
    await page.goto(`${base}/code/a-2`);
    await editByOther(request, `${base}/records/provision/a-2-1`, { note: 'Seen elsewhere' });
    await page.getByRole('radio', { name: 'may', exact: true }).check();
    await page.getByRole('button', { name: 'Confirm' }).first().click();
    await expect(page.getByRole('heading', { name: /(was|were) faster/ })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'may', exact: true })).toBeChecked();
    await expect(page.getByText('Seen elsewhere')).toBeVisible();
    await page.getByRole('button', { name: 'Save what is chosen' }).click();
    await expect(page.getByRole('status').first()).toContainText('Saved');
    expect(await provision(request, base, 'a-2-1')).toMatchObject({
      ...{ modality: 'may', note: 'Seen elsewhere' },
    });
  });

  test('an issue is confirmed at once, but not what others changed meanwhile', async ({
    page,
    request,
  }) => {
    const base = await makeDraft(request, 'code-bulk');
    await page.goto(`${base}/code`);
    await editByOther(request, `${base}/records/provision/b-2-1`, { note: 'Changed meanwhile' });
    await page.getByRole('button', { name: 'Confirm 2 suggestions on The fleet' }).click();
    await expect(page.getByRole('status').first()).toContainText('1 confirmed');
    await expect(page.getByRole('status').first()).toContainText('1 changed meanwhile');
    expect(await stateOf(request, base, 'a-2-1')).toBe('confirmed');
    expect(await stateOf(request, base, 'b-2-1')).toBe('suggested');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    expect(await stateOf(request, base, 'a-2-1')).toBe('suggested');
  });

  test('the list shows what the address asks for', async ({ page, request }) => {
    const base = await makeDraft(request, 'code-list');
    await page.goto(`${base}/code`);
    await page.getByLabel('State').selectOption('none');
    await page.getByLabel('Paper').selectOption('b-paper');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/state=none/);
    await expect(page.getByText('The port is closed.')).toBeVisible();
    await expect(page.getByText('The fleet stays in the bay.')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the pages of coding', async ({ page, request }) => {
      const base = await makeDraft(request, `code-axe-${colorScheme}`);
      for (const path of ['', '/a-2', '/a-5', '/a-2?new=order', '/a-3?new=claim']) {
        await open(page, `${base}/code${path}`);
        if (path !== '') await expect(effects(page)).toHaveAttribute('aria-busy', 'false');
        expect([path, await faults(page)]).toEqual([path, []]);
      }
      await field(page, 'Issue').click();
      await expect(page.getByRole('listbox').first()).toBeVisible();
      expect(['an open list', await faults(page)]).toEqual(['an open list', []]);
      await open(page, `${base}/code/a-2`);
      await editByOther(request, `${base}/records/provision/a-2-1`, { note: 'Seen elsewhere' });
      await pressed(page, 'c');
      await expect(page.getByRole('heading', { name: /(was|were) faster/ })).toBeVisible();
      expect(['a conflict', await faults(page)]).toEqual(['a conflict', []]);
    });
  });
}

test('on paper the pages of coding say what stands in their fields, without the fields', async ({
  page,
  request,
}) => {
  const base = await makeDraft(request, 'code-paper');
  for (const path of ['', '?state=suggested', '/a-2', '/a-6', '/a-3?new=order']) {
    await open(page, `${base}/code${path}`);
    expect([path, await toolsOnPaper(page)]).toEqual([path, []]);
  }
  await open(page, `${base}/code?state=suggested`);
  expect(await wordsOnPaper(page)).toContain('to review (');
  await open(page, `${base}/code/a-2`);
  await field(page, 'Act').fill('wait for rain');
  await page.getByRole('radio', { name: /^(a )?may$/ }).check();
  const words = await wordsOnPaper(page);
  expect(words).toMatch(/Act\s+wait for rain/);
  expect(words).toMatch(/Modality\s+may\n/);
  expect(words).toMatch(/Who is bound\s+Borduria/);
  // Nobody ticked a time, and nobody wrote a note.
  expect(words).not.toMatch(/Scope|Note|must not/);
});

test('no page of coding scrolls sideways on a telephone', async ({ page, request }) => {
  const base = await makeDraft(request, 'code-narrow');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', '/a-2', '/a-4', '/a-5', '/a-6', '/a-3?new=order']) {
    await page.goto(`${base}/code${path}`);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([path, over]).toEqual([path, 0]);
  }
});
