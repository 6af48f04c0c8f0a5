import { redirect } from '@sveltejs/kit';
import { readReturnPath, readTheme, themeCookie } from '#lib/ui/theme.ts';
import type { RequestHandler } from './$types';

const yearSeconds = 365 * 24 * 60 * 60;

/** Stores the chosen theme and goes back to the page it was chosen on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  cookies.set(themeCookie, readTheme(form.get('theme')), {
    path: '/',
    maxAge: yearSeconds,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
  redirect(303, readReturnPath(form.get('back')));
};
