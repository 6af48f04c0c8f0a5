// The files of a desk are read in the background, a few at a time, and the desk tells how far that is.
// Nothing is lost when this process ends: a file that nobody reads any more is taken up again by
// whoever looks at its desk next.
import type { ReadDocument } from '#lib/intake/document.ts';
import { assignParts } from '#lib/intake/parts/assign-parts.ts';
import type { Part } from '#lib/intake/parts/part.ts';
import { refusals } from '#lib/intake/refusal.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { hasRole } from '#lib/model/role.ts';
import * as desks from '#lib/server/intake-desk.ts';
import type { DeskFile, DeskState } from './intake-desk-parse.ts';
import { changeDesk, findDesk, withFile, type DeskQuestion } from './intake-desk.ts';
import { findRole } from './identify-viewer.ts';
import { layOutParts } from './intake-parts.ts';
import { papersOf } from './intake-words.ts';
import { readGuarded } from './read-guarded.ts';
import type { Workspace } from './workspace.ts';

/** Each reading takes a thread and memory; more at once would only make all of them slower. */
const mostAtOnce = 2;
/** Reading ends after ten seconds by itself: what takes longer is not being read any more. */
const staleMs = 30_000;

/** A file that this process reads or is going to. */
interface Task {
  readonly workspace: Workspace;
  readonly question: DeskQuestion;
  readonly file: string;
  readonly ending: AbortController;
}

const tasks = new Map<string, Task>();
const queue: Task[] = [];
const running = new Set<Task>();

const keyOf = (desk: string, file: string): string => `${desk}/${file}`;

/** Sees to it that every file of a desk that waits is read; does not wait for it. */
export function tendDesk(workspace: Workspace, question: DeskQuestion, state: DeskState): void {
  for (const file of state.files) {
    const key = keyOf(question.id, file.id);
    if (tasks.has(key) || !isToBeRead(file, question.at)) continue;
    const task = { workspace, question, file: file.id, ending: new AbortController() };
    tasks.set(key, task);
    queue.push(task);
  }
  work();
}

const isToBeRead = ({ reading }: DeskFile, at: string): boolean =>
  reading.status === 'waiting' ||
  (reading.status === 'reading' && Date.parse(at) - Date.parse(reading.since) > staleMs);

/** Whether something of a desk is still to be read. */
export const isBusy = (state: DeskState): boolean =>
  state.files.some(({ reading }) => reading.status === 'waiting' || reading.status === 'reading');

/** Stops reading a file. */
export async function cancelReading(
  workspace: Workspace,
  question: DeskQuestion,
  file: string,
): Promise<Parsed<undefined>> {
  const changed = await changeDesk(workspace, question, (state) => ({
    ok: true,
    value: withFile(state, file, (one) =>
      one.reading.status === 'waiting' || one.reading.status === 'reading'
        ? { ...one, reading: { status: 'cancelled' } }
        : one,
    ),
  }));
  giveUp(keyOf(question.id, file));
  return changed;
}

/** Ends a task at once, so that the same file can be taken up anew. */
function giveUp(key: string): void {
  const task = tasks.get(key);
  if (task === undefined) return;
  tasks.delete(key);
  task.ending.abort();
  const place = queue.indexOf(task);
  if (place !== -1) queue.splice(place, 1);
}

function work(): void {
  while (running.size < mostAtOnce) {
    const task = takeNext();
    if (task === undefined) return;
    running.add(task);
    void readFile(task)
      .catch(() => tellBroken(task))
      // A database that is gone: the file is taken up again when somebody looks at the desk.
      .catch(() => undefined)
      .finally(() => {
        const key = keyOf(task.question.id, task.file);
        if (tasks.get(key) === task) tasks.delete(key);
        running.delete(task);
        work();
      });
  }
}

/** The task whose desk has fewest under way: nobody waits behind all files of somebody else. */
function takeNext(): Task | undefined {
  const underWay = ({ question }: Task): number =>
    [...running].filter((other) => other.question.id === question.id).length;
  const counts = queue.map(underWay);
  const index = counts.indexOf(Math.min(...counts));
  return queue.splice(index, 1).at(0);
}

