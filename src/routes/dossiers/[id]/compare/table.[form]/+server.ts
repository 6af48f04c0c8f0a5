import { error } from '@sveltejs/kit';
import { tableFileName, writeTable, type TableForm } from '#lib/app/comparison-table.ts';
import { clauseHtml } from '#lib/app/clause-html.ts';
import { chooseRows } from '#lib/ui/build-compare-view.ts';
import { askComparison } from '../asked-comparison.ts';
import type { RequestHandler } from './$types';

const types: Readonly<Record<TableForm, string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

const readForm = (text: string): TableForm | undefined =>
  text === 'html' || text === 'txt' ? text : undefined;

/** The table of the same address as a file, for the clipboard and for download. */
export const GET: RequestHandler = async ({ params, url }) => {
  const form = readForm(params.form);
  if (form === undefined) error(404, 'The table can be had as table.html or table.txt.');
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  if (!compared.ok) error(422, compared.problems.map(({ message }) => message).join(' '));
  const { comparison } = compared;
  const told = { dossier, comparison, renderText: clauseHtml };
  const request = {
    dossier,
    comparison,
    form,
    rows: chooseRows(told, read.query),
    madeAt: new Date().toISOString(),
  };
  return new Response(writeTable(request), {
    headers: {
      'Content-Type': types[form],
      'Content-Disposition': `attachment; filename="${tableFileName(request)}"`,
    },
  });
};
