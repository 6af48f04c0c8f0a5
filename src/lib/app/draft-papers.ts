// Papers that were read and cut become a draft comparison: a new dossier, or more of one that is here.
import { emptyDossier } from '#lib/intake/draft/empty-dossier.ts';
import type { Drafted } from '#lib/intake/draft/draft-dossier.ts';
import type { DraftPaper } from '#lib/intake/draft/draft-paper.ts';
import { choosePacks } from '#lib/intake/packs/starter-packs.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { makeId } from '#lib/model/make-id.ts';
import { mergeEdits, takeAllButRemovals } from '#lib/model/merge-edits.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import { editDossier } from './edit-dossier.ts';
import { runGuarded } from './run-guarded.ts';
import { accountOf, type Participant, type Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** Into which dossier the papers go: one that is here, or a new one of this title. */
export type DraftTarget =
  | { readonly dossier: string; readonly who: Participant }
  | { readonly title: string; readonly language?: string; readonly viewer: Viewer };

export interface DraftOrder {
  readonly papers: readonly DraftPaper[];
  /** Ids of starter packs. */
  readonly packs: readonly string[];
  readonly target: DraftTarget;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly signal: AbortSignal;
  /** Asked right before the draft is stored; what it refuses is not stored. */
  readonly claim: () => Promise<Parsed<undefined>>;
}

/** The dossier with the draft, and the number of the change that brought it. */
export interface DraftMade {
  readonly dossier: string;
  readonly number: number;
}

const minuteMs = 60_000;

/**
 * Makes the draft as one change, which can be taken back. Drafting happens in a thread of its own;
 * what somebody else changes in the dossier meanwhile stays.
 */
export async function draftPapers(
  workspace: Workspace,
  order: DraftOrder,
): Promise<Parsed<DraftMade>> {
  const { target } = order;
  return 'dossier' in target
    ? addToDossier(workspace, order, target)
    : makeDossier(workspace, order, target);
}

async function makeDossier(
  workspace: Workspace,
  order: DraftOrder,
  { title, language, viewer }: Extract<DraftTarget, { readonly title: string }>,
): Promise<Parsed<DraftMade>> {
  const taken = new Set((await workspace.store.list()).map(({ id }) => id));
  const id = makeId(title, { fallback: 'dossier', isTaken: (name) => taken.has(name) });
  const base = emptyDossier({ id, title, ...(language === undefined ? {} : { language }) });
  const drafted = await draft(base, order);
  if (!drafted.ok) return drafted;
  const { at } = order;
  const author = { id: viewer.id, name: viewer.name };
  const terms = { author, at, action: 'import', owner: accountOf(viewer) };
  return conclude(id, await workspace.store.create(drafted.value.dossier, terms));
}

async function addToDossier(
  workspace: Workspace,
  order: DraftOrder,
  { dossier: id, who }: Extract<DraftTarget, { readonly dossier: string }>,
): Promise<Parsed<DraftMade>> {
  const state = await workspace.store.load(id);
  if (!state.ok) return state;
  const drafted = await draft(state.value.dossier, order);
  if (!drafted.ok) return drafted;
  const edits = mergeEdits(state.value.set, drafted.value.dossier, takeAllButRemovals);
  const titles = order.papers.map(({ meta }) => meta.title).join('; ');
  const note = `Imported: ${titles}`.slice(0, 2000);
  return conclude(
    id,
    await editDossier(workspace, id, { request: { edits, at: order.at, note }, who }),
  );
}

async function draft(
  base: Dossier,
  { papers, packs, signal, claim }: DraftOrder,
): Promise<Parsed<Drafted>> {
  const input = { base, packs: choosePacks(packs), papers };
  const drafted = await runGuarded({
    fileName: 'papers',
    job: { job: 'draft', input },
    signal,
    timeoutMs: minuteMs,
  });
  if (!drafted.ok) return { ok: false, problems: drafted.problems.map(tellOfDraft) };
  const claimed = await claim();
  return claimed.ok ? drafted : claimed;
}

const troubles: Readonly<Record<string, string>> = {
  cancelled: 'making the draft was cancelled; nothing was stored',
  took_too_long:
    'making the draft took longer than a minute and was stopped; make it of fewer papers, or of shorter ones',
  too_much_memory:
    'making the draft took too much memory and was stopped; make it of fewer papers, or of shorter ones',
  malformed: 'the program broke while it made the draft; nothing was stored',
};

/** What ended the thread, said of a draft and not of a file that is read. */
const tellOfDraft = (problem: Problem): Problem => ({
  ...problem,
  message: troubles[problem.code] ?? problem.message,
});

function conclude(dossier: string, outcome: ChangeOutcome): Parsed<DraftMade> {
  if (outcome.ok) return { ok: true, value: { dossier, number: outcome.change.number } };
  if (outcome.reason === 'refused') return { ok: false, problems: outcome.problems };
  const message = 'somebody changed the dossier in this moment; make the draft once more';
  return { ok: false, problems: [{ code: 'draft_stale', path: '(whole)', message }] };
}
