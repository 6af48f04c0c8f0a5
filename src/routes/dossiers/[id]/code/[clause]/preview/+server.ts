import { json } from '@sveltejs/kit';
import { tellEffects } from '../tell-effects.ts';
import { openClause, readCoding } from '../clause-desk.ts';
import type { RequestHandler } from './$types';

/** What would follow of the form as it stands; it is sent like the form and stores nothing. */
export const POST: RequestHandler = async ({ params, request, locals }) => {
  const state = await openClause(params);
  const { coding } = readCoding({ form: await request.formData(), locals, state });
  return json(tellEffects(state, coding), { headers: { 'cache-control': 'no-store' } });
};
