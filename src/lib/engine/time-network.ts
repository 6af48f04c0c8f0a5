/**
 * Simple temporal network (Dechter, Meiri and Pearl 1991). A constraint `to - from <= bound` is an
 * edge; the network is contradictory exactly when it has a cycle of negative weight. Weights are
 * pairs (days, strict) compared lexicographically, so that "strictly before" is an infinitesimal and
 * needs no invented smallest unit of time.
 */

/** `time(to) - time(from) <= days`, and strictly less when `strict` is 1. */
export interface Constraint {
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly strict: 0 | 1;
}

/** Days, and how many strict constraints stand behind them. */
export type Weight = readonly [days: number, strict: number];

const isLess = (a: Weight, b: Weight): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] > b[1]);

const isNegative = (weight: Weight): boolean => isLess(weight, [0, 0]);

/** Whether some assignment of times satisfies all constraints (Bellman and Ford, with a queue). */
export function isConsistent(nodes: number, edges: readonly Constraint[]): boolean {
  const out = outgoing(nodes, edges);
  const days = new Float64Array(nodes);
  const strict = new Float64Array(nodes);
  const visits = new Int32Array(nodes);
  const queued = new Uint8Array(nodes).fill(1);
  const queue = Array.from({ length: nodes }, (_, node) => node);
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    queued[node] = 0;
    for (const edge of out[node] ?? []) {
      const d = (days[node] ?? 0) + edge.days;
      const s = (strict[node] ?? 0) + edge.strict;
      if (!isLess([d, s], [days[edge.to] ?? 0, strict[edge.to] ?? 0])) continue;
      days[edge.to] = d;
      strict[edge.to] = s;
      if (queued[edge.to]) continue;
      visits[edge.to] = (visits[edge.to] ?? 0) + 1;
      if ((visits[edge.to] ?? 0) > nodes) return false;
      queued[edge.to] = 1;
      queue.push(edge.to);
    }
  }
  return true;
}

/**
 * The tightest bound on `time(node) - time(origin)` for every node, null where nothing bounds it
 * (Bellman and Ford, as above). Only for networks that are consistent.
 */
export function shortestDistances(
  nodes: number,
  edges: readonly Constraint[],
  origin: number,
): readonly (Weight | null)[] {
  const out = outgoing(nodes, edges);
  const best: (Weight | null)[] = Array.from({ length: nodes }, () => null);
  best[origin] = [0, 0];
  const queue = [origin];
  const queued = new Uint8Array(nodes);
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    queued[node] = 0;
    const [days, strict] = best[node] ?? [0, 0];
    for (const edge of out[node] ?? []) {
      const known = best[edge.to];
      const found: Weight = [days + edge.days, strict + edge.strict];
      if (known && !isLess(found, known)) continue;
      best[edge.to] = found;
      if (queued[edge.to]) continue;
      queued[edge.to] = 1;
      queue.push(edge.to);
    }
  }
  return best;
}

function outgoing(nodes: number, edges: readonly Constraint[]): readonly (readonly Constraint[])[] {
  const out: Constraint[][] = Array.from({ length: nodes }, () => []);
  for (const edge of edges) out[edge.from]?.push(edge);
  return out;
}

/**
 * A contradictory cycle with the fewest constraints, or null when there is none. Searches closed
 * walks of growing length from every node; the first negative one is simple, for otherwise one of its
 * loops would be shorter and negative. Ties go to the lowest start node, then to the order of
 * `edges`. Cost O(k · nodes · edges) for a cycle of k constraints.
 */
export function shortestCycle(
  nodes: number,
  edges: readonly Constraint[],
): readonly Constraint[] | null {
  if (isConsistent(nodes, edges)) return null;
  const out = outgoing(nodes, onCycles(nodes, edges));
  for (let length = 2; length <= nodes; length++) {
    for (let start = 0; start < nodes; start++) {
      const cycle = closedWalk(out, start, length);
      if (cycle) return cycle;
    }
  }
  return null;
}

/** Edges whose ends lie in one strongly connected component; no other edge is on a cycle. */
function onCycles(nodes: number, edges: readonly Constraint[]): readonly Constraint[] {
  const component = components(nodes, edges);
  return edges.filter((edge) => component[edge.from] === component[edge.to]);
}

