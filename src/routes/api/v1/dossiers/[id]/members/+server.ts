import { json } from '@sveltejs/kit';
import { listDossierMembers, setDossierMember } from '#lib/app/manage-members.ts';
import { site } from '#lib/app/site.ts';
import { readJson, refuseProblems } from '../../../answer.ts';
import type { RequestHandler } from './$types';

/** Everybody with a role in the dossier. */
export const GET: RequestHandler = async ({ params }) =>
  json({ members: await listDossierMembers(await site(), params.id) });

/** Gives somebody a role: `{"person": "ana@example.org", "role": "editor"}`. */
export const PUT: RequestHandler = async ({ params, request }) => {
  const body = await readJson(request);
  if (!body.ok) return body.answer;
  const [person, role] = [wordOf(body.value, 'person'), wordOf(body.value, 'role')];
  const set = await setDossierMember(await site(), params.id, { person, role: role || 'none' });
  return set.ok ? new Response(null, { status: 204 }) : refuseProblems(set.problems);
};

/** Takes the role of `?person=`, an id or e-mail address. */
export const DELETE: RequestHandler = async ({ params, url }) => {
  const person = url.searchParams.get('person') ?? '';
  const set = await setDossierMember(await site(), params.id, { person, role: '' });
  return set.ok ? new Response(null, { status: 204 }) : refuseProblems(set.problems);
};

function wordOf(body: unknown, key: string): string {
  if (typeof body !== 'object' || body === null) return '';
  const value: unknown = new Map<string, unknown>(Object.entries(body)).get(key);
  return typeof value === 'string' ? value : '';
}
