// The table of rights against the routes there really are, and what it decides.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessTable, decideAccess, type AccessQuestion } from '#lib/app/access.ts';
import type { Viewer } from '#lib/app/viewer.ts';
import { hasRole, roles, type Role } from '#lib/model/role.ts';

const routesFolder = 'src/routes';

/** Every route with what it answers: `GET` for a page, its actions, the methods of an endpoint. */
function readRoutes(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (file: string, names: readonly string[]): void => {
    const route = file.slice(routesFolder.length).replace(/\/\+[^/]*$/, '') || '/';
    found.set(route, [...(found.get(route) ?? []), ...names]);
  };
  for (const file of globSync(`${routesFolder}/**/+page.svelte`)) add(file, ['GET']);
  for (const file of globSync(`${routesFolder}/**/+page.server.ts`)) {
    const [, actions = ''] = readFileSync(file, 'utf8').split(/export const actions[^=]*= \{\n/);
    const [body = ''] = actions.split(/\n\};/);
    const names = [...body.matchAll(/^ {2}(?:async )?(\w+)(?::|\(|,)/gm)].map(([, name]) => name);
    add(
      file,
      names.map((name) => `?/${name ?? ''}`),
    );
  }
  for (const file of globSync(`${routesFolder}/**/+server.ts`)) {
    const methods = [...readFileSync(file, 'utf8').matchAll(/^export const ([A-Z]+)\b/gm)];
    add(
      file,
      methods.map(([, name]) => name ?? ''),
    );
  }
  return found;
}

const viewer = (more: Partial<Viewer> = {}): Viewer => ({
  ...{ id: 'ann', name: 'Ann', admin: false, via: 'session', readOnly: false },
  ...more,
});

const ask = (more: Partial<AccessQuestion>): AccessQuestion => ({
  ...{ route: '/', method: 'GET', search: '', viewer: undefined, role: undefined },
  ...more,
});

test('every page, action and endpoint has a right, and every right a page, action or endpoint', () => {
  const routes = readRoutes();
  expect(routes.size).toBeGreaterThan(20);
  const there = [...routes].map(([route, names]) => [route, names.toSorted()]);
  const listed = Object.entries(accessTable).map(([route, rights]) => [
    route,
    Object.keys(rights).toSorted(),
  ]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(there));
});

test('whatever is in a dossier takes a role in it', () => {
  for (const [route, rights] of Object.entries(accessTable)) {
    if (!route.includes('/dossiers/[id]')) continue;
    for (const right of Object.values(rights)) expect(roles).toContain(right);
  }
});

test('a stranger passes where anyone may, and is asked to sign in everywhere else', () => {
  for (const question of everyRequest()) {
    const expected = question.right === 'anyone' ? 'pass' : 'sign-in';
    expect(decideAccess(question), question.route).toBe(expected);
  }
});

test('each role may what its rank allows, and nobody hears of a dossier without one', () => {
  for (const { right, ...question } of everyRequest()) {
    const needed = roles.find((role) => role === right);
    if (needed === undefined) continue;
    for (const role of [undefined, ...roles]) {
      const decision = decideAccess({ ...question, viewer: viewer(), role });
      const may = hasRole(role, needed);
      const denied = role === undefined ? 'unknown' : 'forbidden';
      expect(decision, `${question.route} as ${role ?? 'nobody'}`).toBe(may ? 'pass' : denied);
    }
  }
});

test('what runs the installation is unknown to everybody but admins', () => {
  for (const { right, ...question } of everyRequest()) {
    if (right !== 'admin') continue;
    expect(decideAccess({ ...question, viewer: viewer() })).toBe('unknown');
    expect(decideAccess({ ...question, viewer: viewer({ admin: true }) })).toBe('pass');
  }
});

test('a token opens the API alone, and one that reads never writes', () => {
  const role: Role = 'owner';
  for (const { right, ...question } of everyRequest()) {
    if (right === 'anyone' || right === 'admin') continue;
    const isApi = question.route.startsWith('/api/');
    const writing = decideAccess({ ...question, viewer: viewer({ via: 'token' }), role });
    expect(writing, question.route).toBe(isApi ? 'pass' : 'forbidden');
    const readOnly = viewer({ via: 'token', readOnly: true });
    const reading = decideAccess({ ...question, viewer: readOnly, role });
    expect(reading).toBe(isApi && question.method === 'GET' ? 'pass' : 'forbidden');
  }
});

test('a route that is not in the table is denied, and so is a method nobody listed', () => {
  const admin = viewer({ admin: true });
  expect(decideAccess(ask({ route: '/nowhere', viewer: admin, role: 'owner' }))).toBe('unknown');
  for (const method of ['DELETE', 'PATCH', 'PUT', 'POST', 'TRACE'])
    expect(decideAccess(ask({ method, viewer: admin, role: 'owner' }))).toBe('no-method');
  const undoing = { route: '/dossiers/[id]/history', method: 'POST', viewer: admin } as const;
  const other = ask({ ...undoing, role: 'owner', search: '?/other' });
  expect(decideAccess(other)).toBe('no-method');
});

test('an action is judged by the name the framework will run, however it is written', () => {
  const page = { route: '/dossiers/[id]/history', method: 'POST', viewer: viewer() } as const;
  const asReader = (search: string) => decideAccess(ask({ ...page, role: 'reader', search }));
  expect(asReader('?/seen')).toBe('pass');
  expect(asReader('?since=visit&/seen=')).toBe('pass');
  for (const search of ['?/undo', '?%2Fundo', '?%2Fundo&/seen', '?/undo&/seen', '?%2fundo=1'])
    expect(asReader(search), search).toBe('forbidden');
});

/** One question for every right in the table, with nobody asking. */
function everyRequest(): readonly (AccessQuestion & { readonly right: string })[] {
  return Object.entries(accessTable).flatMap(([route, rights]) =>
    Object.entries(rights).map(([key, right]) => ({
      ...ask({ route }),
      ...(key.startsWith('?') ? { method: 'POST', search: key } : { method: key }),
      right,
    })),
  );
}
