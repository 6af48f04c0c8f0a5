/** Which texts of a series are shown, what became of each, and in which order its clauses stand. */
import type { RoundState, Series } from '#lib/engine/rounds/series.ts';
import type { Id } from '#lib/model/id.ts';
import type { RoundsTools } from './rounds-tools.ts';
import type { Thread, TracedStep } from './threads.ts';

export interface ChosenSteps {
  readonly states: readonly RoundState[];
  readonly steps: readonly TracedStep[];
}

/** The texts asked for, and the steps between them; each text is told from the one it was made from. */
export function chooseSteps({ query, trace }: RoundsTools, { states }: Series): ChosenSteps {
  const step = (from: RoundState, to: RoundState): TracedStep => ({
    ...{ from, to },
    passages: trace(from, to, query.off),
  });
  const find = (id: Id | undefined): RoundState | undefined => states.find((own) => own.id === id);
  const [from, to] = [find(query.pair?.[0]), find(query.pair?.[1])];
  if (from && to) {
    // A text against itself still has two columns.
    const right = from === to ? { ...to, id: `${to.id} again` } : to;
    return { states: [from, right], steps: [step(from, right)] };
  }
  const steps = states.flatMap((state) => {
    const parent = find(state.from);
    return parent ? [step(parent, state)] : [];
  });
  return { states, steps };
}

/** Whether the text at the right is the earlier one. */
export function isBackwards({ query }: RoundsTools, { states }: Series): boolean {
  const place = (id: Id | undefined): number => states.findIndex((state) => state.id === id);
  return query.pair !== undefined && place(query.pair[0]) > place(query.pair[1]);
}

/** By issue, then by the place of the first clause in any of the texts. */
export function orderThreads(
  { dossier, lookup }: RoundsTools,
  threads: readonly Thread[],
): readonly Thread[] {
  const places = new Map(
    dossier.papers.flatMap((paper) => paper.clauses.map(({ id }, at) => [id, at] as const)),
  );
  const place = ({ clauses }: Thread): number =>
    Math.min(...[...clauses.values()].flat().map((id) => places.get(id) ?? 0));
  const rank = ({ issue }: Thread): number => lookup.issueRank.get(issue ?? '') ?? Infinity;
  return threads
    .map((thread) => ({ thread, rank: rank(thread), place: place(thread) }))
    .sort((a, b) => (a.rank === b.rank ? a.place - b.place : a.rank - b.rank))
    .map(({ thread }) => thread);
}
