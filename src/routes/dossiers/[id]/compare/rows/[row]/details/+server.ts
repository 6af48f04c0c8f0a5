import { error, json } from '@sveltejs/kit';
import { clauseHtml } from '#lib/app/clause-html.ts';
import { buildRowDetails } from '#lib/ui/build-compare-view.ts';
import { askComparison } from '../../../asked-comparison.ts';
import type { RequestHandler } from './$types';

/** What a row of the comparison opens to. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { dossier, compared } = await askComparison(params.id, url.searchParams);
  const details = compared.ok
    ? buildRowDetails(
        { dossier, comparison: compared.comparison, renderText: clauseHtml },
        params.row,
      )
    : undefined;
  if (details === undefined) error(404, 'This row is not in the comparison any more.');
  return json(details);
};
