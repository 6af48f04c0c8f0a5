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
    results: await Promise.all(
      found.results.map(async (result) => ({
        ...result,
        paper: await findPaper(result),
        kindWord: isRecordKind(result.kind) ? kindWords[result.kind] : result.kind,
        href: addressOf(result, editable.has(result.dossier)),
      })),
    ),
    more: page * atOnce < found.total ? `?${next.toString()}` : undefined,
  };
};

/** The paper a found clause or provision stands in, with the parties whose paper it is. */
async function findPaper({ dossier: id, kind, record }: Found): Promise<string | undefined> {
  if (kind !== 'clause' && kind !== 'provision') return undefined;
  const { store } = await site();
  const state = await store.load(id);
  if (!state.ok) return undefined;
  const { dossier } = state.value;
  const provision = dossier.provisions.find((one) => kind === 'provision' && one.id === record);
  const clause = provision?.clause ?? record;
  const paper = dossier.papers.find(({ clauses }) => clauses.some((one) => one.id === clause));
  if (paper === undefined) return undefined;
  const parties = dossier.actors.filter((actor) => paper.parties.includes(actor.id));
  return [parties.map(({ name }) => name).join(', '), paper.title].filter(Boolean).join(': ');
}

interface Found {
  readonly dossier: string;
  readonly kind: string;
  readonly record: string;
}

/** Where a found record is looked at: its form for who may edit it, else its history. */
function addressOf({ dossier, kind, record }: Found, mayEdit: boolean): string {
  const base = `/dossiers/${dossier}`;
  const id = encodeURIComponent(record);
  return mayEdit && kind !== 'annotation'
    ? `${base}/edit/${kind}/${id}`
    : `${base}/history?kind=${kind}&record=${id}`;
}
