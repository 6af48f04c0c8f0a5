import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { clauseHtml } from '#lib/app/clause-html.ts';
import { decideRow, judgeRow, type Decided } from '#lib/app/decide-row.ts';
import { undoChange } from '#lib/app/edit-dossier.ts';
import { site } from '#lib/app/site.ts';
import { hasRole } from '#lib/model/role.ts';
import { buildCompareView, buildRowDetails } from '#lib/ui/build-compare-view.ts';
import { buildRowPage } from '#lib/ui/rows/row-page.ts';
import { readWord } from '../../../../../form-words.ts';
import { editorOf, openDesk } from '../../../edit/desk.ts';
import { askComparison } from '../../asked-comparison.ts';
import { readAct, readRelation } from './read-act.ts';
import type { Actions, PageServerLoad } from './$types';

/** One row with everything it rests on, and what people may decide about it. */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { dossier, read, compared } = await askComparison(params.id, url.searchParams);
  const { sequence } = await openDesk(params.id);
  const base = `/dossiers/${params.id}/compare`;
  if (!compared.ok) redirect(303, `${base}${url.search}`);
  const told = { dossier, comparison: compared.comparison, renderText: clauseHtml };
  const now = new Date().toISOString();
  const details = buildRowDetails(told, params.row);
  if (details === undefined) error(404, 'This row is not in the comparison any more.');
  return {
    title: dossier.title,
    ...{ base, seen: sequence, details },
    view: buildCompareView(told, { ...read, now, only: params.row }),
    page: buildRowPage(told, params.row, locals.viewer?.name ?? ''),
    mayEdit: hasRole(locals.role, 'editor'),
    mayJudge: hasRole(locals.role, 'annotator'),
    saved: numberOf(url.searchParams.get('saved')),
    undone: numberOf(url.searchParams.get('undone')),
  };
};

const numberOf = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

/** Carries out what a form of the page asks for. */
async function decide(event: RequestEvent, name: string) {
  const { params, request, locals } = event;
  const form = await request.formData();
  const read = readAct(name, form);
  if (!read.ok) return fail(422, { message: read.message });
  const outcome = await decideRow(await site(), params['id'] ?? '', {
    ...{ row: params['row'] ?? '', act: read.act, seen: Number(readWord(form, 'seen')) || 0 },
    ...{ at: new Date().toISOString(), who: editorOf(locals) },
  });
  return show(event, outcome);
}

/** Shows the row after a decision, or why nothing was done. */
function show({ params, url }: RequestEvent, outcome: Decided) {
  if (!outcome.ok) {
    const message =
      outcome.reason === 'refused'
        ? outcome.problems.map((problem) => problem.message).join(' ')
        : 'Somebody changed it in this moment; look at it again.';
    return fail(outcome.reason === 'refused' ? 422 : 409, { message });
  }
  const base = `/dossiers/${params['id'] ?? ''}/compare`;
  const asked = new URLSearchParams(url.searchParams);
  for (const name of [...asked.keys()]) if (name.startsWith('/')) asked.delete(name);
  asked.delete('undone');
  asked.set('saved', String(outcome.change.number));
  if (outcome.row === undefined) asked.delete('saved');
  const place =
    outcome.row === undefined ? base : `${base}/rows/${encodeURIComponent(outcome.row)}`;
  const search = asked.toString();
  redirect(303, search === '' ? place : `${place}?${search}`);
}

export const actions: Actions = {
  beside: (event) => decide(event, 'beside'),
  drop: (event) => decide(event, 'drop'),
  merge: (event) => decide(event, 'merge'),
  move: (event) => decide(event, 'move'),
  outcome: (event) => decide(event, 'outcome'),
  pin: (event) => decide(event, 'pin'),
  split: (event) => decide(event, 'split'),
  title: (event) => decide(event, 'title'),
  unmerge: (event) => decide(event, 'unmerge'),
  unpin: (event) => decide(event, 'unpin'),
  judge: async (event) => {
    const { params, request, locals } = event;
    const form = await request.formData();
    const outcome = await judgeRow(await site(), params.id, {
      ...{ row: params.row, relation: readRelation(form), seen: 0 },
      ...{ reason: readWord(form, 'reason').trim(), at: new Date().toISOString() },
      who: editorOf(locals),
    });
    return show(event, outcome);
  },
  undo: async ({ params, request, locals, url }) => {
    const number = Number(readWord(await request.formData(), 'number')) || 0;
    const at = new Date().toISOString();
    const outcome = await undoChange(await site(), params.id, {
      ...{ number, at, who: editorOf(locals) },
    });
    if (outcome.ok) redirect(303, `${url.pathname}?undone=${String(outcome.change.number)}`);
    const message =
      outcome.reason === 'refused'
        ? outcome.problems.map((problem) => problem.message).join(' ')
        : 'What it wrote has been changed again since, so nothing was taken back; see the history.';
    return fail(outcome.reason === 'refused' ? 422 : 409, { message });
  },
};
