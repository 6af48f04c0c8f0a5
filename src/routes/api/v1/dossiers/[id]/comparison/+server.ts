import { exportComparison } from '#lib/app/export-comparison.ts';
import { refuseProblems } from '../../../answer.ts';
import { askComparison } from '../../../../../dossiers/[id]/compare/asked-comparison.ts';
import type { RequestHandler } from './$types';

/** The comparison as JSON; the address asks as that of the compare page does (`col`, `asAt`, `off`). */
export const GET: RequestHandler = async ({ params, url }) => {
  const { dossier, compared } = await askComparison(params.id, url.searchParams);
  if (!compared.ok) return refuseProblems(compared.problems);
  const { comparison } = compared;
  const madeAt = new Date().toISOString();
  return new Response(exportComparison({ dossier, comparison, madeAt }, 'json'), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
