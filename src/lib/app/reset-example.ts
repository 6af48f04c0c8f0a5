import type { Edit } from '#lib/model/edit.ts';
import { mergeEdits } from '#lib/model/merge-edits.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import type { Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** An example that comes with the program, beside what there is of it here. */
export interface ExampleView {
  readonly id: string;
  readonly title: string;
  readonly state: 'as it came' | 'edited' | 'deleted';
}

/** The examples of the program, by id. */
export async function listExamples({ store, folders }: Workspace): Promise<readonly ExampleView[]> {
  const stored = new Map((await store.list()).map((summary) => [summary.id, summary]));
  return (await folders.list()).flatMap(({ id, origin, loaded }): ExampleView[] => {
    if (origin !== 'example' || !loaded.ok) return [];
    const summary = stored.get(id);
    const { title } = loaded.value.dossier;
    if (summary === undefined) return [{ id, title, state: 'deleted' }];
    const isEdited = summary.sequence !== summary.exampleSequence;
    return [{ id, title, state: isEdited ? 'edited' : 'as it came' }];
  });
}

/**
 * Makes an example again what came with the program, by a change that can be taken back; one that was
 * deleted is loaded again. Private notes stay.
 */
export async function resetExample(
  { store, folders }: Workspace,
  id: string,
  { viewer, at }: { readonly viewer: Viewer; readonly at: string },
): Promise<Parsed<{ readonly number: number }>> {
  const entry = (await folders.list()).find((one) => one.id === id && one.origin === 'example');
  if (entry?.loaded.ok !== true) {
    const message = 'there is no such example';
    return { ok: false, problems: [{ code: 'unknown_example', path: 'example', message }] };
  }
  const { dossier, digest } = entry.loaded.value;
  const author = { id: viewer.id, name: viewer.name };
  const state = await store.load(id);
  if (!state.ok) {
    const made = await store.create(dossier, { author, at, action: 'example', example: digest });
    if (made.ok) return { ok: true, value: { number: made.change.number } };
    return { ok: false, problems: made.reason === 'refused' ? made.problems : [] };
  }
  const edits: readonly Edit[] = mergeEdits(state.value.set, dossier, () => true);
  if (edits.length === 0) return { ok: true, value: { number: state.value.sequence } };
  const changed = await store.change(id, edits, { author, at, action: 'reset' });
  if (changed.ok) return { ok: true, value: { number: changed.change.number } };
  const message = 'somebody edited it in this moment; try again';
  const problems =
    changed.reason === 'refused' ? changed.problems : [{ code: 'busy', path: 'example', message }];
  return { ok: false, problems };
}
