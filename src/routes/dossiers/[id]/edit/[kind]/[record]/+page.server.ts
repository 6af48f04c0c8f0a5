import { fail, redirect } from '@sveltejs/kit';
import { parseJsonText } from '#lib/app/parse-json-text.ts';
import { readTextFile } from '#lib/app/read-text-file.ts';
import { addPaper } from '#lib/app/add-paper.ts';
import { deleteRecord, saveRecord, type Saved } from '#lib/app/save-record.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { recordKey } from '#lib/model/record.ts';
import { mergeChosen } from '#lib/ui/forms/conflict-view.ts';
import { describeForm } from '#lib/ui/forms/describe-form.ts';
import { entriesOf, type Draft } from '#lib/ui/forms/form-field.ts';
import { dropEmptyRows, readVariant, reshapeDraft } from '#lib/ui/forms/read-form.ts';
import { kindsIn, listChoices } from '#lib/ui/forms/record-choices.ts';
import { kindPlurals, kindWords, labelOf } from '#lib/ui/record-words.ts';
import { editorOf, faultsByPath, inputsOf, openDesk, readKind } from '../../desk.ts';
import { describeConflict } from './describe-conflict.ts';
import {
  countDependents,
  findShared,
  listProvisions,
  newId,
  showBody,
  startDraft,
  textBehind,
  variantFor,
  variantNamed,
} from './record-desk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The form of a record, or of one that is to be. */
export const load: PageServerLoad = async ({ params, url }) => {
  const kind = readKind(params.kind);
  const state = await openDesk(params.id);
  const isNew = params.record === newId;
  const record = isNew ? undefined : findShared(state, kind, params.record);
  const draft = record === undefined ? undefined : showBody(record, state);
  const variant = isNew
    ? variantNamed(kind, url.searchParams.get('variant'))
    : variantFor(kind, draft);
  const shown = draft ?? startDraft(kind, variant, url.searchParams);
  const names = describeForm(kind).map(({ value, label }) => ({ value, label }));
  return {
    ...{ id: params.id, title: state.dossier.title, kind, recordId: params.record, isNew },
    ...{ name: kindPlurals[kind], word: kindWords[kind], label: labelOf(record?.body) },
    ...{ variants: names, variant: variant.value, draft: shown, base: record?.version ?? null },
    choices: listChoices(state.set.records, kindsIn(variant)),
    behind: textBehind(kind, shown, state),
    along: isNew ? 0 : countDependents(state, kind, params.record),
    provisions: kind === 'clause' && !isNew ? listProvisions(state, params.record) : [],
    saved: url.searchParams.get('saved'),
  };
};

/** What came with a form of a record. */
async function readSent({ request, params, locals }: RequestEvent) {
  const form = await request.formData();
  const inputs = inputsOf(form);
  const kind = readKind(params.kind);
  const variant = variantNamed(kind, inputs.get('#variant') ?? null);
  const draft = readVariant(variant, inputs);
  const typed = inputs.get('#base') ?? '';
  const base = typed === '' ? null : Number(typed);
  const note = inputs.get('#note')?.trim();
  const id = params.record === newId ? undefined : params.record;
  const at = new Date().toISOString();
  const common = { kind, id, base, at, who: editorOf(locals), ...(note ? { note } : {}) };
  return { form, inputs, variant, draft, note: note === '' ? undefined : note, common };
}

type Sent = Awaited<ReturnType<typeof readSent>>;

const recordOf = (draft: Draft): Readonly<Record<string, unknown>> =>
  Object.fromEntries(entriesOf(draft));

