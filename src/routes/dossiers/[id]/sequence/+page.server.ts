import { buildSequenceView } from '#lib/ui/sequence/build-sequence-view.ts';
import { readSequenceQuery } from '#lib/ui/sequence/sequence-query.ts';
import { askComparison } from '../compare/asked-comparison.ts';
import type { PageServerLoad } from './$types';

/** The order of steps as the address asks for it, ready to be drawn. */
export const load: PageServerLoad = async ({ params, url }) => {
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  const { title, summary } = dossier;
  if (!compared.ok) return { title, nothing: { title, summary, problems: compared.problems } };
  const asked = readSequenceQuery(url.searchParams, dossier, read);
  const view = buildSequenceView(
    { dossier, comparison: compared.comparison },
    { ...asked, now: new Date().toISOString() },
  );
  return { title, view };
};
