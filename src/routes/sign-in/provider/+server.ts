import { redirect } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import { readReturnPath } from '#lib/ui/theme.ts';
import { passCookies } from '../../door-cookies.ts';
import type { RequestHandler } from './$types';

/** Sends the browser to the identity provider. */
export const GET: RequestHandler = async ({ url, request, cookies }) => {
  const { accounts, settings } = await site();
  if (accounts === undefined || settings.provider === undefined) redirect(303, '/sign-in');
  const back = readReturnPath(url.searchParams.get('back'));
  const started = await accounts.startProvider(back, request.headers);
  if (!started.ok) redirect(303, '/sign-in?refused=1');
  passCookies(cookies, started.value.setCookies);
  redirect(302, started.value.location);
};
