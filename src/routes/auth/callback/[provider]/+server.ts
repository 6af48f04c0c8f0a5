import { redirect } from '@sveltejs/kit';
import { site } from '#lib/app/site.ts';
import type { RequestHandler } from './$types';

/** Where the identity provider sends the browser back to. */
export const GET: RequestHandler = async ({ request }) => {
  const { accounts } = await site();
  if (accounts === undefined) redirect(303, '/');
  const answer = await accounts.finishProvider(request);
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
};
