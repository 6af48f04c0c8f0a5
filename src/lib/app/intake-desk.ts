// Desks on which papers are prepared: laying one out, looking at it, changing it.
import { revisionViews, type RawFile, type RevisionView } from '#lib/intake/document.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import * as desks from '#lib/server/intake-desk.ts';
import { parseDeskState, type DeskFile, type DeskState } from './intake-desk-parse.ts';
import type { Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** The most files on a desk; a dossier compares few papers at once. */
const mostFiles = 24;

/** The most bytes on a desk, which lie in the database for a week. */
const mostBytes = 100_000_000;

/** Whose desk it is, and when it is asked for (ISO 8601 in UTC). */
export interface DeskQuestion {
  readonly id: string;
  readonly viewer: Viewer;
  readonly at: string;
}

/** Into which dossier the papers of a desk go: one that is here, or a new one. */
export interface DeskTarget {
  readonly dossier: string;
  readonly title: string;
  readonly packs: readonly string[];
}

export interface NewFiles {
  readonly files: readonly RawFile[];
  readonly revisions: string;
}

const readView = (word: string): RevisionView =>
  revisionViews.find((view) => view === word) ?? 'accepted';

/** Lays files out on a new desk and gives its name. */
export async function openDesk(
  workspace: Workspace,
  order: NewFiles & { readonly target: DeskTarget; readonly viewer: Viewer; readonly at: string },
): Promise<Parsed<string>> {
  const { target, viewer, at } = order;
  const fault = faultOfFiles(order.files, []);
  if (fault !== undefined) return { ok: false, problems: [fault] };
  const state: DeskState = { version: 1, ...target, files: [], named: 0 };
  const text = JSON.stringify(state);
  const id = await desks.layDesk(workspace.database.db, { viewer: viewer.id, at, state: text });
  const added = await addFiles(workspace, { id, viewer, at }, order);
  return added.ok ? { ok: true, value: id } : added;
}

/** Puts more files on a desk; they wait to be read. */
export async function addFiles(
  workspace: Workspace,
  question: DeskQuestion,
  { files, revisions }: NewFiles,
): Promise<Parsed<undefined>> {
  const { db } = workspace.database;
  const found = await findDesk(workspace, question);
  if (!found.ok) return found;
  const fault = faultOfFiles(files, found.value.files);
  if (fault !== undefined) return { ok: false, problems: [fault] };
  const added: DeskFile[] = [];
  for (const { name, bytes } of files) {
    const id = await desks.layFile(db, { desk: question.id, bytes });
    added.push({
      ...{ id, name, bytes: bytes.length, revisions: readView(revisions) },
      ...{ reading: { status: 'waiting' }, parts: [], earlier: [] },
    });
  }
  return changeDesk(workspace, question, (state) => ({
    ok: true,
    value: { ...state, files: [...state.files, ...added] },
  }));
}

/** What keeps some files from being put beside those that are there. */
function faultOfFiles(
  files: readonly RawFile[],
  there: readonly { readonly bytes: number }[],
): Problem | undefined {
  const refuse = (code: string, message: string): Problem => ({ code, path: 'files', message });
  if (files.length === 0) return refuse('no_files', 'choose at least one file, or paste a text');
  if (files.length + there.length > mostFiles)
    return refuse(
      'too_many_files',
      `at most ${mostFiles} files are prepared together; import the others afterwards`,
    );
  const sizes = [...files.map(({ bytes }) => bytes.length), ...there.map(({ bytes }) => bytes)];
  if (sizes.reduce((sum, size) => sum + size, 0) <= mostBytes) return undefined;
  return refuse(
    'too_large',
    `at most ${mostBytes / 1_000_000} MB are prepared together; import the others afterwards`,
  );
}

/**
 * The state of a desk; a problem when it is gone, made into a dossier, or another's, which is told the
 * same way.
 */
export async function findDesk(
  { database: { db } }: Workspace,
  { id, viewer }: Pick<DeskQuestion, 'id' | 'viewer'>,
): Promise<Parsed<DeskState>> {
  const found = await desks.findDesk(db, { id, viewer: viewer.id });
  const state = found && parseDeskState(found.state);
  return state === undefined || isMade(state) ? gone : { ok: true, value: state };
}

const isMade = ({ made }: DeskState): boolean => made !== undefined;

/** A desk in a list of those a person has. */
export interface ListedDesk {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly files: readonly string[];
}

/** The desks somebody has laid out and not yet made a draft of. */
export async function listDesks(
  { database: { db } }: Workspace,
  viewer: Viewer,
): Promise<readonly ListedDesk[]> {
  const kept = await desks.listDesks(db, viewer.id);
  return kept.flatMap(({ id, at, state: text }) => {
    const state = parseDeskState(text);
    const { title, files } = state;
    return isMade(state) ? [] : [{ id, at, title, files: files.map(({ name }) => name) }];
  });
}

/** Clears a desk away with all that lies on it. */
export const clearDesk = (
  { database: { db } }: Workspace,
  { id, viewer }: Pick<DeskQuestion, 'id' | 'viewer'>,
): Promise<void> => desks.clearDesk(db, { id, viewer: viewer.id });

/** What a change makes of a desk, or why it does not; `answer` is handed on. */
export type DeskStep<T> =
  | { readonly ok: true; readonly value: DeskState; readonly answer?: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Changes a desk; made anew on the newest state when something else was faster. */
export async function changeDesk<T = undefined>(
  { database: { db } }: Workspace,
  { id, viewer, at }: DeskQuestion,
  step: (state: DeskState) => DeskStep<T>,
): Promise<Parsed<T | undefined>> {
  const key = { id, viewer: viewer.id, at };
  const changed = await desks.changeDesk<Parsed<T | undefined>>(db, key, (text) => {
    const before = parseDeskState(text);
    if (isMade(before)) return { state: undefined, answer: gone };
    const next = step(before);
    if (!next.ok) return { state: undefined, answer: next };
    const state = next.value === before ? undefined : JSON.stringify(next.value);
    return { state, answer: { ok: true, value: next.answer } };
  });
  return changed ?? gone;
}

const gone: Parsed<never> = {
  ok: false,
  problems: [
    {
      code: 'desk_gone',
      path: 'desk',
      message: 'there is nothing prepared here any more; choose the files once more',
    },
  ],
};

/** The state with one of its files changed. */
export const withFile = (
  state: DeskState,
  id: string,
  change: (file: DeskFile) => DeskFile,
): DeskState => ({
  ...state,
  files: state.files.map((file) => (file.id === id ? change(file) : file)),
});

/** Takes a file off a desk. */
export async function removeFile(
  workspace: Workspace,
  question: DeskQuestion,
  id: string,
): Promise<Parsed<undefined>> {
  const changed = await changeDesk(workspace, question, (state) => {
    const value = { ...state, files: state.files.filter((file) => file.id !== id) };
    return { ok: true, value };
  });
  if (changed.ok) await desks.removeFile(workspace.database.db, { desk: question.id, id });
  return changed;
}

/** Reads a file once more, perhaps with its tracked changes taken otherwise. */
export const readAgain = (
  workspace: Workspace,
  question: DeskQuestion,
  { file, revisions }: { readonly file: string; readonly revisions: string },
): Promise<Parsed<undefined>> =>
  changeDesk(workspace, question, (state) => ({
    ok: true,
    value: withFile(state, file, (one) => ({
      ...one,
      ...{ revisions: readView(revisions), reading: { status: 'waiting' } as const },
    })),
  }));
