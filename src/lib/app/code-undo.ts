// Taking back and bringing back what one did while coding, step by step.
import type { ChangeEntry } from '#lib/model/change-entry.ts';
import type { RecordKind } from '#lib/model/record.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import { undoChange } from './edit-dossier.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** One step back or forth; `number` names a change, else it is one's own last. */
export interface Step {
  readonly direction: 'undo' | 'redo';
  readonly number?: number | undefined;
  readonly at: string;
  readonly who: Participant;
}

/** What a step did, with the provision it touched first. */
export type Stepped = ChangeOutcome & { readonly provision?: string };

/** Takes one's own last change of the coding back, or brings back what was taken back last. */
export async function stepBack(
  workspace: Workspace,
  dossier: string,
  { direction, number, at, who }: Step,
): Promise<Stepped> {
  const { store } = workspace;
  const log = await store.changes(dossier, { viewer: who.viewer.id, author: who.viewer.id });
  const meant = number ?? findStep(log, direction)?.number;
  if (meant === undefined) return refuse(nothingTo[direction]);
  const [entry] = await store.changes(dossier, {
    ...{ viewer: who.viewer.id, number: meant, partLimit: mostParts },
  });
  if (entry === undefined || !isCoding(entry)) return refuse(madeElsewhere);
  const outcome = await undoChange(workspace, dossier, { number: meant, at, who });
  const touched = entry.parts.find(({ kind }) => kind === 'provision');
  return touched === undefined ? outcome : { ...outcome, provision: touched.id };
}

const mostParts = 50_000;

const nothingTo = {
  undo: 'There is nothing of yours to take back.',
  redo: 'There is nothing to bring back.',
};

const madeElsewhere =
  'Your last change was not made while coding; take it back in the history, where all of it is shown.';

const refuse = (message: string): Stepped => ({
  ok: false,
  reason: 'refused',
  problems: [{ code: 'nothing_to_undo', path: 'number', message }],
});

const codingKinds: readonly RecordKind[] = [
  'provision',
  'issue',
  'actor',
  'act',
  'event',
  'term',
  'subject',
];

const isCoding = ({ parts }: ChangeEntry): boolean =>
  parts.every(({ kind }) => codingKinds.includes(kind));

/**
 * Which entry of a person's own log, newest first, a step is about. What takes back a taking back
 * counts as the act itself; and a new act ends what could be brought back, as in every editor.
 */
export function findStep(
  log: readonly Pick<ChangeEntry, 'number' | 'undoes' | 'undoneBy'>[],
  direction: Step['direction'],
): { readonly number: number } | undefined {
  const byNumber = new Map(log.map((entry) => [entry.number, entry]));
  const isTakingBack = ({ undoes }: Pick<ChangeEntry, 'undoes'>): boolean => {
    if (undoes === null) return false;
    const target = byNumber.get(undoes);
    return target === undefined || !isTakingBack(target);
  };
  for (const entry of log) {
    const isAct = !isTakingBack(entry);
    if (direction === 'redo' && isAct && entry.undoes === null) return undefined;
    if (entry.undoneBy === null && isAct === (direction === 'undo')) return entry;
  }
  return undefined;
}
