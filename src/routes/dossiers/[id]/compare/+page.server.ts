import { clauseHtml } from '#lib/app/clause-html.ts';
import { hasRole } from '#lib/model/role.ts';
import { buildCompareView } from '#lib/ui/build-compare-view.ts';
import { askComparison } from './asked-comparison.ts';
import type { PageServerLoad } from './$types';

/** The comparison as the address asks for it, ready to be drawn. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  const { title, summary } = dossier;
  const tools = {
    id: params.id,
    mayEdit: hasRole(locals.role, 'editor'),
    isOwner: hasRole(locals.role, 'owner'),
    alone: locals.viewer?.via === 'alone',
  };
  if (!compared.ok)
    return { title, tools, nothing: { title, summary, problems: compared.problems } };
  const view = buildCompareView(
    { dossier, comparison: compared.comparison, renderText: clauseHtml },
    { ...read, now: new Date().toISOString() },
  );
  return { title, tools, view };
};
