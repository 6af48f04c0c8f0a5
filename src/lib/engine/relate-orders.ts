/** Order statements of two columns on the same two events, as windows of days between them. */
import type { Id } from '#lib/model/id.ts';
import type { Order } from '#lib/model/provision.ts';
import type { Interval } from './comparison.ts';
import type { FindingCollector } from './findings.ts';
import type { Lookup } from './lookup.ts';
import { forEachActiveSet, jointPaperOf, settle, type HeldColumn, type Scene } from './scene.ts';
import { relationOf, type SetRelation } from './status.ts';

/** Days from the first to the second event; an open end leaves out its bound. */
export interface Window {
  readonly min: number;
  readonly max: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** The two events of a statement in dossier order, so that both directions share a row. */
export function eventPair(lookup: Lookup, order: Order): readonly [Id, Id] {
  const rank = (event: Id): number => lookup.eventRank.get(event) ?? Infinity;
  const forward = rank(order.before) <= rank(order.after);
  return forward ? [order.before, order.after] : [order.after, order.before];
}

/** What a statement says about the days from `first` to the other event. */
export function windowOf(order: Order, first: Id): Window {
  const min = order.minDays ?? 0;
  const max = order.maxDays ?? Infinity;
  if (order.before === first) return { min, max, minOpen: order.strict, maxOpen: false };
  return { min: -max, max: 0 - min, minOpen: false, maxOpen: order.strict };
}

/** The days that all windows allow; null when there are none. */
export function commonWindow(windows: readonly Window[]): Window | null {
  const min = Math.max(...windows.map((w) => w.min));
  const max = Math.min(...windows.map((w) => w.max));
  const minOpen = windows.some((w) => w.min === min && w.minOpen);
  const maxOpen = windows.some((w) => w.max === max && w.maxOpen);
  if (min > max || (min === max && (minOpen || maxOpen))) return null;
  return { min, max, minOpen, maxOpen };
}

/** Compares two windows as sets of days. */
export function relateWindows(a: Window, b: Window): SetRelation {
  const common = commonWindow([a, b]);
  if (!common) return 'disjoint';
  const same = (x: Window, y: Window): boolean =>
    x.min === y.min && x.max === y.max && x.minOpen === y.minOpen && x.maxOpen === y.maxOpen;
  if (same(common, a)) return same(common, b) ? 'equal' : 'inside';
  return same(common, b) ? 'contains' : 'crossing';
}

/** Adds a finding for every pair of events that both columns order. */
export function relateOrders(
  scene: Scene,
  pair: readonly [HeldColumn, HeldColumn],
  collector: FindingCollector,
): void {
  const [left, right] = [byPair(scene, pair[0].orders), byPair(scene, pair[1].orders)];
  for (const [key, { events, orders }] of left) {
    const other = right.get(key);
    if (!other) continue;
    forEachActiveSet(scene, [orders, other.orders], ([a = [], b = []], readings) => {
      if (a.length === 0 || b.length === 0) return;
      addFinding(scene, { pair, events, a, b, readings }, collector);
    });
  }
}

function byPair(
  scene: Scene,
  orders: readonly Order[],
): ReadonlyMap<string, { readonly events: readonly [Id, Id]; readonly orders: readonly Order[] }> {
  const pairs = new Map<string, { events: readonly [Id, Id]; orders: Order[] }>();
  for (const order of orders) {
    const events = eventPair(scene.lookup, order);
    const known = pairs.get(events.join(':'));
    if (known) known.orders.push(order);
    else pairs.set(events.join(':'), { events, orders: [order] });
  }
  return pairs;
}

interface OrderQuestion {
  readonly pair: readonly [HeldColumn, HeldColumn];
  readonly events: readonly [Id, Id];
  readonly a: readonly Order[];
  readonly b: readonly Order[];
  readonly readings: readonly number[];
}

function addFinding(scene: Scene, question: OrderQuestion, collector: FindingCollector): void {
  const { pair, events, readings } = question;
  const a = settle(scene, question.a).standing;
  const b = settle(scene, question.b).standing;
  const joint = jointPaperOf(scene, a, b);
  const sides = [a, b].map((orders) => orders.map((order) => windowOf(order, events[0])));
  const [left, right] = sides.map((windows) => commonWindow(windows));
  const set = left && right ? relateWindows(left, right) : null;
  const vague = [...new Set([...a, ...b].flatMap((order) => order.vague))].sort();
  const clash = set === 'disjoint';
  const open = set === null || (vague.length > 0 && !clash);
  const relation = joint ? 'same-terms' : open ? 'undetermined' : relationOf(set);
  const rule = joint ? 'R16' : open ? 'R15' : clash ? 'R12' : set === 'equal' ? 'R3' : 'R9';
  collector.add(
    {
      rule,
      relation,
      extent: 'whole',
      columns: pair.map((column) => column.column.id),
      topic: { kind: 'order', events },
      slots: [
        {
          slot: 'window',
          events,
          relation,
          rule,
          values: [shownWindow(left ?? null), shownWindow(right ?? null)],
        },
      ],
      becauses: [],
      provisions: [a.map((order) => order.id), b.map((order) => order.id)],
      cores: clash && !joint ? orderCores(a, b, events[0]) : [],
      ...(joint ? { jointPaper: joint.id } : {}),
      vague: relation === 'undetermined' ? vague : [],
    },
    readings,
  );
}

const orderCores = (
  a: readonly Order[],
  b: readonly Order[],
  first: Id,
): readonly (readonly Id[])[] =>
  a.flatMap((x) =>
    b
      .filter((y) => commonWindow([windowOf(x, first), windowOf(y, first)]) === null)
      .map((y) => [x.id, y.id].sort()),
  );

const shownWindow = (window: Window | null): Interval & { readonly strict: boolean } => ({
  ...(window && window.min !== -Infinity ? { min: window.min } : {}),
  ...(window && window.max !== Infinity ? { max: window.max } : {}),
  strict: window !== null && (window.minOpen || window.maxOpen),
});
