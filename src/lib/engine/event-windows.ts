/** When each event can happen, counted in days from another one, if a set of order statements holds. */
import type { Id } from '#lib/model/id.ts';
import { constraintsOf, type OrderStatement } from './order-statements.ts';
import { isConsistent, shortestDistances, type Constraint, type Weight } from './time-network.ts';

/** Days from the origin to an event; a missing end is not bounded, an open end leaves out its bound. */
export interface EventWindow {
  readonly event: Id;
  /** False for events that no statement names. */
  readonly named: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** The question: which events, counted from which. */
export interface WindowQuestion {
  readonly events: readonly Id[];
  readonly origin: Id;
}

/**
 * The window of every event in the order given, or null when the statements contradict each other.
 * Windows are exact: every day in one can be completed to times for all events.
 */
export function eventWindows(
  statements: readonly OrderStatement[],
  { events, origin }: WindowQuestion,
): readonly EventWindow[] | null {
  const node = new Map(events.map((event, index) => [event, index]));
  const edges = statements.flatMap((statement): readonly Constraint[] => {
    const constraints = constraintsOf(statement, node);
    if (!constraints) return [];
    return constraints.most ? [constraints.least, constraints.most] : [constraints.least];
  });
  if (!isConsistent(events.length, edges)) return null;
  const named = new Set(statements.flatMap(({ before, after }) => [before, after]));
  const start = node.get(origin);
  if (start === undefined) {
    return events.map((event) => describe(event, named.has(event), [null, null]));
  }
  const latest = shortestDistances(events.length, edges, start);
  const earliest = shortestDistances(events.length, edges.map(turn), start);
  return events.map((event, index) =>
    describe(event, named.has(event), [earliest[index] ?? null, latest[index] ?? null]),
  );
}

/** Distances to a node are distances from it in the network turned round. */
const turn = ({ from, to, ...rest }: Constraint): Constraint => ({ from: to, to: from, ...rest });

function describe(
  event: Id,
  named: boolean,
  [earliest, latest]: readonly [Weight | null, Weight | null],
): EventWindow {
  return {
    event,
    named,
    ...(earliest ? { min: 0 - earliest[0] } : {}),
    ...(latest ? { max: latest[0] } : {}),
    minOpen: earliest !== null && earliest[1] > 0,
    maxOpen: latest !== null && latest[1] > 0,
  };
}
