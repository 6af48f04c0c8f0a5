import { fail, redirect } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import { readReturnPath } from '#lib/ui/theme.ts';
import { passCookies } from '../door-cookies.ts';
import { readWord } from '../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** The door. Whoever is in already, or needs no account, goes straight on. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const back = readReturnPath(url.searchParams.get('back'));
  const { settings } = await site();
  if (locals.viewer !== undefined) redirect(303, back);
  const { provider } = settings;
  return {
    back,
    provider: provider?.name,
    refused: url.searchParams.has('refused') || url.searchParams.has('error'),
  };
};

export const actions: Actions = {
  default: async ({ request, cookies, getClientAddress }) => {
    const form = await request.formData();
    const email = readWord(form, 'email');
    const back = readReturnPath(form.get('back'));
    const { accounts, limits } = await site();
    if (accounts === undefined) redirect(303, back);
    const allowance = await limits.trySignIn(getClientAddress(), email);
    if (!allowance.ok) {
      const minutes = Math.ceil(allowance.retryAfterS / 60);
      const message = `Too many attempts. Try again in ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}.`;
      return fail(429, { email, message });
    }
    const password = readWord(form, 'password');
    const signedIn = await accounts.signIn({ email, password }, request.headers);
    if (!signedIn.ok) return fail(400, { email, message: signedIn.problems[0]?.message ?? '' });
    await limits.forgive(email);
    passCookies(cookies, signedIn.value.setCookies);
    redirect(303, back);
  },
};
