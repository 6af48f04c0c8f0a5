import { error } from '@sveltejs/kit';
import { clauseHtml } from '#lib/app/clause-html.ts';
import { openDossier } from '#lib/app/open-dossier.ts';
import { site } from '#lib/app/site.ts';
import { traceRounds } from '#lib/app/trace-rounds.ts';
import { buildRoundsView } from '#lib/ui/rounds/build-rounds-view.ts';
import { readRoundsQuery } from '#lib/ui/rounds/rounds-query.ts';
import type { PageServerLoad } from './$types';

/** The rounds as the address asks for them, ready to be drawn. */
export const load: PageServerLoad = async ({ params, url }) => {
  const loaded = await openDossier(await site(), params.id, new Date().toISOString());
  if (!loaded.ok) {
    const [problem] = loaded.problems;
    if (problem?.code === 'unknown_dossier')
      error(404, `There is no dossier “${params.id.slice(0, 120)}” here.`);
    error(422, `This dossier cannot be read: ${problem?.path ?? ''} ${problem?.message ?? ''}`);
  }
  const { dossier } = loaded.value;
  const traced = traceRounds(dossier);
  if (!traced.ok) error(422, traced.problems.map(({ message }) => message).join('; '));
  const { series, trace } = traced;
  return {
    title: dossier.title,
    view: buildRoundsView(
      { dossier, series, trace, renderText: clauseHtml },
      readRoundsQuery(url.searchParams, dossier, series),
    ),
  };
};
