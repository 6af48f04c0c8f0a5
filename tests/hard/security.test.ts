// What nobody sends by accident: other sites' requests, archives that are traps, bodies without end,
// names that break headers, signs that mean something to a database.
import { zipSync, strToU8 } from 'fflate';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable } from '#lib/app/access.ts';
import { nameDownload } from '#lib/app/download.ts';
import {
  ask,
  freshFolder,
  removeFolder,
  startServer,
  type TestServer,
} from '../support/test-server.ts';

const dossier = 'port-wages';
const data = freshFolder();
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ data, env: { BODY_SIZE_LIMIT: '2M' } });
});

afterAll(async () => {
  const before = server.output();
  expect(await server.stop()).toBe(0);
  // Nothing that was tried was an error nobody expected.
  expect(before).not.toContain('"trouble"');
  const database = new DatabaseSync(join(data, 'parley.db'));
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
  removeFolder(data);
});

const send = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${server.address}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const source = (id: string, title: string) => ({ id, publisher: 'P', title, language: 'en' });

const put = (id: string, body: unknown) =>
  send(`/api/v1/dossiers/${dossier}/records/source/${encodeURIComponent(id)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-none-match': '*' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('requests of other sites', () => {
  const writing = Object.entries(accessTable).flatMap(([route, rights]) =>
    Object.keys(rights)
      .filter((key) => key !== 'GET')
      .map((key) => [route.replace('[id]', dossier).replace(/\[[^\]]*\]/g, 'x'), key] as const),
  );

  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
    ['a neighbour of the same name', { origin: 'http://127.0.0.1:1' }],
    ['a frame of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('from %s do nothing, whatever they ask', async (_, headers) => {
    expect(writing.length).toBeGreaterThan(20);
    for (const [path, key] of writing) {
      const method = key.startsWith('?') ? 'POST' : key;
      const address = key.startsWith('?') && key !== '?/default' ? `${path}${key}` : path;
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const body = 'name=x';
      const { status } = await send(address, { method, headers: { ...type, ...headers }, body });
      expect([address, status]).toEqual([address, 403]);
    }
  });

  test('that disguise JSON as a text do nothing either', async () => {
    const body = JSON.stringify({ id: 'disguised', title: 'x' });
    for (const type of ['text/plain', 'text/plain; application/json', '']) {
      const headers = { 'content-type': type };
      const answer = await send('/api/v1/dossiers', { method: 'POST', headers, body });
      expect([403, 415]).toContain(answer.status);
    }
    expect((await send('/api/v1/dossiers/disguised')).status).toBe(404);
  });

  test('that name another method in a header are what they are', async () => {
    const headers = { 'x-http-method-override': 'DELETE', _method: 'DELETE' };
    expect((await send(`/api/v1/dossiers/${dossier}?_method=DELETE`, { headers })).status).toBe(
      200,
    );
    expect((await send(`/api/v1/dossiers/${dossier}`)).status).toBe(200);
  });
});

describe('ways out of the folders', () => {
  const ways = [
    '../parley.db',
    '..%2fparley.db',
    '..%5cparley.db',
    '%2e%2e%2fparley.db',
    '....//parley.db',
    '/etc/passwd',
    'parley-x.zip%00',
    'parley-..%2f..%2fx.zip',
  ];

  test.each(ways)('%s leads nowhere', async (way) => {
    for (const path of [
      `/api/v1/backups/${way}`,
      `/api/v1/dossiers/${way}`,
      `/api/v1/dossiers/${way}/bundle`,
      `/dossiers/${way}/compare`,
      `/dossiers/${dossier}/compare/table.${way}`,
    ]) {
      const { status, text } = await send(path);
      expect([404, 307, 308, 400], `${path}: ${String(status)}`).toContain(status);
      expect(text).not.toMatch(/SQLite format|root:/);
    }
  });

  const upload = (bytes: Uint8Array) =>
    send('/api/v1/import', { method: 'POST', body: Buffer.from(bytes) });

  test.each(['../evil.json', '/abs/dossier.json', 'a/../../evil.md', 'C:\\evil.md', '..\\evil.md'])(
    'an archive with %s is refused and writes nothing',
    async (name) => {
      const bytes = zipSync({ 'dossier.json': strToU8('{}'), [name]: strToU8('x') });
      const before = readdirSync(data);
      const { status } = await upload(bytes);
      expect(status).toBe(422);
      expect(readdirSync(data)).toEqual(before);
      expect(existsSync(join(data, '..', 'evil.json'))).toBe(false);
    },
  );

  test('an archive that unpacks to far more than it is, is refused before it is unpacked', async () => {
    const zeros = new Uint8Array(600_000_000);
    const bytes = zipSync({ 'dossier.json': [zeros, { level: 9 }] });
    expect(bytes.length).toBeLessThan(2_000_000);
    const { status } = await upload(bytes);
    expect(status).toBe(422);
  }, 60_000);

  test('what is no archive, is cut off or is empty is refused', async () => {
    const whole = zipSync({ 'dossier.json': strToU8('{}') });
    for (const bytes of [
      new Uint8Array(),
      strToU8('PK'),
      whole.slice(0, -10),
      strToU8('age-encryption.org/v1\n-> scrypt x 30\n'),
    ])
      expect((await upload(bytes)).status).toBe(422);
  });
});

describe('bodies', () => {
  test('larger than the limit are refused', async () => {
    const large = put('large', source('large', 'x'.repeat(3_000_000)));
    // The server may hang up before everything is sent, which a client sees as a broken connection.
    const status = await large.then((answer) => answer.status).catch(() => 413);
    expect(status).toBe(413);
    const path = `/api/v1/dossiers/${dossier}/records/source/large`;
    expect((await send(path)).status).toBe(404);
  });

  test.each([
    ['deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['wide', `[${'1,'.repeat(500_000)}1]`],
    ['cut off', '{"id":"x"'],
    ['a lone half of a sign', '{"id":"x","title":"\\ud800","publisher":"P","language":"en"}'],
    ['none', ''],
    [
      'a prototype',
      '{"__proto__":{"admin":true},"id":"x","title":"t","publisher":"P","language":"en"}',
    ],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}},"id":"x"}'],
    ['a number', '1e999'],
  ])('that are %s are answered, and break nothing', async (_, body) => {
    const { status } = await put('x', body);
    expect([200, 400, 422]).toContain(status);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect((await send('/api/v1/ready')).status).toBe(200);
  });
});

describe('signs that mean something elsewhere', () => {
  const signs = [
    `'; drop table record; --`,
    `" or 1=1 --`,
    `\\'; select pg_sleep(10); --`,
    '%_[]^$1 $$ ? :name @p',
    'a\u0000b',
    '\u202eevil\u202c \ufeff\u2028\u2029',
    '${7*7} {{7*7}} <%= 7*7 %>',
    '=HYPERLINK("http://x")',
    'İıſK ẞ 𝔘𝔫𝔦 👩‍👩‍👧 é é',
  ];

  test.each(signs.map((sign, index) => [index, sign] as const))(
    'are stored and given back as they are: %i',
    async (index, sign) => {
      const id = `sign-${String(index)}`;
      expect((await put(id, source(id, sign))).status).toBe(200);
      const read = await ask<{ body: { title: string } }>(
        server.address,
        `/dossiers/${dossier}/records/source/${id}`,
      );
      expect(read.body.body.title).toBe(sign);
    },
  );

  test('in addresses and searches find nothing and harm nothing', async () => {
    for (const sign of signs) {
      const told = encodeURIComponent(sign);
      for (const path of [
        `/api/v1/dossiers/${told}`,
        `/api/v1/dossiers/${dossier}/records/${told}`,
        `/api/v1/dossiers/${dossier}/records/source/${told}`,
        `/api/v1/dossiers/${dossier}/changes/${told}`,
        `/api/v1/dossiers/${dossier}/changes?after=${told}&before=${told}&limit=${told}`,
        `/api/v1/search?q=${told}&dossier=${told}&kind=${told}&limit=${told}&offset=${told}`,
        `/dossiers/${dossier}/history?kind=${told}&record=${told}&before=${told}`,
        `/search?q=${told}&page=${told}`,
      ]) {
        const { status } = await send(path);
        expect([200, 400, 404], `${path}: ${String(status)}`).toContain(status);
      }
    }
    expect((await send(`/api/v1/dossiers/${dossier}`)).status).toBe(200);
  });

  test('in conditions and names of requests are refused or left alone', async () => {
    const body = JSON.stringify(source('conditions', 'x'));
    for (const [name, value] of [
      ['if-match', `"1' or '1'='1"`],
      ['if-match', '"99999999999999999999"'],
      ['if-none-match', 'x'],
      ['idempotency-key', `'; drop table change; --`],
    ] as const) {
      const headers = { 'content-type': 'application/json', [name]: value };
      const path = `/api/v1/dossiers/${dossier}/records/source/conditions`;
      const { status } = await send(path, { method: 'PUT', headers, body });
      expect([400, 409, 422, 428], `${name}: ${String(status)}`).toContain(status);
    }
  });
});

describe('names of downloads', () => {
  test.each([
    'a\r\nSet-Cookie: x=1',
    '"; filename="evil.exe',
    'Меморандум “Україна”.zip',
    '../../x',
    '\u202egpj.exe',
    '',
  ])('cannot break out of their header: %j', (name) => {
    const header = nameDownload(name);
    expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%!#$&+^`|~-]*$/);
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
  });
});

test('every page says which scripts may run, and none of them stands in its text', async () => {
  for (const [route, rights] of Object.entries(accessTable)) {
    if (rights['GET'] === undefined || route.startsWith('/api/') || route.includes('provider'))
      continue;
    const path = route
      .replace('[id]', dossier)
      .replace('[kind]', 'issue')
      .replace(/\[[^\]]*\]/g, 'x');
    const { headers, text } = await send(path);
    const policy = headers.get('content-security-policy') ?? '';
    const scripts =
      /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)?.[1] ?? '';
    if ((headers.get('content-type') ?? '').startsWith('text/html')) {
      expect(policy, path).not.toBe('');
      expect(scripts, path).not.toMatch(/unsafe|\*|http/);
      expect(text, path).not.toMatch(/\son\w+=/i);
    }
  }
});
