// Every page, action and endpoint, asked by everybody there is: the answers of the real server.
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { spawnSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTable, type Right } from '#lib/app/access.ts';
import { hasRole, roles, type Role } from '#lib/model/role.ts';
import { root } from '../../scripts/setup.mjs';
import { openStream } from '../support/event-stream.ts';
import { freshFolder, removeFolder, startServer, type TestServer } from '../support/test-server.ts';

const password = 'four random words here';
const data = freshFolder();
let server: TestServer;
let provider: { readonly issuer: string; readonly close: () => void; email: string };

/** Runs a command of the program on the data of the server. */
function parley(...args: readonly string[]): string {
  const env = { ...process.env, PARLEY_DATA: data };
  const bin = join(root, 'bin', 'parley.mjs');
  const ran = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
}

type Headers = Record<string, string>;

async function call(path: string, init: RequestInit & { headers?: Headers } = {}) {
  const response = await fetch(`${server.address}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What a browser sends of its own with a form of our page. */
const form = (fields: Record<string, string>, headers: Headers = {}) => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    origin: server.address,
    accept: 'text/html',
    ...headers,
  },
  body: new URLSearchParams(fields).toString(),
});

const cookieOf = (headers: globalThis.Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

async function signIn(email: string): Promise<string> {
  const { status, headers } = await call('/sign-in', form({ email, password, back: '/' }));
  expect(status).toBe(303);
  return cookieOf(headers);
}

/** Makes an account by the command line and opens it by the link, as a person would. */
async function enter(email: string, ...flags: readonly string[]): Promise<string> {
  const name = email.split('@')[0] ?? '';
  const link = parley('people', 'add', email, '--name', name, ...flags)
    .trim()
    .split('\n')
    .at(-1);
  const opened = await call(link ?? '', form({ password, again: password }));
  expect(opened.status).toBe(303);
  return cookieOf(opened.headers);
}

const dossier = 'secret-talks';
const cookies: Partial<Record<Role | 'stranger' | 'admin', string>> = {};

beforeAll(async () => {
  provider = await startProvider();
  parley('people', 'add', 'first@example.org', '--name', 'First', '--admin');
  server = await startServer({
    data,
    env: {
      PARLEY_ACCOUNTS: 'required',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'parley',
      OIDC_CLIENT_SECRET: 'not a secret',
      OIDC_NAME: 'The Institute',
    },
  });
  cookies.admin = await enter('admin@example.org', '--admin');
  cookies.owner = await enter('owner@example.org');
  const made = await call('/api/v1/dossiers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: cookies.owner },
    body: JSON.stringify({ id: dossier, title: 'Secret talks' }),
  });
  expect(made.status).toBe(201);
  for (const role of ['reader', 'annotator', 'editor'] as const) {
    cookies[role] = await enter(`${role}@example.org`);
    const set = await call(`/api/v1/dossiers/${dossier}/members`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: cookies.owner },
      body: JSON.stringify({ person: `${role}@example.org`, role }),
    });
    expect(set.status).toBe(204);
  }
  cookies.stranger = await enter('stranger@example.org');
});

afterAll(async () => {
  await server.stop();
  provider.close();
  removeFolder(data);
});

/** An address of a route with something in the place of each parameter. */
const addressOf = (route: string): string =>
  route
    .replace('/dossiers/[id]', `/dossiers/${dossier}`)
    .replace('[number]', '999')
    .replace('[kind]', 'source')
    .replace('[record]', 'nothing')
    .replace('[clause]', 'nothing')
    .replace('[desk]', 'no-such-desk')
    .replace('[paper]', 'p1')
    .replace('[form]', 'html')
    .replace('[provider]', 'oidc')
    .replace('[secret]', 'no-such-secret')
    .replace('[name]', 'nothing.zip');

interface Door {
  readonly route: string;
  readonly key: string;
  readonly right: Right;
}

const doors: readonly Door[] = Object.entries(accessTable).flatMap(([route, rights]) =>
  Object.entries(rights).map(([key, right]) => ({ route, key, right })),
);

/** Knocks without doing harm: nothing that is sent makes sense to an action that lets it in. */
function knock({ route, key }: Door, headers: Headers) {
  const address = addressOf(route);
  if (key.startsWith('?')) {
    const action = key === '?/default' ? '' : key;
    return call(`${address}${action}`, form({ nothing: 'at all' }, headers));
  }
  const method = key;
  if (method === 'GET' && address.endsWith('/events')) return knockAtStream(address, headers);
  if (method === 'GET') return call(address, { headers });
  const json = { 'content-type': 'application/json', origin: server.address };
  return call(address, { method, headers: { ...json, ...headers }, body: '{"nothing":true}' });
}

/** A stream does not end by itself: its beginning says whether it was opened. */
async function knockAtStream(address: string, headers: Headers) {
  const closing = new AbortController();
  const { status, headers: told } = await fetch(`${server.address}${address}`, {
    headers,
    redirect: 'manual',
    signal: closing.signal,
  });
  closing.abort();
  return { status, headers: told, text: '' };
}

const isDeniedTo = (role: Role | undefined, right: Right): boolean =>
  roles.some((needed) => needed === right) &&
  !hasRole(role, roles.find((needed) => needed === right) ?? 'owner');

/** What an answer says to somebody who may not come in. */
const denials = [401, 403, 404];

describe('nobody gets in without an account', () => {
  const strangers: readonly (readonly [string, () => Headers])[] = [
    ['without a cookie', () => ({})],
    ['with a forged cookie', () => ({ cookie: 'parley.session_token=abc.def' })],
    [
      'with somebody else’s signature',
      () => ({ cookie: `${(cookies.owner ?? '').slice(0, -12)}AAAAAAAAA%3D` }),
    ],
    ['with a token nobody made', () => ({ authorization: `Bearer parley_${'A'.repeat(43)}` })],
    ['with a cookie of a token', () => ({ cookie: `parley.session_token=${'A'.repeat(32)}` })],
  ];
  test.each(strangers)('%s', async (_, headersOf) => {
    for (const door of doors) {
      if (door.right === 'anyone') continue;
      const { status, headers, text } = await knock(door, headersOf());
      const told = `${door.route} ${door.key}: ${String(status)}`;
      if (door.route.startsWith('/api/')) expect(status, told).toBe(401);
      else {
        expect(status, told).toBe(303);
        expect(headers.get('location'), told).toMatch(/^\/sign-in/);
      }
      expect(text).not.toContain('Secret talks');
    }
  });
});

describe('each role is let in where the table says, and nowhere else', () => {
  test.each([...roles, 'stranger'] as const)('%s', async (who) => {
    const role = roles.find((known) => known === who);
    const cookie = cookies[who] ?? '';
    for (const door of doors) {
      // The doors of one's own account would end the session that knocks.
      if (door.route === '/account' && door.key !== 'GET') continue;
      // Nobody deletes the dossier by knocking: the name is missing.
      const { status, text } = await knock(door, { cookie });
      const told = `${who} at ${door.route} ${door.key}: ${String(status)}`;
      if (door.right === 'admin' || (role === undefined && isDeniedTo(role, door.right)))
        expect(status, told).toBe(404);
      else if (isDeniedTo(role, door.right)) expect(status, told).toBe(403);
      else expect([401, 403, 405, 500], told).not.toContain(status);
      if (role === undefined && denials.includes(status))
        expect(text).not.toContain('Secret talks');
    }
  });

  test('an admin without a role does not see the dossier either', async () => {
    const cookie = cookies.admin ?? '';
    const { status } = await call(`/api/v1/dossiers/${dossier}`, { headers: { cookie } });
    expect(status).toBe(404);
    const list = await call('/api/v1/dossiers', { headers: { cookie } });
    expect(list.text).not.toContain(dossier);
    expect(list.text).toContain('istanbul-2025');
  });
});

describe('private notes', () => {
  const at = '2025-06-03T10:00:00.000Z';
  const words = 'Between you and me';
  const note = {
    ...{ id: 'private-1', target: { row: 'row-1' }, body: words, author: 'annotator', at },
    visibility: 'private',
  };

  test('of one person are in no answer to another, whoever they are', async () => {
    const json = { 'content-type': 'application/json' };
    const put = await call(`/api/v1/dossiers/${dossier}/records/annotation/private-1`, {
      method: 'PUT',
      headers: { ...json, cookie: cookies.annotator ?? '', 'if-none-match': '*' },
      body: JSON.stringify(note),
    });
    expect(put.status, put.text).toBe(200);
    const own = await call(`/api/v1/dossiers/${dossier}`, {
      headers: { cookie: cookies.annotator ?? '' },
    });
    expect(own.text).toContain(words);
    for (const who of ['reader', 'editor', 'owner'] as const) {
      const cookie = cookies[who] ?? '';
      const headers = { cookie };
      for (const door of doors) {
        if (door.key !== 'GET' || !door.route.includes('[id]')) continue;
        // A stream that never ends is read by the tests of live updates.
        if (door.route.endsWith('/events')) continue;
        const address = addressOf(door.route)
          .replace('/source/nothing', '/annotation/private-1')
          .replace(/\/source$/, '/annotation')
          .replace('/999', '/2');
        const { text } = await call(address, { headers });
        expect(text, `${who} at ${address}`).not.toContain(words);
      }
      const json_ = { ...json, cookie, 'if-match': '"2"' };
      const path = `/api/v1/dossiers/${dossier}/records/annotation/private-1`;
      const taken = await call(path, { method: 'DELETE', headers: json_ });
      expect([403, 404, 422], taken.text).toContain(taken.status);
      const undone = await call(`/api/v1/dossiers/${dossier}/changes/2/undo`, {
        method: 'POST',
        headers,
      });
      expect([404, 403], undone.text).toContain(undone.status);
    }
  });
});

describe('live events', () => {
  const stream = (cookie: string | undefined) =>
    openStream(`${server.address}/api/v1/dossiers/${dossier}/events`, { cookie: cookie ?? '' });
  const json = { 'content-type': 'application/json' };

  test('tell who else is here and what they changed, but never of private notes', async () => {
    const owner = await stream(cookies.owner);
    const editor = await stream(cookies.editor);
    const here = await owner.until(
      ({ name, data: told }) => name === 'here' && JSON.stringify(told).includes('editor'),
    );
    expect(here.data).toEqual({ others: ['editor'] });
    const note = {
      ...{ id: 'private-2', target: { row: 'row-1' }, body: 'Not for you', author: 'annotator' },
      ...{ at: '2025-06-03', visibility: 'private' },
    };
    const put = (kind: string, id: string, body: object, cookie = '') =>
      call(`/api/v1/dossiers/${dossier}/records/${kind}/${id}`, {
        method: 'PUT',
        headers: { ...json, cookie, 'if-none-match': '*' },
        body: JSON.stringify(body),
      });
    expect((await put('annotation', 'private-2', note, cookies.annotator)).status).toBe(200);
    const source = { id: 'seen', publisher: 'P', title: 'T', language: 'en' };
    expect((await put('source', 'seen', source, cookies.editor)).status).toBe(200);
    const told = await owner.until(({ name }) => name === 'change');
    expect(told.data).toMatchObject({ who: 'editor', own: false, records: 1 });
    expect(owner.events.filter(({ name }) => name === 'change')).toHaveLength(1);
    const own = await editor.until(({ name }) => name === 'change');
    expect(own.data).toMatchObject({ own: true });
    owner.close();
    editor.close();
  });

  test('end for whoever loses the right to read', async () => {
    const cookie = await enter('passing@example.org');
    const members = `/api/v1/dossiers/${dossier}/members`;
    const owner = { ...json, cookie: cookies.owner ?? '' };
    const body = JSON.stringify({ person: 'passing@example.org', role: 'reader' });
    expect((await call(members, { method: 'PUT', headers: owner, body })).status).toBe(204);
    const passing = await stream(cookie);
    expect(passing.status).toBe(200);
    const gone = `${members}?person=passing@example.org`;
    expect((await call(gone, { method: 'DELETE', headers: owner })).status).toBe(204);
    const source = { id: 'unseen', publisher: 'P', title: 'T', language: 'en' };
    await call(`/api/v1/dossiers/${dossier}/records/source/unseen`, {
      method: 'PUT',
      headers: { ...owner, 'if-none-match': '*' },
      body: JSON.stringify(source),
    });
    await passing.ended;
    expect(passing.events.filter(({ name }) => name === 'change')).toEqual([]);
  });

  test('are not for strangers', async () => {
    expect((await stream(undefined)).status).toBe(401);
    expect((await stream(cookies.stranger)).status).toBe(404);
  });
});

describe('sessions', () => {
  test('an expired session is a stranger', async () => {
    const cookie = await signIn('reader@example.org');
    const me = () => call('/api/v1/me', { headers: { cookie } });
    expect((await me()).status).toBe(200);
    const database = new DatabaseSync(join(data, 'parley.db'));
    database.exec(`update session set expires_at = '2020-01-01T00:00:00.000Z'
      where token = '${/=([^.]+)\./.exec(cookie)?.[1] ?? ''}'`);
    database.close();
    expect((await me()).status).toBe(401);
  });

  test('somebody who is shut out is out at once', async () => {
    const cookie = await enter('gone@example.org');
    parley('people', 'shut-out', 'gone@example.org');
    expect((await call('/api/v1/me', { headers: { cookie } })).status).toBe(401);
    const again = await call('/sign-in', form({ email: 'gone@example.org', password }));
    expect(again.status).toBe(400);
  });

  test('guessing is slowed down, without telling whether the address is known', async () => {
    const attempt = (email: string) => call('/sign-in', form({ email, password: 'a wrong guess' }));
    const statuses = [];
    for (let index = 0; index < 12; index += 1)
      statuses.push((await attempt('nobody@example.org')).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(400));
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect((await call('/sign-in', form({ email: 'owner@example.org', password }))).status).toBe(
      303,
    );
  });

  test('signing in leads back into this site and nowhere else', async () => {
    const fields = { email: 'owner@example.org', password };
    for (const back of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const { headers } = await call('/sign-in', form({ ...fields, back }));
      expect(headers.get('location')).toBe('/');
    }
    const { headers } = await call('/sign-in', form({ ...fields, back: '/account' }));
    expect(headers.get('location')).toBe('/account');
  });

  test('a form of another site does nothing, cookie or not', async () => {
    const cookie = cookies.owner ?? '';
    for (const origin of ['https://evil.example', 'null']) {
      const sent = form({ person: 'stranger@example.org', role: 'owner' }, { cookie, origin });
      const { status } = await call(`/dossiers/${dossier}/members?/set`, sent);
      expect(status).toBe(403);
    }
  });

  test('the cookie is for the server alone', async () => {
    const { headers } = await call('/sign-in', form({ email: 'owner@example.org', password }));
    expect(headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
  });
});

describe('tokens', () => {
  const make = async (scope: string): Promise<Headers> => {
    const cookie = cookies.owner ?? '';
    const { text } = await call('/account?/token', form({ name: 'script', scope }, { cookie }));
    const secret = /parley_[\w-]{43}/.exec(text)?.[0] ?? '';
    expect(secret).not.toBe('');
    return { authorization: `Bearer ${secret}` };
  };

  test('open the API with the rights of their person, and no page', async () => {
    const headers = await make('write');
    expect((await call(`/api/v1/dossiers/${dossier}`, { headers })).status).toBe(200);
    expect((await call(`/dossiers/${dossier}/compare`, { headers })).status).toBe(403);
    expect((await call('/people', { headers })).status).toBe(403);
  });

  test('that only read never write', async () => {
    const headers = { ...(await make('read')), 'content-type': 'application/json' };
    expect((await call(`/api/v1/dossiers/${dossier}`, { headers })).status).toBe(200);
    const edits = [{ op: 'delete', kind: 'source', id: 'x', base: 1 }];
    const body = JSON.stringify({ edits });
    const path = `/api/v1/dossiers/${dossier}/changes`;
    expect((await call(path, { method: 'POST', headers, body })).status).toBe(403);
  });
});

describe('an identity provider', () => {
  const comeIn = async (email: string) => {
    provider.email = email;
    const page = await call('/sign-in');
    expect(page.text).toContain('The Institute');
    const started = await call('/sign-in/provider?back=%2Faccount');
    const there = await fetch(started.headers.get('location') ?? '', { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    return call(`${back.pathname}${back.search}`, {
      headers: { cookie: cookieOf(started.headers) },
    });
  };

  test('lets in whoever has an account here', async () => {
    const answer = await comeIn('reader@example.org');
    expect(answer.headers.get('location')).toMatch(/\/account$/);
    const cookie = cookieOf(answer.headers);
    const me = await call('/api/v1/me', { headers: { cookie } });
    expect(JSON.parse(me.text)).toMatchObject({ name: 'reader', via: 'session' });
  });

  test('lets in nobody else', async () => {
    const answer = await comeIn('unknown@example.org');
    expect(answer.headers.get('location')).toContain('/sign-in');
    const cookie = cookieOf(answer.headers);
    expect((await call('/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });
});

/** A provider of identities as OpenID Connect describes it, who vouches for one address at a time. */
async function startProvider() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const state = { email: '', nonce: undefined as string | null | undefined };
  const sign = (claims: object): string => {
    const encode = (part: object): string =>
      Buffer.from(JSON.stringify(part)).toString('base64url');
    const head = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode(claims)}`;
    return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey, 'base64url')}`;
  };
  let issuer = '';
  const http: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (body: object): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') {
      json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      });
    } else if (url.pathname === '/jwks') {
      json({
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      });
    } else if (url.pathname === '/authorize') {
      state.nonce = url.searchParams.get('nonce');
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'a-code');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === '/token') {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        ...{ iss: issuer, aud: 'parley', sub: state.email, iat: now, exp: now + 300 },
        ...{ email: state.email, email_verified: true, name: 'Somebody', nonce: state.nonce },
      };
      json({
        access_token: 'access',
        token_type: 'Bearer',
        expires_in: 300,
        id_token: sign(claims),
      });
    } else {
      json({ sub: state.email, email: state.email, email_verified: true, name: 'Somebody' });
    }
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  issuer = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
  return {
    issuer,
    close: () => void http.close(),
    get email() {
      return state.email;
    },
    set email(email: string) {
      state.email = email;
    },
  };
}
