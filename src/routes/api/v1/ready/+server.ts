import { json } from '@sveltejs/kit';
import { checkReady } from '#lib/app/check-ready.ts';
import { site } from '#lib/app/site.ts';
import { refuseProblems } from '../answer.ts';
import type { RequestHandler } from './$types';

/** Whether requests can be served: the database answers. */
export const GET: RequestHandler = async () => {
  const ready = await checkReady(await site());
  return ready.ok ? json({ status: 'ready' }) : refuseProblems(ready.problems);
};
