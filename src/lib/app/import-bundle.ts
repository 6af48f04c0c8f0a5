// A bundle into the database: what would change is shown first, and then what was chosen happens.
import {
  findDifferences,
  pairLists,
  type RecordDifference,
} from '#lib/model/dossier-difference.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { mergeEdits, takeAllButRemovals } from '#lib/model/merge-edits.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { hasRole, type Role } from '#lib/model/role.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import type { DossierStore } from '#lib/server/dossier-store.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { roleToEdit } from './edit-dossier.ts';
import { accountOf, type Viewer } from './viewer.ts';

/** What importing would do; nothing is written to find out. */
export interface ImportPreview {
  readonly id: string;
  readonly title: string;
  /** The number of the last change of the dossier it goes into; null when it makes a new one. */
  readonly sequence: number | null;
  /** What the bundle has otherwise, each taken or not; empty for a new dossier and for equal ones. */
  readonly differences: readonly ImportDifference[];
}

export interface ImportDifference extends RecordDifference {
  /** Whether it is taken when nobody chooses: what the bundle lacks is kept here. */
  readonly taken: boolean;
}

/** Who imports, and what they may do in the dossier of the bundle's id when there is one. */
export interface Importer {
  readonly viewer: Viewer;
  readonly role: Role | undefined;
}

/** Tells what importing a dossier would change; those who may not read the one here learn nothing. */
export async function previewImport(
  store: DossierStore,
  incoming: Dossier,
  { role }: Importer,
): Promise<Parsed<ImportPreview>> {
  const { id, title } = incoming;
  const state = await findState(store, id);
  if (!state.ok) return state;
  if (state.value === undefined)
    return { ok: true, value: { id, title, sequence: null, differences: [] } };
  if (!hasRole(role, 'annotator')) return { ok: false, problems: [taken(id)] };
  const { set, sequence } = state.value;
  const differences = findDifferences(pairLists(set, incoming));
  const marked = differences.map((d) => ({ ...d, taken: takeAllButRemovals(d) }));
  return { ok: true, value: { id, title, sequence, differences: marked } };
}

const taken = (id: string): Problem => ({
  code: 'dossier_exists',
  path: 'id',
  message: `the id "${id}" belongs to a dossier here that you may not change; import under another id`,
});

/** The state of a dossier; undefined when there is none of this id. */
async function findState(
  store: DossierStore,
  id: string,
): Promise<Parsed<StoredState | undefined>> {
  const state = await store.load(id);
  if (state.ok || state.problems[0]?.code !== 'unknown_dossier') return state;
  return { ok: true, value: undefined };
}

/** An import after its preview. */
export interface ImportRequest {
  readonly incoming: Dossier;
  /** As the preview told it. */
  readonly sequence: number | null;
  /** By the keys of differences; those not named are taken or kept as the preview told it. */
  readonly choices: ReadonlyMap<string, 'take' | 'keep'>;
  readonly importer: Importer;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What an import did. */
export interface Imported {
  readonly id: string;
  readonly created: boolean;
  /** The number of its change; null when there was nothing to change. */
  readonly number: number | null;
  readonly records: number;
}

/** Makes the dossier or merges into it what was chosen; refuses what is no longer as in the preview. */
export async function applyImport(
  store: DossierStore,
  request: ImportRequest,
): Promise<Parsed<Imported>> {
  const { incoming, sequence, importer, at } = request;
  const { id } = incoming;
  const author = { id: importer.viewer.id, name: importer.viewer.name };
  const state = await findState(store, id);
  if (!state.ok) return state;
  if ((state.value?.sequence ?? null) !== sequence) return stale;
  if (state.value === undefined)
    return conclude(
      id,
      true,
      await store.create(incoming, {
        author,
        at,
        action: 'import',
        owner: accountOf(importer.viewer),
      }),
    );
  const problems = rightFaults(chosenOf(state.value, request), importer);
  if (problems.length > 0) return { ok: false, problems };
  const edits = mergeEdits(state.value.set, incoming, (d) => isTaken(d, request.choices));
  if (edits.length === 0)
    return { ok: true, value: { id, created: false, number: null, records: 0 } };
  return conclude(id, false, await store.change(id, edits, { author, at, action: 'merge' }));
}

const stale: Parsed<never> = {
  ok: false,
  problems: [
    {
      code: 'import_stale',
      path: '(whole)',
      message: 'the dossier was changed since this was shown; look at the differences once more',
    },
  ],
};

const isTaken = (difference: RecordDifference, choices: ImportRequest['choices']): boolean => {
  const choice = choices.get(difference.key);
  return choice === undefined ? takeAllButRemovals(difference) : choice === 'take';
};

const chosenOf = (
  { set }: StoredState,
  { incoming, choices }: ImportRequest,
): readonly RecordDifference[] =>
  findDifferences(pairLists(set, incoming)).filter((d) => isTaken(d, choices));

/** New notes of others may come along; those that are here are their authors' and the owners'. */
function rightFaults(chosen: readonly RecordDifference[], { role }: Importer): readonly Problem[] {
  return chosen.flatMap(({ key, kind, what }) => {
    const own = roleToEdit(kind);
    const needed: Role = own === 'annotator' && what !== 'added' ? 'owner' : own;
    if (hasRole(role, needed)) return [];
    const message = `to take this over one has to be ${needed} of the dossier; keep what is here`;
    return [{ code: 'not_allowed', path: key, message }];
  });
}

function conclude(id: string, created: boolean, outcome: ChangeOutcome): Parsed<Imported> {
  if (outcome.ok) {
    const { number, versions } = outcome.change;
    return { ok: true, value: { id, created, number, records: Object.keys(versions).length } };
  }
  return outcome.reason === 'conflict' ? stale : { ok: false, problems: outcome.problems };
}
