// A draft is made of a desk at most once at a time, and can be stopped until it is stored. The desk
// itself keeps the attempt, so that other pages and other servers know of it; the thread that works on
// it is stopped at once where it runs.
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import type { DeskState } from './intake-desk-parse.ts';
import { changeDesk, type DeskQuestion } from './intake-desk.ts';
import type { Workspace } from './workspace.ts';

/** Drafting ends after a minute by itself: an attempt that is older was left by a server that ended. */
const staleMs = 120_000;

const underWay = new Map<string, AbortController>();

/** Whether a draft is being made of a desk. */
export const isDrafting = ({ drafting }: DeskState, at: string): boolean =>
  drafting !== undefined && Date.parse(at) - Date.parse(drafting) < staleMs;

/** An attempt to make a draft. */
export interface DraftAttempt {
  readonly signal: AbortSignal;
  /** Asked right before the draft is stored; from then on it is too late to stop it. */
  readonly claim: () => Promise<Parsed<undefined>>;
}

/** Does the work of an attempt and leaves the desk without its mark, whatever comes of it. */
export async function attemptDraft<T>(
  workspace: Workspace,
  question: DeskQuestion & { readonly signal?: AbortSignal },
  work: (attempt: DraftAttempt) => Promise<Parsed<T>>,
): Promise<Parsed<T>> {
  const { id, at, signal: gone } = question;
  const begun = await changeDesk(workspace, question, (state) =>
    isDrafting(state, at)
      ? { ok: false, problems: [running] }
      : { ok: true, value: { ...state, drafting: at } },
  );
  if (!begun.ok) return begun;
  const ending = new AbortController();
  const signal = gone === undefined ? ending.signal : AbortSignal.any([gone, ending.signal]);
  underWay.set(id, ending);
  const claim = () =>
    changeDesk(workspace, question, (state) =>
      signal.aborted || state.drafting !== at
        ? { ok: false, problems: [stopped] }
        : { ok: true, value: withoutMark(state) },
    );
  try {
    return await work({ signal, claim });
  } finally {
    if (underWay.get(id) === ending) underWay.delete(id);
    await changeDesk(workspace, question, (state) => ({
      ok: true,
      value: state.drafting === at ? withoutMark(state) : state,
    }));
  }
}

/** Stops the draft that is being made of a desk; false when there was nothing to stop. */
export async function stopDraft(workspace: Workspace, question: DeskQuestion): Promise<boolean> {
  const changed = await changeDesk<boolean>(workspace, question, (state) =>
    isDrafting(state, question.at)
      ? { ok: true, value: withoutMark(state), answer: true }
      : { ok: true, value: state, answer: false },
  );
  if (!changed.ok || changed.value !== true) return false;
  underWay.get(question.id)?.abort();
  return true;
}

function withoutMark({ drafting: _, ...state }: DeskState): DeskState {
  return state;
}

const running: Problem = {
  code: 'draft_under_way',
  path: 'papers',
  message: 'a draft of these papers is being made already; wait for it, or cancel it',
};

const stopped: Problem = {
  code: 'cancelled',
  path: 'papers',
  message: 'making the draft was cancelled; nothing was stored',
};
