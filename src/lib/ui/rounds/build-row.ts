/** One row of the rounds table: a clause through the texts shown, and what became of it. */
import type { Move, MoveKind, Passage } from '#lib/engine/rounds/move.ts';
import type { RoundState } from '#lib/engine/rounds/series.ts';
import type { Id } from '#lib/model/id.ts';
import { capitalise } from '../capitalise.ts';
import { buildCell } from './build-cell.ts';
import { formatRoundsQuery } from './rounds-query.ts';
import type { RoundsTools } from './rounds-tools.ts';
import type { MoveView, PremiseLine, RoundRow, RoundStep } from './rounds-view.ts';
import { movesOf, type Thread, type TracedStep } from './threads.ts';

export interface RowParts {
  readonly states: readonly RoundState[];
  readonly steps: readonly TracedStep[];
  readonly number: number;
}

/** Builds the row of a thread. */
export function buildRow(tools: RoundsTools, thread: Thread, parts: RowParts): RoundRow {
  const { states, steps, number } = parts;
  const told = steps.map((step, index) => buildStep(tools, step, thread.passages[index] ?? []));
  const topics = told.flatMap((step) => step.moves.map(({ topic }) => topic));
  const locators = [...thread.clauses.values()].flat().map(tools.speaker.clauseLocator);
  return {
    id: thread.id,
    anchor: `row-${thread.id.replace(/\s+/g, '-')}`,
    number: String(number),
    title: topics.find((topic) => topic !== '') ?? `Clause ${locators[0] ?? ''}`,
    cells: states.map((state) => buildCell(tools, state, { thread, steps })),
    steps: told,
  };
}

function buildStep(tools: RoundsTools, step: TracedStep, passages: readonly Passage[]): RoundStep {
  const guessed = passages.some(({ lineage }) => lineage === 'wording');
  return {
    to: step.to.id,
    moves: movesOf(passages).map((move) => buildMove(tools, step, move)),
    isMoved: passages.some(({ isMoved }) => isMoved),
    ...(guessed ? { lineage: 'paired by wording, not reviewed' } : {}),
  };
}

/** Moves that are called the same whether anybody coded the clause or not. */
const saysNot: ReadonlySet<MoveKind> = new Set(['added', 'dropped', 'reworded']);

function buildMove(tools: RoundsTools, step: TracedStep, move: Move): MoveView {
  const { speaker } = tools;
  const told = speaker.move(move);
  const rowHref = hrefOf(tools, step, move);
  return {
    id: move.id,
    kind: move.kind,
    word: capitalise(told.word),
    meaning: told.meaning,
    topic: speaker.topic(move),
    changes: told.changes,
    sentence: told.sentence,
    ...(told.given === undefined ? {} : { given: told.given }),
    premises: told.given === undefined ? [] : move.premises.map((id) => premiseLine(tools, id)),
    isSuggested: move.basis === 'suggested',
    ...(move.topic === undefined && saysNot.has(move.kind) ? { mark: speaker.notCoded } : {}),
    ...(rowHref === undefined ? {} : { rowHref }),
  };
}

/** A premise with the address of the same page in which it is switched. */
export function premiseLine({ speaker, query }: RoundsTools, id: Id): PremiseLine {
  const { statement, kind, ground } = speaker.premise(id);
  const off = query.off.includes(id) ? query.off.filter((own) => own !== id) : [...query.off, id];
  return { id, statement, kind, ground, switchHref: formatRoundsQuery({ ...query, off }) };
}

/** The row of a comparison of the two papers in which the provisions of a move stand. */
function hrefOf(
  { dossier, lookup }: RoundsTools,
  step: TracedStep,
  move: Move,
): string | undefined {
  if (move.row === undefined) return undefined;
  const paperOf = (ids: readonly Id[], state: RoundState): Id => {
    const clause = lookup.provisions.get(ids[0] ?? '')?.clause;
    const paper = clause === undefined ? undefined : lookup.clauses.get(clause)?.paper.id;
    return paper ?? state.brought[0] ?? state.id;
  };
  const columns = [paperOf(move.before, step.from), paperOf(move.after, step.to)];
  const params = new URLSearchParams([...new Set(columns)].map((id) => ['col', id]));
  return `/dossiers/${dossier.id}/compare?${params.toString()}#row-${encodeURIComponent(move.row)}`;
}
