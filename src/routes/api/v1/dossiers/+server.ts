import { json } from '@sveltejs/kit';
import { createEmptyDossier } from '#lib/app/create-empty-dossier.ts';
import { listDossiers } from '#lib/app/list-dossiers.ts';
import { site } from '#lib/app/site.ts';
import { readJson, refuse, refuseProblems } from '../answer.ts';
import type { RequestHandler } from './$types';

/** The dossiers the viewer may read. */
export const GET: RequestHandler = async ({ locals }) => {
  if (locals.viewer === undefined) return signIn();
  return json({ dossiers: await listDossiers(await site(), locals.viewer) });
};

/** Makes an empty dossier; whoever makes it owns it. */
export const POST: RequestHandler = async ({ locals, request }) => {
  if (locals.viewer === undefined) return signIn();
  const body = await readJson(request);
  if (!body.ok) return body.answer;
  const { viewer } = locals;
  const at = new Date().toISOString();
  const made = await createEmptyDossier(await site(), { input: body.value, viewer, at });
  if (!made.ok) return refuseProblems(made.problems);
  const headers = { location: `/api/v1/dossiers/${made.value.id}` };
  return json(made.value, { status: 201, headers });
};

const signIn = (): Response =>
  refuse({ status: 401, code: 'sign_in', title: 'Sign in, or send an API token.' });
