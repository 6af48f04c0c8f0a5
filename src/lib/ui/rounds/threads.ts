/** Threads: one clause through all rounds that are shown, joined over the passages of each step. */
import type { Move, Passage } from '#lib/engine/rounds/move.ts';
import type { RoundState } from '#lib/engine/rounds/series.ts';
import type { Id } from '#lib/model/id.ts';

/** From which text to which, and what became of it. */
export interface TracedStep {
  readonly from: RoundState;
  readonly to: RoundState;
  readonly passages: readonly Passage[];
}

export interface Thread {
  readonly id: string;
  readonly issue?: Id;
  /** The clauses it has in each state, by the id of the state. */
  readonly clauses: ReadonlyMap<Id, readonly Id[]>;
  /** The passages of each step, in the order of the steps. */
  readonly passages: readonly (readonly Passage[])[];
}

/** Joins the passages of all steps into threads, in the order in which they are first met. */
export function joinThreads(steps: readonly TracedStep[]): readonly Thread[] {
  const roots = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    for (let above = roots.get(at); above !== undefined; above = roots.get(at)) at = above;
    return at;
  };
  for (const step of steps)
    for (const passage of step.passages) {
      const [first = '', ...more] = keysOf(step, passage);
      for (const key of more) {
        const [a, b] = [rootOf(first), rootOf(key)];
        if (a !== b) roots.set(b, a);
      }
    }
  const threads = new Map<string, Passage[][]>();
  steps.forEach((step, index) => {
    for (const passage of step.passages) {
      const root = rootOf(keysOf(step, passage)[0] ?? '');
      const own = threads.get(root) ?? steps.map(() => []);
      own[index]?.push(passage);
      threads.set(root, own);
    }
  });
  return [...threads].map(([key, passages]) => furnish(key, passages, steps));
}

const keysOf = ({ from, to }: TracedStep, { before, after }: Passage): readonly string[] => [
  ...before.map((id) => `${from.id} ${id}`),
  ...after.map((id) => `${to.id} ${id}`),
];

function furnish(
  key: string,
  passages: readonly (readonly Passage[])[],
  steps: readonly TracedStep[],
): Thread {
  const clauses = new Map<Id, readonly Id[]>();
  const add = (state: Id, ids: readonly Id[]): void => {
    clauses.set(state, [...new Set([...(clauses.get(state) ?? []), ...ids])]);
  };
  steps.forEach(({ from, to }, index) => {
    for (const { before, after } of passages[index] ?? []) {
      add(from.id, before);
      add(to.id, after);
    }
  });
  const issue = passages.flat().find((passage) => passage.issue !== undefined)?.issue;
  return { id: key, ...(issue === undefined ? {} : { issue }), clauses, passages };
}

/** The moves of passages of one step, each once. */
export const movesOf = (passages: readonly Passage[]): readonly Move[] => [
  ...new Map(
    passages.flatMap(({ moves }) => moves.map((move) => [move.id, move] as const)),
  ).values(),
];
