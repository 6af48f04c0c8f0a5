import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Whether the process answers; asks the database nothing. */
export const GET: RequestHandler = () => json({ status: 'ok' });
