import { error, fail, redirect } from '@sveltejs/kit';
import { codeProvision, codingEdits } from '#lib/app/code-provision.ts';
import { confirmSuggestions } from '#lib/app/code-review.ts';
import { mergeProvisions, splitProvision, type Shaped } from '#lib/app/code-shape.ts';
import { parseJsonText } from '#lib/app/parse-json-text.ts';
import { deleteRecord, saveRecord, type Saved } from '#lib/app/save-record.ts';
import { suggestForClause } from '#lib/app/suggest-for-clause.ts';
import { recordKey } from '#lib/model/record.ts';
import { asKind, chooseProvision, listQuickChoices } from '#lib/ui/code/chosen-provision.ts';
import { buildClauseDesk } from '#lib/ui/code/clause-view.ts';
import { tellFault } from '#lib/ui/code/tell-fault.ts';
import { mergeChosen } from '#lib/ui/forms/conflict-view.ts';
import { entriesOf } from '#lib/ui/forms/form-field.ts';
import { reshapeDraft } from '#lib/ui/forms/read-form.ts';
import { readWord } from '../../../../form-words.ts';
import { describeConflict } from '../../edit/[kind]/[record]/describe-conflict.ts';
import { findShared, showBody } from '../../edit/[kind]/[record]/record-desk.ts';
import { editorOf, faultsByPath } from '../../edit/desk.ts';
import { step } from '../step-back.ts';
import { listNames, openClause, readCoding, type SentCoding } from './clause-desk.ts';
import { tellEffects } from './tell-effects.ts';
import { nextPlace } from './next-place.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A clause, its provisions, and the form of the one that is chosen. */
export const load: PageServerLoad = async ({ params, url }) => {
  const state = await openClause(params);
  const { dossier, set, sequence, coded } = state;
  const versionOf = (id: string): number =>
    set.records.get(recordKey('provision', id))?.version ?? 0;
  const suggested = suggestForClause(dossier, params.clause);
  const wish = { provision: url.searchParams.get('provision'), fresh: url.searchParams.get('new') };
  const desk = buildClauseDesk(dossier, params.clause, versionOf);
  if (desk === undefined) error(404, 'There is no such clause.');
  const start = chooseProvision(coded, suggested.proposals, wish);
  const done = ['saved', 'confirmed', 'undone', 'redone', 'from'].map((name): [string, string] => [
    name,
    (url.searchParams.get(name) ?? '').slice(0, 40),
  ]);
  return {
    ...{ id: params.id, title: dossier.title, seen: sequence, start },
    base: start.id === undefined ? null : versionOf(start.id),
    desk,
    quick: listQuickChoices(dossier, coded, {
      issues: suggested.issues.map(({ id }) => id),
      bearers: suggested.proposals.flatMap(({ provision }) =>
        provision.kind === 'norm' ? provision.bearers : [],
      ),
    }),
    names: listNames(state, coded),
    dimensions: dossier.dimensions.map(({ id, label, universe, wholes }) => ({
      ...{
        id,
        label,
        values: [...universe, ...wholes].map((value) => ({ id: value.id, label: value.label })),
      },
    })),
    done: Object.fromEntries(done),
  };
};

async function readSent(event: RequestEvent) {
  const state = await openClause(event.params);
  const form = await event.request.formData();
  return { state, sent: readCoding({ form, locals: event.locals, state }) };
}

const typedAgain = ({ draft, coding, inputs }: SentCoding) => ({
  draft,
  start: { id: coding.id, kind: asKind(inputs.get('kind')), reasons: [] },
  base: coding.base,
});

