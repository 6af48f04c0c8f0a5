/**
 * R12: order statements of a reading, with the context that is switched on, that cannot all hold if
 * all these steps are to happen. For every combination of columns the shortest contradictory cycle
 * is reported, so that a paper circular in itself does not hide what it does with another.
 */
import type { Id } from '#lib/model/id.ts';
import type { CircularOrder, CycleStep } from './comparison.ts';
import { constraintsOf, statementsOf, type OrderStatement } from './order-statements.ts';
import { contextPremise } from './premises.ts';
import type { Scene } from './scene.ts';
import { eachCycle, isConsistent, shortestCycle, type Constraint } from './time-network.ts';

interface Link extends Constraint {
  readonly step: CycleStep;
  readonly columns: readonly Id[];
}

/** The circular orders of all readings; `complete` is false when some search hit its bound. */
export function circularOrders(scene: Scene): {
  readonly orders: readonly CircularOrder[];
  readonly complete: boolean;
} {
  const found = new Map<string, { order: CircularOrder; readings: number[] }>();
  let complete = true;
  const seen = new Map<string, readonly CircularOrder[]>();
  for (const reading of scene.readings.list.keys()) {
    const statements = statementsOf(scene, reading);
    const key = statements.map((s) => JSON.stringify(s.source)).join();
    let orders = seen.get(key);
    if (!orders) {
      const search = searchReading(scene, statements);
      complete &&= search.complete;
      orders = search.orders;
      seen.set(key, orders);
    }
    for (const order of orders) {
      const known = found.get(order.id);
      if (known) known.readings.push(reading);
      else found.set(order.id, { order, readings: [reading] });
    }
  }
  const orders = [...found.values()]
    .map(({ order, readings }) => ({ ...order, readings }))
    .sort(
      (a, b) =>
        b.columns.length - a.columns.length ||
        a.steps.length - b.steps.length ||
        (a.readings[0] ?? 0) - (b.readings[0] ?? 0) ||
        (a.id < b.id ? -1 : 1),
    );
  return { orders, complete };
}

function searchReading(
  scene: Scene,
  statements: readonly OrderStatement[],
): { readonly orders: readonly CircularOrder[]; readonly complete: boolean } {
  const events = scene.lookup.dossier.events.map((event) => event.id);
  const node = new Map(events.map((event, index) => [event, index]));
  const links = statements.flatMap((statement) => linksOf(statement, node));
  const nodes = events.length;
  if (isConsistent(nodes, links)) return { orders: [], complete: true };
  const best = new Map<string, CircularOrder>();
  const keep = (cycle: readonly Constraint[]): void => {
    const order = describe(
      scene,
      cycle.flatMap((edge) => links.find((l) => l === edge) ?? []),
    );
    const known = best.get(order.columns.join('+'));
    if (!known || isBetter(order, known)) best.set(order.columns.join('+'), order);
  };
  const ids = scene.columns.map((column) => column.column.id);
  const subsets = [
    ...ids.map((id) => [id]),
    ...ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b])),
    ids,
  ];
  for (const subset of subsets) {
    const within = links.filter(
      (link) => link.columns.length === 0 || link.columns.some((column) => subset.includes(column)),
    );
    const cycle = shortestCycle(nodes, within);
    if (cycle) keep(cycle);
  }
  const complete = eachCycle(nodes, links, keep);
  return { orders: [...best.values()], complete };
}

/** Provisions of a shortest circular order that is left in a reading without `removed`, or null. */
export function remainingCycle(
  scene: Scene,
  reading: number,
  removed: ReadonlySet<Id>,
): readonly Id[] | null {
  const events = scene.lookup.dossier.events;
  const node = new Map(events.map((event, index) => [event.id, index]));
  const links = statementsOf(scene, reading)
    .filter(({ source }) => source.kind === 'context' || !removed.has(source.provision))
    .flatMap((statement) => linksOf(statement, node));
  const cycle = shortestCycle(events.length, links);
  if (!cycle) return null;
  return cycle.flatMap((edge) => {
    const source = links.find((link) => link === edge)?.step.source;
    return source?.kind === 'provision' ? [source.provision] : [];
  });
}

function isBetter(a: CircularOrder, b: CircularOrder): boolean {
  if (a.steps.length !== b.steps.length) return a.steps.length < b.steps.length;
  if (a.premises.length !== b.premises.length) return a.premises.length < b.premises.length;
  return a.id < b.id;
}

/** A statement as links of the time network, each with the step it stands for in a cycle. */
function linksOf(statement: OrderStatement, node: ReadonlyMap<Id, number>): readonly Link[] {
  const { before, after, minDays, maxDays, strict, source, columns } = statement;
  const constraints = constraintsOf(statement, node);
  if (!constraints) return [];
  const { least, most } = constraints;
  const step = { before, after, source };
  return [
    { ...least, step: { ...step, strict, ...(minDays === undefined ? {} : { minDays }) }, columns },
    ...(most === undefined || maxDays === undefined
      ? []
      : [{ ...most, step: { ...step, strict: false, maxDays }, columns }]),
  ];
}

/** Tells a cycle in the direction of time, from its first event in dossier order. */
function describe(scene: Scene, cycle: readonly Link[]): CircularOrder {
  const chain = cycle.toReversed();
  const start = chain.reduce(
    (best, link, index) => (link.to < (chain[best]?.to ?? Infinity) ? index : best),
    0,
  );
  const turned = [...chain.slice(start), ...chain.slice(0, start)];
  const steps = turned.map((link) => link.step);
  const sources = steps.map(({ source }) =>
    source.kind === 'provision' ? source.provision : contextPremise(source.context),
  );
  const shared = scene.columns.map((column) => column.column.id).filter((id) => needs(cycle, id));
  const provisions = steps.flatMap(({ source }) =>
    source.kind === 'provision' ? [source.provision] : [],
  );
  return {
    id: `R12:${[...sources].sort().join('+')}`,
    readings: [],
    columns: shared,
    steps,
    premises: [
      ...new Set(
        steps.flatMap(({ source }) =>
          source.kind === 'context' ? [contextPremise(source.context)] : [],
        ),
      ),
    ].sort(),
    basis: provisions.some((p) => scene.lookup.provisions.get(p)?.review.state === 'suggested')
      ? 'suggested'
      : 'computed',
  };
}

/** A column takes part if it alone brings a link, or shares one that no needed column brings. */
const needs = (cycle: readonly Link[], column: Id): boolean =>
  cycle.some((link) => link.columns.includes(column));
