import { error, json } from '@sveltejs/kit';
import { clauseHtml } from '#lib/app/clause-html.ts';
import { buildRowStretch, chooseRows } from '#lib/ui/build-compare-view.ts';
import { askComparison } from '../asked-comparison.ts';
import { readPlace } from '../read-place.ts';
import type { RequestHandler } from './$types';

const mostRows = 200;

/** Rows of a long table, `[from, to)` of those that fit the query; or the place of one, by its id. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  if (!compared.ok) error(404, 'There is nothing to compare here any more.');
  const told = { dossier, comparison: compared.comparison, renderText: clauseHtml };
  const row = url.searchParams.get('row');
  if (row !== null) {
    const at = chooseRows(told, read.query).indexOf(row);
    return json(at < 0 ? {} : { at });
  }
  const from = readPlace(url.searchParams.get('from'));
  const to = Math.min(readPlace(url.searchParams.get('to')), from + mostRows);
  return json(buildRowStretch(told, read.query, { from, to }));
};