export const actions: Actions = {
  save: async (event) => {
    const { state, sent } = await readSent(event);
    const saved = await codeProvision(state.site, event.params.id, sent.coding);
    if (saved.ok) {
      const before = state.dossier.provisions.find(({ id }) => id === sent.coding.id);
      const stay = before?.review.state === 'suggested' ? undefined : saved.id;
      redirect(303, await nextPlace(event, { saved, stay }));
    }
    return answerRefusal(event, sent, saved);
  },
  reshape: async (event) => {
    const { sent } = await readSent(event);
    const { inputs, variant, draft } = sent;
    const change = { add: inputs.get('add'), remove: inputs.get('drop') };
    return { ...typedAgain(sent), draft: reshapeDraft(variant, draft, change) };
  },
  preview: async (event) => {
    const { state, sent } = await readSent(event);
    return { ...typedAgain(sent), effects: tellEffects(state, sent.coding) };
  },
  settle: async (event) => {
    const { state, sent } = await readSent(event);
    const { inputs, coding } = sent;
    const id = coding.id ?? '';
    const theirs = findShared(state, 'provision', id).body;
    const yours = parseJsonText(inputs.get('#yours') ?? '{}');
    if (!yours.ok)
      return fail(400, { message: 'What you had typed did not arrive whole; nothing was saved.' });
    const chosen = [...inputs].flatMap(([name, side]): [string, string][] =>
      name.startsWith('#choose.') ? [[name.slice('#choose.'.length), side]] : [],
    );
    const merged = mergeChosen({ yours: yours.value, theirs }, new Map(chosen));
    const draft = Object.fromEntries(
      entriesOf(showBody({ kind: 'provision', body: merged }, state)),
    );
    const { base, at, who } = coding;
    const save = { kind: 'provision' as const, id, base, draft, note: undefined, at, who };
    const saved = await saveRecord(state.site, event.params.id, save);
    if (saved.ok) redirect(303, await nextPlace(event, { saved, stay: id }));
    return answerRefusal(event, { ...sent, draft }, saved);
  },
  confirm: async (event) => confirm(event, 'provision'),
  confirmAll: async (event) => confirm(event, 'clause'),
  reject: async (event) => {
    const { state, aim } = await readAim(event);
    const known = state.dossier.provisions.find(({ id }) => id === aim.provision);
    const note = known?.review.state === 'suggested' ? { note: 'Suggestion rejected' } : {};
    const deleted = await deleteRecord(state.site, event.params.id, {
      ...{ kind: 'provision', id: aim.provision, ...aim, ...note },
    });
    if (deleted.ok) redirect(303, await nextPlace(event, { saved: deleted }));
    return refuse(deleted);
  },
  split: async (event) => {
    const { state, sent, aim } = await readShape(event);
    if (isTypedOver(state, sent)) return fail(422, { ...typedAgain(sent), message: saveFirst });
    const [from, to] = ['#from', '#to'].map((name) => Number(sent.inputs.get(name) ?? 0));
    const own = from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
    return answerShaped(event, await splitProvision(state.site, event.params.id, { ...aim, own }));
  },
  merge: async (event) => {
    const { state, sent, aim } = await readShape(event);
    if (isTypedOver(state, sent)) return fail(422, { ...typedAgain(sent), message: saveFirst });
    const other = sent.inputs.get('#other') ?? '';
    return answerShaped(
      event,
      await mergeProvisions(state.site, event.params.id, { ...aim, other }),
    );
  },
  undo: (event) => step(event, 'undo'),
  redo: (event) => step(event, 'redo'),
};

const saveFirst = 'Save what you changed here first; nothing of it is lost.';

/** Whether the form says something else than what is stored. */
function isTypedOver(
  state: Awaited<ReturnType<typeof openClause>>,
  { coding }: SentCoding,
): boolean {
  const planned = codingEdits(state, coding);
  return !planned.ok || planned.value.changed.length > 0 || coding.made.length > 0;
}

/** The form of a provision that is to become two, or one with another. */
async function readShape(event: RequestEvent) {
  const { state, sent } = await readSent(event);
  const { id: provision = '', base, at, who } = sent.coding;
  return { state, sent, aim: { provision, base: base ?? 0, at, who } };
}

/** The provision a button is about, as it was before the eyes. */
async function readAim(event: RequestEvent) {
  const state = await openClause(event.params);
  const form = await event.request.formData();
  const [provision, base] = [readWord(form, 'id'), Number(readWord(form, '#base'))];
  const at = new Date().toISOString();
  return { state, form, aim: { provision, base, at, who: editorOf(event.locals) } };
}

async function confirm(event: RequestEvent, what: 'provision' | 'clause') {
  const { state, form, aim } = await readAim(event);
  const seen = Number(readWord(form, '#seen')) || 0;
  const which = {
    clause: event.params.clause,
    ...(what === 'clause' ? {} : { provision: aim.provision }),
  };
  const asked = { which, seen, at: aim.at, who: aim.who };
  const outcome = await confirmSuggestions(state.site, event.params.id, asked);
  if (outcome.ok)
    redirect(303, await nextPlace(event, { saved: outcome, confirmed: outcome.confirmed }));
  return refuse(outcome);
}

async function answerShaped(event: RequestEvent, shaped: Shaped) {
  if (!shaped.ok) return refuse(shaped);
  redirect(303, await nextPlace(event, { saved: shaped, stay: shaped.provision }));
}

function refuse(outcome: Extract<Saved, { readonly ok: false }>) {
  if (outcome.reason === 'refused') {
    const message = outcome.problems.map((problem) => problem.message).join(' ');
    return fail(422, { message });
  }
  const message =
    'Somebody changed it after you had opened it, so nothing was done. Look at it again.';
  return fail(409, { message });
}

/** The form again, with everything that was typed and what is wrong or who was faster. */
async function answerRefusal(
  event: RequestEvent,
  sent: SentCoding,
  saved: Extract<Saved, { readonly ok: false }>,
) {
  const typed = typedAgain(sent);
  const { coding, variant, draft } = sent;
  if (saved.reason === 'conflict') {
    if (coding.id === undefined)
      return fail(409, {
        ...typed,
        message: 'Somebody made a provision or name of this id in this moment; save once more.',
      });
    const { id, base, who } = coding;
    const told = await describeConflict({
      dossier: event.params.id,
      saved,
      variant,
      draft,
      sent: { kind: 'provision', id, base, who },
    });
    return fail(409, { ...typed, ...told });
  }
  const key = recordKey('provision', saved.id ?? coding.id ?? '');
  const problems = saved.problems.map((problem) => {
    const field = /body\.(.+)$/.exec(problem.path)?.[1];
    return field === undefined
      ? problem
      : { ...problem, message: tellFault(coding.draft, field, problem.message) };
  });
  const { faults, others } = faultsByPath(problems, key);
  const message = others.map((problem) => problem.message).join('; ');
  return fail(422, { ...typed, faults, message });
}
