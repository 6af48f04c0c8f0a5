import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Who asks, as the server sees it. */
export const GET: RequestHandler = ({ locals }) => {
  const { id, name, admin, via, readOnly } = locals.viewer ?? {};
  return json({ id, name, admin, via, readOnly });
};
