// Decisions of people about rows and their verdicts on them, stored as changes of a dossier.
import type { Edit } from '#lib/model/edit.ts';
import type { Id } from '#lib/model/id.ts';
import { makeId } from '#lib/model/make-id.ts';
import type { Problem } from '#lib/model/parsed.ts';
import { recordKey } from '#lib/model/record.ts';
import type { Relation } from '#lib/model/relation.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { compareDossier } from './compare-dossier.ts';
import { editDossier } from './edit-dossier.ts';
import type { RowDesk } from './ledger-draft.ts';
import { planNewRow, planRowAct, type RowAct } from './row-acts.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

/** Who decides, when, and the newest change they had before the eyes. */
export interface Deciding {
  readonly seen: number;
  readonly at: string;
  readonly who: Participant;
}

/** What became of a decision; `row` is where it can be looked at. */
export type Decided = ChangeOutcome & { readonly row?: string };

/** Carries out a decision about a row; one on a row that somebody changed meanwhile is refused. */
export async function decideRow(
  workspace: Workspace,
  dossier: string,
  { row, act, ...deciding }: Deciding & { readonly row: string; readonly act: RowAct },
): Promise<Decided> {
  return withDesk(workspace, dossier, async (desk) => {
    const version = desk.versionOf('row', row) ?? 0;
    if (version > deciding.seen) return refuse(changedMeanwhile);
    const planned = planRowAct(desk, row, act);
    if (!planned.ok) return refuse(...planned.problems);
    if (planned.value.length === 0) return refuse(nothingToDo);
    const outcome = await editDossier(workspace, dossier, asked(planned.value, deciding));
    return { ...outcome, ...rowAfter(row, act) };
  });
}

/** Makes an empty row, into which provisions can then be moved. */
export async function createRow(
  workspace: Workspace,
  dossier: string,
  { title, issue, ...deciding }: Deciding & { readonly title: string; readonly issue: Id },
): Promise<Decided> {
  return withDesk(workspace, dossier, async (desk) => {
    const planned = planNewRow(desk, { title, issue });
    if (!planned.ok) return refuse(...planned.problems);
    const outcome = await editDossier(workspace, dossier, asked(planned.value.edits, deciding));
    return { ...outcome, row: planned.value.row };
  });
}

/** A person's own judgement on a row; without a relation it is taken back. */
export interface Judgement {
  readonly row: string;
  readonly relation: Relation | undefined;
  readonly reason: string;
}

/** Records a verdict on a row with what it rests on; each person has one on a row. */
export async function judgeRow(
  workspace: Workspace,
  dossier: string,
  { row: id, relation, reason, ...deciding }: Deciding & Judgement,
): Promise<Decided> {
  return withDesk(workspace, dossier, async (desk, { dossier: current }) => {
    const row = desk.comparison.rows.find((candidate) => candidate.id === id);
    if (row === undefined) return refuse(rowGone);
    const author = deciding.who.viewer.name;
    const own = current.verdicts.find(
      ({ target, author: by }) => 'row' in target && target.row === id && by === author,
    );
    const base = own === undefined ? null : desk.versionOf('verdict', own.id);
    if (relation === undefined) {
      if (own === undefined || base === null) return refuse(nothingToDo);
      const gone: Edit = { op: 'delete', kind: 'verdict', id: own.id, base };
      return { ...(await editDossier(workspace, dossier, asked([gone], deciding))), row: id };
    }
    if (reason === '') return refuse(reasonMissing);
    const verdict =
      own?.id ??
      makeId(`verdict ${row.number} ${author}`, {
        fallback: 'verdict',
        isTaken: (taken) => current.verdicts.some((known) => known.id === taken),
      });
    const body = { id: verdict, target: { row: id }, relation, reason, author, at: deciding.at };
    const edit: Edit = {
      ...{ op: 'put', kind: 'verdict', id: verdict, base },
      body: { ...body, inputs: [...row.inputs] },
    };
    return { ...(await editDossier(workspace, dossier, asked([edit], deciding))), row: id };
  });
}

async function withDesk(
  { store }: Workspace,
  dossier: string,
  decide: (desk: RowDesk, state: StoredState) => Promise<Decided>,
): Promise<Decided> {
  const state = await store.load(dossier);
  if (!state.ok) return refuse(...state.problems);
  const compared = compareDossier(state.value.dossier);
  if (!compared.ok) return refuse(...compared.problems);
  const { records } = state.value.set;
  const desk: RowDesk = {
    dossier: state.value.dossier,
    comparison: compared.comparison,
    versionOf: (kind, id) => records.get(recordKey(kind, id))?.version ?? null,
  };
  return decide(desk, state.value);
}

const asked = (edits: readonly Edit[], { at, who }: Deciding) => ({ request: { edits, at }, who });

/** Where the row is looked at afterwards: one that was merged is seen in another, a dropped one nowhere. */
const rowAfter = (row: string, act: RowAct): { readonly row?: string } =>
  act.kind === 'drop' ? {} : { row: act.kind === 'merge' ? act.into : row };

const refuse = (...problems: readonly Problem[]): Decided => ({
  ok: false,
  reason: 'refused',
  problems,
});

const changedMeanwhile: Problem = {
  code: 'changed_meanwhile',
  path: '(whole)',
  message:
    'Somebody changed this row after you had opened it, so nothing was done. Look at it again.',
};
const rowGone: Problem = { code: 'unknown_row', path: 'row', message: 'This row is gone.' };
const nothingToDo: Problem = {
  code: 'nothing_to_do',
  path: '(whole)',
  message: 'That is how it stands already; nothing was changed.',
};
const reasonMissing: Problem = {
  code: 'reason_missing',
  path: 'reason',
  message: 'A verdict needs its reason.',
};
