import { error } from '@sveltejs/kit';
import { listDossiers } from '#lib/app/list-dossiers.ts';
import { searchDossiers } from '#lib/app/search-dossiers.ts';
import { site } from '#lib/app/site.ts';
import { hasRole } from '#lib/model/role.ts';
import { isRecordKind } from '#lib/model/record.ts';
import { kindWords } from '#lib/ui/record-words.ts';
import type { PageServerLoad } from './$types';

const atOnce = 20;

/** Searches everything the reader may see. */
export const load: PageServerLoad = async ({ url, locals }) => {
  const { viewer } = locals;
  if (viewer === undefined) error(401, 'Sign in first.');
  const opened = await site();
  const read = (name: string): string => url.searchParams.get(name) ?? '';
  const [query, dossier, kind] = [read('q'), read('dossier'), read('kind')];
  const page = Math.max(1, Math.min(1000, Number(read('page')) || 1));
  const question = {
    ...{ viewer, query, limit: atOnce, offset: (page - 1) * atOnce },
    ...{ dossier: dossier || undefined, kind: kind || undefined },
  };
  const found = await searchDossiers(opened, question);
  const listed = await listDossiers(opened, viewer);
  const editable = new Set(
    listed.filter(({ role }) => hasRole(role, 'editor')).map(({ id }) => id),
  );
  const next = new URLSearchParams(url.searchParams);
  next.set('page', String(page + 1));
  return {
    ...{ query, dossier, kind, page, total: found.total, empty: found.empty },
    dossiers: listed.map(({ id, title }) => ({ id, label: title })),
    results: found.results.map((result) => ({
      ...result,
      kindWord: isRecordKind(result.kind) ? kindWords[result.kind] : result.kind,
      href: addressOf(result, editable.has(result.dossier)),
    })),
    more: page * atOnce < found.total ? `?${next.toString()}` : undefined,
  };
};

/** Where a found record is looked at: its form for who may edit it, else its history. */
function addressOf(
  {
    dossier,
    kind,
    record,
  }: { readonly dossier: string; readonly kind: string; readonly record: string },
  mayEdit: boolean,
): string {
  const base = `/dossiers/${dossier}`;
  const id = encodeURIComponent(record);
  return mayEdit && kind !== 'annotation'
    ? `${base}/edit/${kind}/${id}`
    : `${base}/history?kind=${kind}&record=${id}`;
}
