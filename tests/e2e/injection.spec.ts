// Hostile words in every field of every record, on every page there is, and in every part of an
// address. The browser is told to ignore the page's own policy against scripts, so that it is the
// writing of the pages that has to hold; the policy is checked for itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { accessTable } from '../../src/lib/app/access.ts';
import { shareBundle } from '../../src/lib/app/bundle-archive.ts';
import { splitDossier } from '../../src/lib/model/dossier-records.ts';
import { recordKinds } from '../../src/lib/model/record.ts';
import { editsOf, headEdit, hostileDossier } from '../support/hostile-dossier.ts';
import { payloads } from '../support/payloads.ts';
import {
  ask,
  freshFolder,
  isLong,
  removeFolder,
  startServer,
  type TestServer,
} from '../support/test-server.ts';

// A trace of thousands of pages would take longer than the pages.
test.use({ bypassCSP: true, trace: 'off' });
test.describe.configure({ timeout: 600_000 });

const data = freshFolder();
let server: TestServer;
test.beforeAll(async () => {
  server = await startServer({ data });
});
test.afterAll(async () => {
  await server.stop();
  removeFolder(data);
});

/** What a page did that it should not have done. */
interface Watch {
  readonly faults: string[];
}

async function watch(context: BrowserContext, own: string): Promise<Watch> {
  const faults: string[] = [];
  await context.exposeFunction('__hit', () => faults.push('a script ran'));
  await context.route(
    (url) => !url.href.startsWith(`${own}/`) && url.protocol.startsWith('http'),
    (route) => {
      faults.push(`asked for ${route.request().url()}`);
      return route.abort();
    },
  );
  return { faults };
}

/**
 * Opens everything on the page, or on the page an address answers with, and finds what words can only
 * have become by running loose. The scripts of a page of ours come from files or carry its nonce.
 */
const findLoose = (page: Page, path?: string): Promise<readonly string[]> =>
  page.evaluate(async (asked) => {
    const read = async (from: string): Promise<Document> => {
      const answer = await fetch(from);
      // What is no page is never shown as one: every answer says that types are not to be guessed.
      const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
      const text = isPage ? await answer.text() : '';
      return new DOMParser().parseFromString(text, 'text/html');
    };
    const document = asked === undefined ? window.document : await read(asked);
    for (const details of document.querySelectorAll('details')) details.open = true;
    const carriers =
      'script:not([nonce]):not([src]), iframe, object, embed, base, math, foreignObject, animate, set, marquee, video, audio, meta[http-equiv], noembed, form:not([action]):not([method]), svg script, img[src="x"]';
    const loose = [...document.querySelectorAll(carriers)].map((element) => element.outerHTML);
    const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'];
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        const plain = value.replace(/[\p{Cc} ]/gu, '');
        const runs = addresses.includes(name) && /^(javascript|vbscript|data):/i.test(plain);
        if (/^on/i.test(name) || name === 'srcdoc' || runs) loose.push(element.outerHTML);
      }
    return loose.map((html) => html.slice(0, 300));
  }, path);

async function expectHarmless(page: Page, path: string, { faults }: Watch): Promise<void> {
  const answer = await page.goto(`${server.address}${path}`);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  const scripts = /(?:script-src|default-src) ([^;]*)/.exec(policy)?.[1] ?? '*';
  expect([path, scripts]).not.toEqual([path, expect.stringMatching(/unsafe|\*|data:|https?:/)]);
  const loose = await findLoose(page);
  // What was opened just now has been drawn when the next frame is.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect({ path, faults, loose }).toEqual({ path, faults: [], loose: [] });
  expect(new URL(page.url()).origin).toBe(server.address);
}

/** Every page of a dossier: routes are taken from the table of rights, so that none is forgotten. */
function pagesOf(dossier: string, records: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(accessTable)
    .filter(([route, rights]) => route.startsWith('/dossiers/[id]') && 'GET' in rights)
    .filter(([route]) => !route.includes('[form]'))
    .flatMap(([route]) => {
      const path = route.replace('[id]', dossier);
      if (path.includes('[number]')) return ['1', '2', '3', '4'].map((n) => fill(path, { n }));
      if (!path.includes('[kind]')) return [fill(path, { row: records.get('row') ?? 'x' })];
      return recordKinds.map((kind) => fill(path, { kind, record: records.get(kind) ?? 'none' }));
    });
}

const fill = (path: string, { n = '1', kind = 'act', record = 'x', row = 'x' }): string =>
  path
    .replace('[row]', encodeURIComponent(row))
    .replace('[number]', n)
    .replace('[kind]', kind)
    .replace('[record]', record)
    .replace(/\[[^\]]*\]/g, 'x');

