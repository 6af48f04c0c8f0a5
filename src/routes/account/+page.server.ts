import { error, fail, redirect } from '@sveltejs/kit';
import { changeOwnPassword, endOwnSessions, leave } from '#lib/app/own-account.ts';
import { addOwnToken, forgetOwnToken, listOwnTokens } from '#lib/app/own-tokens.ts';
import { site } from '#lib/app/site.ts';
import type { Viewer } from '#lib/app/viewer.ts';
import { passCookies } from '../door-cookies.ts';
import { faultsOf, readWord } from '../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** One's own account: password, sessions, and the tokens of one's scripts. */
export const load: PageServerLoad = async ({ locals }) => {
  const viewer = known(locals);
  const opened = await site();
  if (opened.accounts === undefined) return { alone: true, name: viewer.name, tokens: [] };
  return { alone: false, name: viewer.name, tokens: await listOwnTokens(opened, viewer) };
};

function known({ viewer }: App.Locals): Viewer {
  if (viewer === undefined) error(401, 'Sign in first.');
  return viewer;
}

export const actions: Actions = {
  password: async ({ locals, request, cookies }) => {
    const form = await request.formData();
    const changed = await changeOwnPassword(await site(), known(locals), {
      current: readWord(form, 'current'),
      next: readWord(form, 'next'),
      again: readWord(form, 'again'),
      headers: request.headers,
      at: new Date().toISOString(),
    });
    if (!changed.ok) return fail(422, { faults: faultsOf(changed.problems) });
    passCookies(cookies, changed.value.setCookies);
    return { done: 'Your password is changed, and you are signed out everywhere else.' };
  },
  token: async ({ locals, request }) => {
    const form = await request.formData();
    const made = await addOwnToken(await site(), known(locals), {
      name: readWord(form, 'name'),
      scope: readWord(form, 'scope'),
      days: readWord(form, 'days'),
      at: new Date().toISOString(),
    });
    if (!made.ok) return fail(422, { faults: faultsOf(made.problems) });
    return { secret: made.value.secret };
  },
  forget: async ({ locals, request }) => {
    const form = await request.formData();
    await forgetOwnToken(await site(), known(locals), readWord(form, 'token'));
    return { done: 'The token is taken back; whatever used it is shut out from now on.' };
  },
  leave: async ({ request, cookies }) => {
    passCookies(cookies, await leave(await site(), request.headers));
    redirect(303, '/sign-in');
  },
  everywhere: async ({ locals }) => {
    await endOwnSessions(await site(), known(locals));
    redirect(303, '/sign-in');
  },
};