export const actions: Actions = {
  reshape: async (event) => {
    const { inputs, variant, draft, common, note } = await readSent(event);
    const change = { add: inputs.get('add'), remove: inputs.get('drop') };
    const text = inputs.get('#text') ?? '';
    const { base } = common;
    return {
      draft: reshapeDraft(variant, draft, change),
      variant: variant.value,
      base,
      note,
      text,
    };
  },
  save: async (event) => {
    const sent = await readSent(event);
    const { draft, common, note, form, inputs } = sent;
    const { site } = await openDesk(event.params.id);
    const record = recordOf(dropEmptyRows(draft));
    const read = await readText(form, inputs);
    if (!read.ok) {
      const faults = { text: read.problems[0]?.message ?? '' };
      return fail(422, { draft, variant: sent.variant.value, base: null, note, text: '', faults });
    }
    const text = read.value;
    const saved =
      common.kind === 'paper' && common.id === undefined
        ? await addPaper(site, event.params.id, { ...common, note, draft: record, text })
        : await saveRecord(site, event.params.id, { ...common, note, draft: record });
    return answer(event, { ...sent, text }, saved);
  },
  settle: async (event) => {
    const sent = await readSent(event);
    const { inputs, common, note } = sent;
    const state = await openDesk(event.params.id);
    const theirs = findShared(state, common.kind, event.params.record).body;
    const yours = parseJsonText(inputs.get('#yours') ?? '{}');
    if (!yours.ok)
      return fail(400, { message: 'What you had typed did not arrive whole; nothing was saved.' });
    const chosen = [...inputs].flatMap(([name, side]): [string, string][] =>
      name.startsWith('#choose.') ? [[name.slice('#choose.'.length), side]] : [],
    );
    const merged = mergeChosen({ yours: yours.value, theirs }, new Map(chosen));
    const draft = recordOf(showBody({ kind: common.kind, body: merged }, state));
    const save = { ...common, note, draft };
    const saved = await saveRecord(state.site, event.params.id, save);
    return answer(event, { ...sent, draft }, saved);
  },
  delete: async (event) => {
    const sent = await readSent(event);
    const { common, note } = sent;
    const { site } = await openDesk(event.params.id);
    const { id, base } = common;
    if (id === undefined || base === null) return fail(422, { message: 'It is not there yet.' });
    const deleted = await deleteRecord(site, event.params.id, { ...common, note, id, base });
    if (!deleted.ok && deleted.reason === 'conflict') {
      const message =
        'Somebody changed it after you had opened it, so nothing was deleted. Open it again, look at the change, and delete it then.';
      return fail(409, { message });
    }
    if (!deleted.ok) return answer(event, sent, deleted);
    const list = `/dossiers/${event.params.id}/edit/${common.kind}`;
    redirect(303, `${list}?saved=${String(deleted.change.number)}`);
  },
};

/** The text of a new paper: pasted, or of a file that was chosen. */
async function readText(
  form: FormData,
  inputs: ReadonlyMap<string, string>,
): Promise<Parsed<string>> {
  const file = form.get('#file');
  if (file instanceof File && file.size > 0)
    return readTextFile(new Uint8Array(await file.arrayBuffer()));
  return { ok: true, value: inputs.get('#text') ?? '' };
}

/** Shows the saved record, or the form again with everything that was typed. */
async function answer(event: RequestEvent, sent: Sent & { readonly text?: string }, saved: Saved) {
  const { params } = event;
  const { common, variant, draft, note, text = '' } = sent;
  if (saved.ok) {
    const id = encodeURIComponent(saved.id ?? params.record);
    const query = `saved=${String(saved.change.number)}`;
    redirect(303, `/dossiers/${params.id}/edit/${common.kind}/${id}?${query}`);
  }
  const typed = { draft, variant: variant.value, base: common.base, note, text };
  if (saved.reason === 'conflict' && common.id === undefined) {
    const faults = { id: 'this id is taken in this dossier; choose another' };
    return fail(409, { ...typed, faults, message: '' });
  }
  if (saved.reason === 'conflict') {
    const told = await describeConflict({
      dossier: params.id,
      saved,
      variant,
      draft,
      sent: common,
    });
    return fail(409, { ...typed, ...told });
  }
  const key = recordKey(common.kind, saved.id ?? common.id ?? '');
  const { faults, others } = faultsByPath(saved.problems, key);
  const message = others.map((problem) => `${problem.path}: ${problem.message}`).join('; ');
  return fail(422, { ...typed, faults, message });
}
