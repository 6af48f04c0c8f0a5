import { json } from '@sveltejs/kit';
import { listBackups, makeBackup } from '#lib/app/backups.ts';
import { site } from '#lib/app/site.ts';
import { refuseProblems } from '../answer.ts';
import type { RequestHandler } from './$types';

/** The backups there are, newest first. */
export const GET: RequestHandler = async () => json({ backups: await listBackups(await site()) });

/** Makes a backup while people work. */
export const POST: RequestHandler = async () => {
  const made = await makeBackup(await site(), new Date().toISOString());
  if (!made.ok) return refuseProblems(made.problems);
  const headers = { location: `/api/v1/backups/${made.value.name}` };
  return json(made.value, { status: 201, headers });
};
