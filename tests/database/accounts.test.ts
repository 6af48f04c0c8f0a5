import { expect, test } from 'vitest';
import { openAccounts } from '#lib/server/accounts.ts';
import { addPerson, changePerson, findInvited, invite, setPassword } from '#lib/server/people.ts';
import { addToken, findTokenOwner, removeToken } from '#lib/server/api-tokens.ts';
import { onBothEngines } from '../support/databases.ts';

const at = '2025-06-03T10:00:00.000Z';
const origin = 'http://127.0.0.1:3000';
const door = { origin, secret: undefined, provider: undefined };

const cookieOf = (setCookies: readonly string[]): Headers =>
  new Headers({ cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') });

onBothEngines('accounts', ({ open }) => {
  const people = async () => {
    const { db } = await open();
    const made = await addPerson(db, { email: 'Ana@Example.org', name: 'Ana', admin: true, at });
    if (!made.ok) throw new Error('not made');
    const ana = made.value;
    await setPassword(db, { person: ana.id, password: 'four random words here', at });
    const accounts = await openAccounts(db, door);
    return { db, ana, accounts };
  };

  test('a password opens a session, which ends by signing out', async () => {
    const { ana, accounts } = await people();
    const credentials = { email: 'ana@example.org', password: 'four random words here' };
    const signedIn = await accounts.signIn(credentials, new Headers());
    if (!signedIn.ok) throw new Error('not signed in');
    const [cookie = ''] = signedIn.value.setCookies;
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const headers = cookieOf(signedIn.value.setCookies);
    expect(await accounts.personOf(headers)).toEqual(ana);
    await accounts.signOut(headers);
    expect(await accounts.personOf(headers)).toBeUndefined();
  });

  test('a wrong password, an unknown address and somebody shut out get the same answer', async () => {
    const { db, accounts } = await people();
    const password = 'four random words here';
    const other = await addPerson(db, {
      email: 'oleh@example.org',
      name: 'Oleh',
      admin: false,
      at,
    });
    if (!other.ok) throw new Error('not made');
    await setPassword(db, { person: other.value.id, password, at });
    await changePerson(db, other.value.id, { disabled: true });
    const attempts = [
      { email: 'ana@example.org', password: 'something else entirely' },
      { email: 'nobody@example.org', password },
      { email: 'oleh@example.org', password },
    ];
    const answers = [];
    for (const attempt of attempts) answers.push(await accounts.signIn(attempt, new Headers()));
    for (const answer of answers) {
      expect(answer.ok).toBe(false);
      expect(answer).toEqual(answers[0]);
    }
  });

  test('a forged, an altered and an expired session are nobody', async () => {
    const { db, accounts } = await people();
    const credentials = { email: 'ana@example.org', password: 'four random words here' };
    const signedIn = await accounts.signIn(credentials, new Headers());
    if (!signedIn.ok) throw new Error('not signed in');
    const headers = cookieOf(signedIn.value.setCookies);
    const cookie = headers.get('cookie') ?? '';
    const [name = '', value = ''] = cookie.split('=');
    const token = await db.selectFrom('session').select('token').executeTakeFirstOrThrow();
    for (const forged of [
      `${name}=${value.slice(0, -6)}AAAAAA`,
      `${name}=${token.token}`,
      `${name}=${token.token}.${'A'.repeat(43)}%3D`,
      `${name}=`,
    ])
      expect(await accounts.personOf(new Headers({ cookie: forged }))).toBeUndefined();
    expect(await accounts.personOf(headers)).toBeDefined();
    await db.updateTable('session').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute();
    expect(await accounts.personOf(headers)).toBeUndefined();
  });

  test('shutting somebody out ends their sessions; a new password does too', async () => {
    const { db, ana, accounts } = await people();
    await addPerson(db, { email: 'b@example.org', name: 'Bo', admin: true, at });
    const credentials = { email: 'ana@example.org', password: 'four random words here' };
    const first = await accounts.signIn(credentials, new Headers());
    if (!first.ok) throw new Error('not signed in');
    await setPassword(db, { person: ana.id, password: 'quite another one now', at });
    expect(await accounts.personOf(cookieOf(first.value.setCookies))).toBeUndefined();
    const again = { email: 'ana@example.org', password: 'quite another one now' };
    const second = await accounts.signIn(again, new Headers());
    if (!second.ok) throw new Error('not signed in');
    await changePerson(db, ana.id, { disabled: true });
    expect(await accounts.personOf(cookieOf(second.value.setCookies))).toBeUndefined();
  });

  test('the last admin stays one, and names and addresses are given once', async () => {
    const { db, ana } = await people();
    expect(await changePerson(db, ana.id, { admin: false })).toMatchObject({
      problems: [{ code: 'last_admin' }],
    });
    const twice = await addPerson(db, { email: 'x@example.org', name: 'ana', admin: false, at });
    expect(twice).toMatchObject({ problems: [{ code: 'name_taken' }] });
    const same = await addPerson(db, { email: 'ANA@example.org', name: 'Eve', admin: false, at });
    expect(same).toMatchObject({ problems: [{ code: 'email_taken' }] });
  });

  test('an invitation is good once and for a week', async () => {
    const { db, ana } = await people();
    const secret = await invite(db, ana.id, at);
    expect(await findInvited(db, secret, at)).toEqual(ana);
    expect(await findInvited(db, secret, '2025-06-11T10:00:00.000Z')).toBeUndefined();
    await setPassword(db, { person: ana.id, password: 'chosen by the invited', at });
    expect(await findInvited(db, secret, at)).toBeUndefined();
    const stored = await db.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test('a token is found by its secret until it expires or is taken back', async () => {
    const { db, ana } = await people();
    const expiresAt = '2025-07-01T00:00:00.000Z';
    const asked = { person: ana.id, name: 'script', scope: 'read', at, expiresAt } as const;
    const { token, secret } = await addToken(db, asked);
    const good = { person: ana.id, scope: 'read' };
    expect(await findTokenOwner(db, secret, at)).toEqual(good);
    expect(await findTokenOwner(db, `${secret}x`, at)).toBeUndefined();
    expect(await findTokenOwner(db, secret, '2025-07-02T00:00:00.000Z')).toBeUndefined();
    const stored = await db.selectFrom('api_token').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(secret);
    await removeToken(db, ana.id, token.id);
    expect(await findTokenOwner(db, secret, at)).toBeUndefined();
  });
});
