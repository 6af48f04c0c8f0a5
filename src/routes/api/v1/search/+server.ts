import { json } from '@sveltejs/kit';
import { searchDossiers } from '#lib/app/search-dossiers.ts';
import { site } from '#lib/app/site.ts';
import { readCount, refuse } from '../answer.ts';
import type { RequestHandler } from './$types';

const mostResults = 100;

/** Searches what the viewer may read: `q`, and if wanted `dossier`, `kind`, `limit`, `offset`. */
export const GET: RequestHandler = async ({ url, locals }) => {
  const { viewer } = locals;
  if (viewer === undefined)
    return refuse({ status: 401, code: 'sign_in', title: 'Sign in first.' });
  const { searchParams: asked } = url;
  const found = await searchDossiers(await site(), {
    viewer,
    query: asked.get('q') ?? '',
    dossier: asked.get('dossier') ?? undefined,
    kind: asked.get('kind') ?? undefined,
    limit: readCount(asked.get('limit'), mostResults) ?? 20,
    offset: readCount(asked.get('offset'), 100_000) ?? 0,
  });
  return json(found);
};