async function readFile({ workspace, question, file: id, ending }: Task): Promise<void> {
  const since = new Date().toISOString();
  const begun = await changeDesk<DeskFile>(workspace, question, (state) => {
    const file = state.files.find((one) => one.id === id);
    if (file === undefined || !isToBeRead(file, since)) return { ok: true, value: state };
    const value = withFile(state, id, (one) => ({ ...one, reading: { status: 'reading', since } }));
    return { ok: true, value, answer: file };
  });
  const file = begun.ok ? begun.value : undefined;
  if (file === undefined) return;
  const key = { desk: question.id, id };
  const { db } = workspace.database;
  const bytes = (await desks.findFileBytes(db, key)) ?? new Uint8Array();
  const { name, revisions } = file;
  const read = await readGuarded({ name, bytes }, { revisions, signal: ending.signal });
  if (read.ok) await desks.keepDocument(db, { ...key, document: JSON.stringify(read.value) });
  const parties = read.ok ? await partiesOf(workspace, question) : [];
  const parts = read.ok ? assignParts(read.value, { parties }) : [];
  await changeDesk(workspace, { ...question, at: new Date().toISOString() }, (state) => ({
    ok: true,
    value: conclude(state, { id, since, read, parts, parties }),
  }));
}

interface Conclusion {
  readonly id: string;
  readonly since: string;
  readonly read: Parsed<ReadDocument>;
  readonly parts: readonly Part[];
  readonly parties: Parties;
}

/** The desk with what reading came to, unless that attempt was given up meanwhile. */
function conclude(
  state: DeskState,
  { id, since, read, parts, parties: known }: Conclusion,
): DeskState {
  const file = state.files.find((one) => one.id === id);
  if (file?.reading.status !== 'reading' || file.reading.since !== since) return state;
  if (!read.ok) return refuse(state, id, read.problems[0] ?? broken);
  let { named } = state;
  const name = (): string => `p${String((named += 1))}`;
  const parties = [...known, ...partiesOnDesk(state)];
  const today = since.slice(0, 10);
  const laidOut = layOutParts(parts, { document: read.value, today, name, parties });
  const done = withFile(state, id, (one) => ({
    ...{ ...one, reading: { status: 'read', at: since } as const },
    ...{ parts: laidOut, earlier: [] },
  }));
  return { ...done, named };
}

/** Whose the papers are that lie on a desk, as it is typed or filled in. */
const partiesOnDesk = (state: DeskState) =>
  papersOf(state).flatMap(({ part: { words } }) =>
    words.party === '' ? [] : [{ names: [words.party] }],
  );

type Refusal = Pick<Problem, 'code' | 'message'>;

const broken: Refusal = { code: 'malformed', message: refusals.malformed };

const refuse = (state: DeskState, id: string, { code, message }: Refusal): DeskState =>
  withFile(state, id, (one) => ({
    ...{ ...one, reading: { status: 'refused', code, message } as const },
    ...{ parts: [], earlier: [] },
  }));

/** Tells that a file broke the program: whoever waits for it learns that it is over. */
async function tellBroken({ workspace, question, file }: Task): Promise<void> {
  await changeDesk(workspace, question, (state) => ({
    ok: true,
    value: state.files.some(({ id, reading }) => id === file && reading.status === 'reading')
      ? refuse(state, file, broken)
      : state,
  }));
}

type Parties = Parameters<typeof assignParts>[1]['parties'];

/** The parties of the dossier the papers go into, with the names they go by. */
async function partiesOf(workspace: Workspace, question: DeskQuestion): Promise<Parties> {
  const desk = await findDesk(workspace, question);
  if (!desk.ok || desk.value.dossier === '') return [];
  const { dossier } = desk.value;
  // Of a dossier of others not even the parties are told.
  if (!hasRole(await findRole(workspace, question.viewer, dossier), 'editor')) return [];
  const loaded = await workspace.store.load(dossier);
  if (!loaded.ok) return [];
  return loaded.value.dossier.actors
    .filter(({ party }) => party)
    .map(({ id: actor, name, variants }) => ({
      id: actor,
      names: [name, ...variants.map(({ text }) => text)],
    }));
}