/** Strongly connected components by two passes (Kosaraju 1978), without recursion. */
export function components(nodes: number, edges: readonly Constraint[]): Int32Array {
  const out = outgoing(nodes, edges);
  const back = outgoing(
    nodes,
    edges.map((e) => ({ ...e, from: e.to, to: e.from })),
  );
  const order: number[] = [];
  const seen = new Uint8Array(nodes);
  for (let root = 0; root < nodes; root++) {
    if (seen[root]) continue;
    seen[root] = 1;
    const stack = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = out[top.node]?.[top.next++];
      if (!edge) {
        order.push(top.node);
        stack.pop();
      } else if (!seen[edge.to]) {
        seen[edge.to] = 1;
        stack.push({ node: edge.to, next: 0 });
      }
    }
  }
  const component = new Int32Array(nodes).fill(-1);
  for (const root of order.reverse()) {
    if (component[root] !== -1) continue;
    const stack = [root];
    component[root] = root;
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (const edge of back[node] ?? []) {
        if (component[edge.to] !== -1) continue;
        component[edge.to] = root;
        stack.push(edge.to);
      }
    }
  }
  return component;
}

/** The lightest closed walk of exactly `length` edges from `start`, when it is negative. */
function closedWalk(
  out: readonly (readonly Constraint[])[],
  start: number,
  length: number,
): readonly Constraint[] | null {
  let level = new Map<number, { days: number; strict: number; walk: Walk | null }>([
    [start, { days: 0, strict: 0, walk: null }],
  ]);
  for (let step = 0; step < length; step++) {
    const next: typeof level = new Map();
    for (const [node, { days, strict, walk }] of level) {
      for (const edge of out[node] ?? []) {
        if (edge.to < start) continue;
        const known = next.get(edge.to);
        const [d, s] = [days + edge.days, strict + edge.strict];
        if (known && !isLess([d, s], [known.days, known.strict])) continue;
        next.set(edge.to, { days: d, strict: s, walk: { edge, before: walk } });
      }
    }
    level = next;
  }
  const end = level.get(start);
  return end && isNegative([end.days, end.strict]) ? unroll(end.walk) : null;
}

interface Walk {
  readonly edge: Constraint;
  readonly before: Walk | null;
}

function unroll(walk: Walk | null): readonly Constraint[] {
  const edges: Constraint[] = [];
  for (let at = walk; at; at = at.before) edges.unshift(at.edge);
  return edges;
}

/** Steps of the search for all cycles, and the longest cycle looked for. */
const budget = 200_000;
const maxLength = 10;

/**
 * Calls `visit` for simple contradictory cycles, each once, starting at its lowest node. Bounded:
 * cycles of at most ten constraints, and a fixed number of steps. Returns false when the steps ran
 * out before all such cycles were seen.
 */
export function eachCycle(
  nodes: number,
  edges: readonly Constraint[],
  visit: (cycle: readonly Constraint[]) => void,
): boolean {
  const out = outgoing(nodes, onCycles(nodes, edges));
  const used = new Uint8Array(nodes);
  const path: Constraint[] = [];
  let steps = 0;
  const walk = (start: number, node: number, weight: readonly [number, number]): boolean => {
    for (const edge of out[node] ?? []) {
      if (++steps > budget) return false;
      if (edge.to < start || (used[edge.to] && edge.to !== start)) continue;
      const days = weight[0] + edge.days;
      const strict = weight[1] + edge.strict;
      path.push(edge);
      if (edge.to === start) {
        if (isNegative([days, strict])) visit([...path]);
      } else if (path.length < maxLength) {
        used[edge.to] = 1;
        const going = walk(start, edge.to, [days, strict]);
        used[edge.to] = 0;
        if (!going) return false;
      }
      path.pop();
    }
    return true;
  };
  for (let start = 0; start < nodes; start++) {
    used[start] = 1;
    const going = walk(start, start, [0, 0]);
    used[start] = 0;
    if (!going) return false;
  }
  return true;
}