/** Stores the dossier through the API: made, filled, changed under a hostile note, and cut down. */
async function store(id: string, words: string): Promise<ReadonlyMap<string, string>> {
  const send = async (path: string, json: unknown): Promise<void> => {
    const { status, body } = await ask(server.address, path, { method: 'POST', json });
    expect([status, body]).toEqual([status < 300 ? status : 200, body]);
  };
  const dossier = hostileDossier(id, words, 'You');
  await send('/dossiers', { id, title: words });
  const changes = `/dossiers/${id}/changes`;
  const note = words.trim().slice(0, 2000);
  await send(changes, { note, edits: editsOf(dossier) });
  await send(changes, { note, edits: [headEdit(dossier)] });
  await send(changes, { note, edits: [{ op: 'delete', kind: 'annotation', id: 'n4', base: 2 }] });
  return new Map(splitDossier(dossier).records.map(({ kind, id: record }) => [kind, record]));
}

/** Puts the dossier into the data folder as a bundle, its notes by a hostile author. */
function place(id: string, words: string): void {
  const files = shareBundle(hostileDossier(id, words));
  if (!files.ok) throw new Error(JSON.stringify(files.problems));
  for (const [path, bytes] of files.value) {
    const file = join(data, 'dossiers', id, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Pages are many and payloads too: the sample shows each payload on the page of this turn. */
const take = (paths: readonly string[], turn: number): readonly string[] =>
  isLong ? paths : paths.slice(turn % paths.length).slice(0, 1);

const chunk = 12;
const all = Object.entries(payloads);
const chunks = Array.from({ length: Math.ceil(all.length / chunk) }, (_, index) =>
  all.slice(index * chunk, (index + 1) * chunk),
);

// The sample takes every third part; each kind of trick stands in several.
const sampled = [...chunks.entries()].filter(([index]) => isLong || index % 3 === 0);

for (const [index, part] of sampled) {
  const which = `payloads ${String(index * chunk + 1)} to ${String(index * chunk + part.length)}`;

  test(`hostile words in every field stay words on every page: ${which}`, async ({ context }) => {
    const watched = await watch(context, server.address);
    const page = await context.newPage();
    for (const [at, [, words]] of part.entries()) {
      const id = `h-${String(index)}-${String(at)}`;
      const records = await store(id, words);
      const pages = pagesOf(id, records);
      // Every field is on the page of the change that wrote it, and most are on the comparison.
      const whole = pages.filter((path) => /compare$|rows\/[^/x][^/]*$|history\/2$/.test(path));
      for (const path of [...whole, ...take(pages, at)]) await expectHarmless(page, path, watched);
      const table = await page.request.get(`${server.address}/dossiers/${id}/compare/table.html`);
      expect(table.status()).toBe(200);
      await page.setContent(await table.text());
      expect(await findLoose(page)).toEqual([]);
      expect(watched.faults).toEqual([]);
      if (!isLong && at % 3 !== 0) continue;
      const bundled = `hb-${String(index)}-${String(at)}`;
      place(bundled, words);
      await expectHarmless(page, `/dossiers/${bundled}/compare`, watched);
    }
    await expectHarmless(page, '/', watched);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(part.length);
  });

  test(`hostile words in addresses stay words: ${which}`, async ({ context }) => {
    const watched = await watch(context, server.address);
    const page = await context.newPage();
    for (const [at, [, words]] of part.entries()) {
      const told = encodeURIComponent(words);
      const query = [...parameters, `reading.${told}`, told].map((name) => `${name}=${told}`);
      const paths = [
        `/dossiers/port-wages/compare?${query.join('&')}`,
        `/dossiers/port-wages/history?${query.join('&')}`,
        `/dossiers/port-wages/history/1?${query.join('&')}`,
        `/?${query.join('&')}`,
        ...pathsWith(told),
      ];
      for (const path of take(paths, at)) await expectHarmless(page, path, watched);
      if (!isLong)
        for (const path of [...paths, ...paths].slice(at, at + 5))
          expect([path, await findLoose(page, path)]).toEqual([path, []]);
    }
  });
}

const parameters = [
  ...['col', 'issue', 'review', 'bearer', 'act', 'as-at', 'relation', 'off', 'q', 'asAt'],
  ...['kind', 'record', 'before', 'since', 'after', 'limit', 'name', 'back', 'columns', 'layer'],
  ...['error', 'message', 'provider', 'code', 'state', 'error_description', 'theme', 'dossier'],
];

/** Every page whose address has a part of anybody's choice, with the words in its place. */
const pathsWith = (told: string): readonly string[] => [
  `/${told}`,
  ...Object.entries(accessTable)
    .filter(([route, rights]) => 'GET' in rights && route.includes('['))
    .map(([route]) => route.replace(/\[[^\]]*\]/g, told)),
];

test('the same words run where nobody keeps them from it', async ({ context }) => {
  const watched = await watch(context, server.address);
  const page = await context.newPage();
  let ran = 0;
  for (const [, words] of all) {
    watched.faults.length = 0;
    await page.goto(`${server.address}/api/v1/health`);
    await page.setContent(`<!doctype html><p>${words}</p>`).catch(() => undefined);
    await page.waitForTimeout(20);
    if (watched.faults.includes('a script ran')) ran += 1;
  }
  console.log(
    `${String(ran)} of ${String(all.length)} payloads run when put into a page as they are`,
  );
  expect(ran).toBeGreaterThan(35);
});
